import { join } from 'node:path';
import pg from 'pg';
import { startTestStack } from '../test/test-stack.js';
import type { Stack } from '../stack/start-stack.js';
import { consoleReporter } from '../stack/steps.js';
import { fillCity, sizeOfCity } from './city-of-millions.js';
import type { RegistryBenchOptions } from './options.js';
import { StackError } from '../stack/stack-error.js';

/** What a bench wants to find: its city is kept in a folder of its own. */
export interface RegistryStackOptions extends Pick<
  RegistryBenchOptions,
  'residents' | 'reports' | 'reset' | 'profile'
> {
  folder: string;
  underWay: number;
  /** Code of the area where everybody lives; the whole city when absent. */
  area?: string;
}

export interface RegistryStack {
  stack: Stack;
  /** As superuser. */
  client: pg.Client;
  stop(): Promise<void>;
}

/**
 * The stack as `npm start` runs it, on ports of its own, with a city of millions that is kept from run to run. Nobody reports here: there
 * is no national database, and the workers are stopped.
 */
export async function startRegistryStack(options: {
  root: string;
  bench: RegistryStackOptions;
  signal: AbortSignal;
  say: (text: string) => void;
}): Promise<RegistryStack> {
  const { root, bench, signal, say } = options;
  const { stack, stop } = await startTestStack({
    ...{ root, dataDir: join(root, '.lampid-bench', bench.folder), keepData: !bench.reset },
    ...{ reporter: consoleReporter(), signal, restartLimit: 0 },
    ...(bench.profile && { postgresSettings: { shared_preload_libraries: 'pg_stat_statements' } }),
    env: { PROCESSES_DIR: '', DUKCAPIL_URL: 'http://127.0.0.1:9' },
  });
  const clients: pg.Client[] = [];
  const end = async () => {
    for (const client of clients) await client.end().catch(() => undefined);
    await stop();
  };
  const connect = async (name: 'DATABASE_URL' | 'ENGINE_DATABASE_URL') => {
    const url = new URL(stack.env[name]!);
    url.username = 'postgres';
    const client = new pg.Client({ connectionString: url.href, application_name: 'lampid-bench' });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  };
  try {
    await stack.process('workers').stop(10_000);
    const client = await connect('DATABASE_URL');
    const made = await sizeOfCity(client);
    if (made && (made.residents !== bench.residents || made.reports !== bench.reports)) {
      throw new StackError(
        `the kept city has ${made.residents} residents and ${made.reports} reports: ask for these or add --reset`,
      );
    }
    if (!made) {
      const engine = await connect('ENGINE_DATABASE_URL');
      const deployed = await engine.query<{ process_key: string; definition_id: string }>(
        `select distinct on (key_) key_ as process_key, id_ as definition_id from act_re_procdef order by key_, version_ desc`,
      );
      await fillCity(client, {
        ...{ size: bench, underWay: bench.underWay, area: bench.area ?? stack.env['CITY']! },
        ...{ definitions: deployed.rows, say },
      });
    }
    return { stack, client, stop: end };
  } catch (error) {
    await end();
    throw error;
  }
}
