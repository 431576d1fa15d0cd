import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.js';
import { countVitest, oneCheck, type Tally } from './tally.js';

export type Project = 'unit' | 'contract' | 'api' | 'chaos' | 'browser';

/** Runs one project of vitest.config.ts, in the open, and counts it. A project that runs `again`, under this name, adds nothing to the coverage. */
export async function runVitest(options: {
  project: Project;
  again?: string;
  root: string;
  /** Where the JSON report and, in `coverage-<project>`, the coverage go. */
  resultsDir: string;
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
  signal: AbortSignal;
}): Promise<Tally> {
  const { project, again, root, resultsDir } = options;
  const report = join(resultsDir, `${again ?? project}.json`);
  rmSync(report, { force: true });
  const { output } = await runCommand({
    command: process.execPath,
    args: [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(again
        ? []
        : ['--coverage.enabled', `--coverage.reportsDirectory=${coverageDir(resultsDir, project)}`]),
    ],
    cwd: root,
    env: options.env,
    quiet: false,
    timeoutMs: options.timeoutMs,
    signal: options.signal,
  });
  if (!existsSync(report)) return oneCheck(false, [`vitest left no report ${output.trim()}`]);
  return countVitest(JSON.parse(readFileSync(report, 'utf8')) as Parameters<typeof countVitest>[0]);
}

export function coverageDir(resultsDir: string, project: Project): string {
  return join(resultsDir, `coverage-${project}`);
}
