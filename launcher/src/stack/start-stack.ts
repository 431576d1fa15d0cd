import type { EngineCompiler } from '@lampid/engine/operaton/launch';
import type { AppName, ProgramName } from './apps.js';
import { choosePorts } from './choose-ports.js';
import type { Child } from './child.js';
import { type PortName, stackEnvironment, type StackPorts, withPersonalChoices } from './environment.js';
import { clearLeftovers } from './leftovers.js';
import { identify, type ProcessIdentity } from './process-identity.js';
import { ProcessTable } from './process-table.js';
import { embeddedParts, readSettings } from './settings.js';
import { StackError } from './stack-error.js';
import { stackParts } from './stack-parts.js';
import { StateFolder } from './state.js';
import { silentReporter, step, type StepReporter } from './steps.js';

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
  /** Settings of the embedded PostgreSQL beside ours, e.g. `{ shared_preload_libraries: 'pg_stat_statements' }`. */
  postgresSettings?: Record<string, string>;
  /** How the embedded engine's JVM compiles, see `LaunchOptions.compiler`. Default `quick`: a stack of one person or of tests. */
  engineCompiler?: EngineCompiler;
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

  const parts = stackParts({
    ...{ root: options.root, upTo, embedded, ports, env, secrets, folder, table },
    engineCache: options.engineCache ?? folder.file('engine-lib'),
    postgresSettings: options.postgresSettings ?? {},
    engineCompiler: options.engineCompiler ?? 'quick',
    childEnv: (name) => ({ ...outer, ...env, ...(name ? options.childEnv?.[name] : {}) }),
    signal: ended.signal,
    step: (name, work) => step(reporter, name, work),
  });

  const abort = () => void stack.stop();
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    options.signal?.throwIfAborted();
    const database = parts.startPostgres();
    const jars = parts.fetchJars();
    await allOrStop(stack, [
      Promise.all([database, jars]).then(([, fetched]) => parts.startEngine(fetched)),
      database.then(() => parts.migrateAndSeed()),
      parts.startHelpers(),
    ]);
    await allOrStop(stack, [parts.startUs()]);
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

function describeAddresses(env: Record<string, string>, ports: StackPorts): Record<string, string> {
  return {
    web: env['PUBLIC_URL']!,
    mail: `http://127.0.0.1:${ports.mailPage}`,
    simulator: env['DUKCAPIL_URL']!,
    engine: env['ENGINE_URL']!,
    workers: `http://127.0.0.1:${ports.workers}`,
  };
}
