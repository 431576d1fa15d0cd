import { join } from 'node:path';
import { type AppName, appSpec, type ProgramName, PROGRAMS } from './apps.js';
import type { Child } from './child.js';
import { embeddedEngine, fetchEngine } from './engine.js';
import {
  APP_DATABASE,
  DEFAULT_PORTS,
  ENGINE_DATABASE,
  type PortName,
  stackEnvironment,
  type StackPorts,
  withPersonalChoices,
} from './environment.js';
import { clearLeftovers } from './leftovers.js';
import { isFree, pickPort } from './ports.js';
import { ensureDatabases, preparePostgres } from './postgres.js';
import { identify, type ProcessIdentity } from './process-identity.js';
import { ProcessTable } from './process-table.js';
import { embeddedParts, readSettings } from './settings.js';
import { StackError } from './stack-error.js';
import { StateFolder } from './state.js';
import { silentReporter, step, type StepReporter } from './steps.js';
import { answersOk, waitUntil } from './wait-until.js';

export interface StackOptions {
  /** Root of the repository, already built. */
  root: string;
  /** Absolute. Holds the databases, secrets, logs and `stack.json` of this stack, and nothing of any other. */
  dataDir: string;
  /** Where the engine's jars are kept; default `<dataDir>/engine-lib`. Several stacks may share it. */
  engineCache?: string;
  /** How far up: the databases, the databases and the engine, or everything (default). */
  upTo?: 'database' | 'engine' | 'all';
  /** Ports that differ from the defaults. `free` lets the system choose. Only `web` is never moved when it is taken. */
  ports?: Partial<Record<PortName, number | 'free'>>;
  /** The outer environment: settings and replacements such as DATABASE_URL. Default: that of this process. */
  env?: NodeJS.ProcessEnv;
  /** Extra environment of single processes, e.g. `{ workers: { NODE_V8_COVERAGE: dir } }`. */
  childEnv?: Partial<Record<AppName | ProgramName, Record<string, string>>>;
  reporter?: StepReporter;
  /** Aborting stops the start; everything that runs by then is stopped, and `startStack` throws. */
  signal?: AbortSignal;
  /** How often a child may die within five minutes. Default 5. */
  restartLimit?: number;
  /** A child died too often. The stack is not stopped by itself: whoever listens decides. */
  onGaveUp?: (reason: string) => void;
}

export interface Stack {
  ports: StackPorts;
  /** The environment of our processes: DATABASE_URL, ENGINE_URL, PUBLIC_URL, secrets, ... */
  env: Record<string, string>;
  dataDir: string;
  /** One process: `postgres`, `engine`, `simulator`, `mail`, `server`, `workers`. Throws for a part that is not embedded. */
  process(name: string): Child;
  processes(): (ProcessIdentity & { name: string })[];
  /** Adds to what `stack.json` says, e.g. the address of a control port. */
  announce(name: string, address: string): void;
  /** Ends everything within ten seconds. Safe to call twice. */
  stop(): Promise<void>;
  /** SIGKILL to everything. */
  kill(): Promise<void>;
}

