import { join } from 'node:path';
import type { EngineJars } from '@lampid/engine/operaton/fetch-jars';
import type { EngineCompiler } from '@lampid/engine/operaton/launch';
import { type AppName, appSpec, type ProgramName, PROGRAMS } from './apps.js';
import { embeddedEngine, fetchEngine } from './engine.js';
import { APP_DATABASE, ENGINE_DATABASE, type StackPorts } from './environment.js';
import { ensureDatabases, preparePostgres } from './postgres.js';
import type { ProcessTable } from './process-table.js';
import type { embeddedParts } from './settings.js';
import { StackError } from './stack-error.js';
import type { Secrets, StateFolder } from './state.js';
import { answersOk, waitUntil } from './wait-until.js';

export interface PartsContext {
  root: string;
  upTo: 'database' | 'engine' | 'all';
  embedded: ReturnType<typeof embeddedParts>;
  ports: StackPorts;
  env: Record<string, string>;
  secrets: Secrets;
  folder: StateFolder;
  table: ProcessTable;
  engineCache: string;
  postgresSettings: Record<string, string>;
  engineCompiler: EngineCompiler;
  childEnv: (name?: AppName | ProgramName) => NodeJS.ProcessEnv;
  /** Aborted when the stack is being stopped. */
  signal: AbortSignal;
  step: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** The steps of a start. Each does nothing when the environment replaces its part or the start does not go so far. */
export function stackParts(context: PartsContext) {
  const { root, upTo, embedded, ports, env, secrets, folder, table } = context;
  const log = (name: string) => folder.file('logs', `${name}.log`);
  const startApp = (name: AppName, title: string) =>
    context.step(title, async () => {
      const spec = appSpec({ name, root, ports, env: context.childEnv(name), logFile: log(name) });
      await table.add(spec).start();
    });
  const runProgram = (name: ProgramName, title: string) =>
    context.step(title, async () => {
      const [entry, ...args] = PROGRAMS[name];
      const program = { name, args: [join(root, entry), ...args], cwd: root, env: context.childEnv(name) };
      await table.runProgram({ ...program, logFile: log(name), timeoutMs: 300_000 });
    });

  /** The simulated national database must know the city's people, as the real one does. */
  const introducePeople = async () => {
    if (embedded.simulator)
      await runProgram('introduce', 'Penduduk di simulator / residents in the simulator');
  };

  return {
    async startPostgres(): Promise<void> {
      if (!embedded.postgres) return;
      await context.step('Basis data / PostgreSQL', async () => {
        const place = { dataDir: folder.file('pg'), port: ports.postgres, logFile: log('postgres') };
        const postgres = { ...place, password: secrets.database, settings: context.postgresSettings };
        await table.add(await preparePostgres(postgres)).start();
        await ensureDatabases(postgres, [
          ...(embedded.appDatabase ? [APP_DATABASE] : []),
          ...(embedded.engineDatabase ? [ENGINE_DATABASE] : []),
        ]);
      });
    },

    async fetchJars(): Promise<EngineJars | null> {
      if (!embedded.engine || upTo === 'database') return null;
      const title = 'Berkas mesin proses / engine jars';
      return await context.step(title, () => fetchEngine(context.engineCache, context.signal));
    },

    async startEngine(jars: EngineJars | null): Promise<void> {
      if (!jars) return;
      await context.step('Mesin proses / Operaton', async () => {
        const access = { user: env['ENGINE_USER']!, password: env['ENGINE_PASSWORD']! };
        const place = {
          port: ports.engine,
          databaseUrl: env['ENGINE_DATABASE_URL']!,
          logFile: log('engine'),
          compiler: context.engineCompiler,
        };
        await table.add(await embeddedEngine(jars, { ...access, ...place })).start();
      });
    },

    async migrateAndSeed(): Promise<void> {
      if (upTo !== 'all') return;
      await runProgram('migrate', 'Skema basis data / migrations');
      await runProgram('seed', 'Data awal / seed data');
    },

    async startHelpers(): Promise<void> {
      if (upTo !== 'all') return;
      await Promise.all([
        embedded.simulator ? startApp('simulator', 'Simulator Dukcapil / Dukcapil simulator') : undefined,
        embedded.mail ? startApp('mail', 'Penampung surel / mail catcher') : undefined,
      ]);
    },

    /** Needs everything above. */
    async startUs(): Promise<void> {
      if (upTo !== 'all') return;
      await Promise.all([runProgram('deploy', 'Model proses / process models'), introducePeople()]);
      await Promise.all([
        startApp('server', 'Server dan web / server and web'),
        startApp('workers', 'Pekerja / workers'),
      ]);
      await context.step('Siap melayani / ready to serve', async () => {
        const readyz = `http://127.0.0.1:${ports.web}/readyz`;
        const ready = await waitUntil(() => answersOk(readyz), { timeoutMs: 60_000, signal: context.signal });
        if (!ready) throw new StackError(`server: ${readyz} belum siap / does not say ready`);
      });
    },
  };
}
