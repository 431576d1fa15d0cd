import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createDataSource } from '@lampid/db/data-source';
import pg from 'pg';
import { asker, type Ask } from '../bench/ask.js';
import type { OfficerAccount } from '../bench/generator/protocol.js';
import { signInOfficers } from '../bench/officers.js';
import type { Stack } from '../stack/start-stack.js';
import { StackError } from '../stack/stack-error.js';
import { consoleReporter } from '../stack/steps.js';
import { startTestStack } from '../test/test-stack.js';
import { fillHistory } from './fill-history.js';
import type { HistoryBenchOptions } from './options.js';
import { realCases } from './real-cases.js';

const ROLES = ['operator', 'supervisor', 'verifikator', 'kadis', 'admin', 'analyst', 'auditor'];

export interface HistoryStack {
  stack: Stack;
  /** As superuser. */
  client: pg.Client;
  officers: readonly OfficerAccount[];
  stop(): Promise<void>;
}

/** The stack as `npm start` runs it, on ports of its own, with a history that is kept from run to run. */
export async function startHistoryStack(options: {
  root: string;
  bench: Pick<HistoryBenchOptions, 'residents' | 'reports' | 'reset' | 'profile'>;
  signal: AbortSignal;
  say: (text: string) => void;
}): Promise<HistoryStack> {
  const { root, bench, signal, say } = options;
  const { stack, stop } = await startTestStack({
    ...{ root, dataDir: join(root, '.lampid-bench', 'history'), keepData: !bench.reset },
    ...{ reporter: consoleReporter(), signal, restartLimit: 0 },
    ...(bench.profile && { postgresSettings: { shared_preload_libraries: 'pg_stat_statements' } }),
    env: { PROCESSES_DIR: '' },
  });
  const client = superuser(stack);
  const end = async () => {
    await client.end().catch(() => undefined);
    await stop();
  };
  try {
    await client.connect();
    const officers = await signedIn(root, stack);
    const as = (username: string): Ask =>
      asker(stack.env['PUBLIC_URL']!, officers.find((one) => one.username === username)!.token, signal);
    if (!(await isMade(client, bench))) {
      say('cases that really run');
      const cases = await realCases(as);
      say('people and past reports');
      await seed(root, stack, bench);
      await fillHistory(client, { cases, say });
      await client.query('create table bench.history as select $1::int as residents, $2::int as reports', [
        ...[bench.residents, bench.reports],
      ]);
    }
    return { stack, client, officers, stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}

function superuser(stack: Stack): pg.Client {
  const url = new URL(stack.env['DATABASE_URL']!);
  url.username = 'postgres';
  const client = new pg.Client({ connectionString: url.href, application_name: 'lampid-bench' });
  client.on('error', () => undefined);
  return client;
}

async function signedIn(root: string, { env }: Stack): Promise<OfficerAccount[]> {
  const dataSource = await createDataSource({
    ...{ url: env['DATABASE_URL']!, poolSize: 2, applicationName: 'lampid-bench' },
  });
  try {
    return await signInOfficers({ root, dataSource, env, roles: ROLES });
  } finally {
    await dataSource.destroy();
  }
}

/** @throws StackError when the kept history is of another size, or was not made to its end */
async function isMade(
  client: pg.Client,
  { residents, reports }: Pick<HistoryBenchOptions, 'residents' | 'reports'>,
): Promise<boolean> {
  const { rows } = await client.query<{ begun: boolean; made: boolean }>(
    `select to_regnamespace('bench') is not null as begun, to_regclass('bench.history') is not null as made`,
  );
  if (!rows[0]!.begun) return false;
  const kept = rows[0]!.made
    ? (await client.query<{ residents: number; reports: number }>('select * from bench.history')).rows[0]!
    : null;
  if (kept?.residents === residents && kept.reports === reports) return true;
  throw new StackError(
    kept
      ? `the kept history has ${kept.residents} residents and ${kept.reports} reports: ask for these or add --reset`
      : 'the kept history was not made to its end: add --reset',
  );
}

/** `npm run seed` on this stack. Nobody of them is told to the national database: nobody reports about them. */
async function seed(
  root: string,
  { env }: Stack,
  { residents, reports }: Pick<HistoryBenchOptions, 'residents' | 'reports'>,
): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      join(root, 'db', 'dist', 'cli', 'seed.js'),
      ...['--residents', String(residents), '--reports', String(reports)],
    ],
    { env: { ...process.env, ...env, DUKCAPIL_URL: '' }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new StackError(`seed ended with ${code}`);
}