/**
 * Starts PostgreSQL, Operaton and everything of ours, side by side where possible, as the environment says. The one
 * start for `npm start`, the tests and the benchmark.
 *
 * @throws StackError when a part cannot start: by then everything else has been stopped again
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const outer = options.env ?? process.env;
  const reporter = options.reporter ?? silentReporter;
  const settings = readSettings(outer);
  const embedded = embeddedParts(settings);
  const upTo = options.upTo ?? 'all';
  const folder = new StateFolder(options.dataDir);

  const left = await clearLeftovers(folder);
  if (left.length > 0) reporter.note(`  ! sisa dihentikan / leftovers stopped: ${left.join(', ')}`);
  const ports = await choosePorts(options.ports ?? {}, settings.PORT, upTo === 'all');
  const secrets = folder.secrets();
  const city = outer['CITY'] || '32.73';
  const env = withPersonalChoices(
    stackEnvironment({ settings, ports, secrets, dataDir: options.dataDir, city }),
    outer,
  );

  // ---- the state file follows every change of the process table
  const launcher = identify(process.pid);
  if (!launcher) throw new StackError('this process cannot find itself');
  const addresses: Record<string, string> = describeAddresses(env, ports);
  let stopping = false;
  let closed = false;
  const save = () => {
    if (!closed) folder.write({ launcher, stopping, children: table.running(), addresses, env });
  };
  const hooks = { reporter, changed: save, gaveUp: (reason: string) => options.onGaveUp?.(reason) };
  const table = new ProcessTable(hooks, options.restartLimit);
  save();

  let stopped: Promise<void> | undefined;
  const ended = new AbortController();
  const end = (how: () => Promise<void>) => {
    stopping = true;
    ended.abort();
    save();
    return how().finally(() => {
      closed = true;
      folder.clear();
    });
  };
  const stack: Stack = {
    ports,
    env,
    dataDir: options.dataDir,
    process: (name) => table.get(name),
    processes: () => table.running(),
    announce(name, address) {
      addresses[name] = address;
      save();
    },
    stop: () => (stopped ??= end(() => table.stopAll())),
    kill: () => end(() => table.killAll()),
  };

  // ---- the steps
  const log = (name: string) => folder.file('logs', `${name}.log`);
  const childEnv = { ...outer, ...env };
  const runStep = <T>(name: string, work: () => Promise<T>) =>
    step(reporter, name, async () => {
      if (stopping) throw new StackError('dihentikan / stopped');
      return await work();
    });
  const startApp = (name: AppName, title: string) =>
    runStep(title, async () => {
      const appEnv = { ...childEnv, ...options.childEnv?.[name] };
      await table.add(appSpec({ name, root: options.root, ports, env: appEnv, logFile: log(name) })).start();
    });
  const runProgram = (name: ProgramName, title: string) =>
    runStep(title, async () => {
      const [entry, ...args] = PROGRAMS[name];
      const program = { name, args: [join(options.root, entry), ...args], cwd: options.root };
      const env = { ...childEnv, ...options.childEnv?.[name] };
      await table.runProgram({ ...program, env, logFile: log(name), timeoutMs: 300_000 });
    });

  const startPostgres = async () => {
    if (!embedded.postgres) return;
    await runStep('Basis data / PostgreSQL', async () => {
      const wanted = { dataDir: folder.file('pg'), port: ports.postgres, password: secrets.database };
      const postgres = { ...wanted, logFile: log('postgres') };
      await table.add(await preparePostgres(postgres)).start();
      const names = [embedded.appDatabase && APP_DATABASE, embedded.engineDatabase && ENGINE_DATABASE];
      await ensureDatabases(
        postgres,
        names.filter((name) => name !== false),
      );
    });
  };
  const fetchJars = async () => {
    if (!embedded.engine || upTo === 'database') return null;
    const cache = options.engineCache ?? folder.file('engine-lib');
    return await runStep('Berkas mesin proses / engine jars', () => fetchEngine(cache, ended.signal));
  };
  const startEngine = async (jars: Awaited<ReturnType<typeof fetchJars>>) => {
    if (!jars) return;
    await runStep('Mesin proses / Operaton', async () => {
      const access = { user: env['ENGINE_USER']!, password: env['ENGINE_PASSWORD']! };
      const place = { port: ports.engine, databaseUrl: env['ENGINE_DATABASE_URL']!, logFile: log('engine') };
      await table.add(await embeddedEngine(jars, { ...access, ...place })).start();
    });
  };
  const migrateAndSeed = async () => {
    if (upTo !== 'all') return;
    await runProgram('migrate', 'Skema basis data / migrations');
    await runProgram('seed', 'Data awal / seed data');
  };
  const startHelpers = async () => {
    if (upTo !== 'all') return;
    await Promise.all([
      embedded.simulator ? startApp('simulator', 'Simulator Dukcapil / Dukcapil simulator') : undefined,
      embedded.mail ? startApp('mail', 'Penampung surel / mail catcher') : undefined,
    ]);
  };
  const startUs = async () => {
    if (upTo !== 'all') return;
    await runProgram('deploy', 'Model proses / process models');
    await Promise.all([
      startApp('server', 'Server dan web / server and web'),
      startApp('workers', 'Pekerja / workers'),
    ]);
    await runStep('Siap melayani / ready to serve', async () => {
      const readyz = `http://127.0.0.1:${ports.web}/readyz`;
      if (!(await waitUntil(() => answersOk(readyz), { timeoutMs: 30_000 }))) {
        throw new StackError(`server: ${readyz} belum siap / does not say ready`);
      }
    });
  };

  const abort = () => void stack.stop();
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    options.signal?.throwIfAborted();
    const database = startPostgres();
    const jars = fetchJars();
    await allOrStop(stack, [
      Promise.all([database, jars]).then(([, fetched]) => startEngine(fetched)),
      database.then(migrateAndSeed),
      startHelpers(),
    ]);
    await allOrStop(stack, [startUs()]);
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
}

/** Waits for all; the first failure stops the stack at once, so that the others do not run on for nothing. */
async function allOrStop(stack: Stack, work: Promise<unknown>[]): Promise<void> {
  try {
    await Promise.all(work);
  } catch (error) {
    await stack.stop();
    await Promise.allSettled(work);
    throw error;
  }
}

async function choosePorts(
  wished: Partial<Record<PortName, number | 'free'>>,
  webPort: number,
  needsWeb: boolean,
): Promise<StackPorts> {
  const wanted = { ...DEFAULT_PORTS, web: webPort, ...wished };
  if (needsWeb && wanted.web !== 'free' && !(await isFree(wanted.web))) {
    throw new StackError(
      `port ${wanted.web} sedang dipakai program lain; hentikan program itu atau pilih port lain / ` +
        `port ${wanted.web} is taken by another program; stop it or choose another one: PORT=${wanted.web + 100} npm start`,
    );
  }
  const taken = new Set<number>();
  const ports: Partial<StackPorts> = {};
  for (const name of Object.keys(DEFAULT_PORTS) as PortName[])
    ports[name] = await pickPort(wanted[name], taken);
  return ports as StackPorts;
}

function describeAddresses(env: Record<string, string>, ports: StackPorts): Record<string, string> {
  return {
    web: env['PUBLIC_URL']!,
    mail: `http://127.0.0.1:${ports.mailPage}`,
    simulator: env['DUKCAPIL_URL']!,
    engine: env['ENGINE_URL']!,
    workers: `http://127.0.0.1:${ports.workers}`,
  };
}
