import { configDefaults, defineConfig } from 'vitest/config';

// Workspaces are read from their sources: no build is needed to run a test of one file.
const sources = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };
const never = [...configDefaults.exclude, '**/dist/**', '**/dist-types/**', '.lampid*/**'];

/** Beside the running stack: one file at a time, patient, against `test/src/support/stack.ts`. */
const onStack = (name: string, include: string[], globalSetup: string) => ({
  ...sources,
  test: {
    name,
    include,
    exclude: never,
    globalSetup: [globalSetup],
    setupFiles: ['test/src/support/midnight.setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One worker, so it may not share a group with the parallel unit tests.
    sequence: { groupOrder: 1 },
    maxWorkers: 1,
  },
});

const rooms = ['domain', 'db', 'workers', 'server'];
const wholeStack = 'test/src/support/whole-stack.setup.ts';
const engineOnly = 'test/src/support/engine-only.setup.ts';

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      // The runner merges this with the coverage of the server's and the workers' own processes.
      reporter: ['json'],
      reportOnFailure: true,
      // Files that no test loads count as well, but finding them takes a while: one run of `npm test` does it.
      ...(process.env['LAMPID_COVERAGE'] === 'all'
        ? { include: rooms.map((room) => `${room}/src/**/*.ts`) }
        : {}),
      exclude: ['**/*.test.ts', '**/*.d.ts'],
    },
    projects: [
      {
        ...sources,
        test: {
          name: 'unit',
          // Threads start faster than processes; vitest's own choice would leave one of two cores idle.
          pool: 'threads',
          maxWorkers: 2,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...never, 'test/**', '**/*.contract.test.ts', '**/*.db.test.ts'],
          testTimeout: 10_000,
        },
      },
      onStack('contract', ['**/*.contract.test.ts', '**/*.db.test.ts'], engineOnly),
      onStack('api', ['test/api/**/*.test.ts'], wholeStack),
      onStack('chaos', ['test/chaos/**/*.test.ts'], wholeStack),
      onStack('browser', ['test/e2e/**/*.test.ts'], wholeStack),
      // No proof: `npm run screenshots` draws the README's pictures.
      onStack('screenshots', ['test/screenshots/**/*.shots.ts'], wholeStack),
    ],
  },
});
