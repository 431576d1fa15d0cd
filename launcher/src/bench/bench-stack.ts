import { join } from 'node:path';
import pg from 'pg';
import { startTestStack } from '../test/test-stack.js';
import type { Stack } from '../stack/start-stack.js';
import { consoleReporter } from '../stack/steps.js';
import type { BenchOptions } from './options.js';

/** Latency of the simulated Dukcapil and SIAK. */
export const SIMULATOR = { p50Ms: 150, p99Ms: 600, acknowledgementMs: 200 };

export interface BenchStack {
  stack: Stack;
  /** As superuser: sees every backend. */
  client: pg.Client;
  stop(): Promise<void>;
}

/** A new stack with its own ports and data, as `npm start` would run it but for the simulator's latency being fixed. */
export async function startBenchStack(options: {
  root: string;
  bench: BenchOptions;
  signal: AbortSignal;
  onGaveUp: (reason: string) => void;
}): Promise<BenchStack> {
  const { root, bench } = options;
  const { stack, stop } = await startTestStack({
    root,
    dataDir: join(root, '.lampid-bench', 'stack'),
    upTo: bench.bareOnly ? 'engine' : 'all',
    reporter: consoleReporter(),
    signal: options.signal,
    // A process that dies under load is a result, not something to mend.
    restartLimit: 0,
    engineCompiler: 'peak',
    onGaveUp: options.onGaveUp,
    ...(bench.profile && { postgresSettings: { shared_preload_libraries: 'pg_stat_statements' } }),
    env: {
      PROCESSES_DIR: '',
      // Afterwards every report must be one that was sent.
      SEED_REPORTS: '0',
      SIM_LATENCY_P50_MS: String(SIMULATOR.p50Ms),
      SIM_LATENCY_P99_MS: String(SIMULATOR.p99Ms),
      SIM_ACK_DELAY_MS: String(SIMULATOR.acknowledgementMs),
    },
  });
  const url = new URL(stack.env['DATABASE_URL']!);
  url.username = 'postgres';
  if (bench.bareOnly) url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href, application_name: 'lampid-bench' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stack,
    client,
    async stop() {
      await client.end().catch(() => undefined);
      await stop();
    },
  };
}
