import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { watchParent } from './parent.js';
import { clearLeftovers } from './stack/leftovers.js';
import { isStillAlive } from './stack/process-identity.js';
import { removePostgresData } from './stack/postgres.js';
import { StackError } from './stack/stack-error.js';
import { type Stack, startStack } from './stack/start-stack.js';
import { StateFolder } from './stack/state.js';
import { consoleReporter } from './stack/steps.js';
import { printWelcome } from './welcome.js';

/** Jars need no second download: they are no data. */
const KEPT_BY_RESET = new Set(['engine-lib']);

/** What stands behind `npm start` once everything is installed and built. Returns when the stack is up. */
export async function main(options: { root: string; dataDir: string; arguments: string[] }): Promise<void> {
  const unknown = options.arguments.find((argument) => argument !== '--reset');
  if (unknown) fail(new StackError(`tidak dikenal / unknown: ${unknown} (--reset)`));
  const stopping = new AbortController();
  let stack: Stack | undefined;
  let giveUp: string | undefined;

  const leave = async (signal: string) => {
    if (stopping.signal.aborted) {
      // The second Ctrl-C: no more patience. PostgreSQL recovers from its write-ahead log.
      if (stack) await stack.kill();
      else killRemembered(options.dataDir);
      process.exit(1);
    }
    console.log(`\n${signal}: menghentikan / stopping …`);
    stopping.abort();
    if (!stack) return; // startStack stops what it has begun, and throws
    await stack.stop();
    if (giveUp !== undefined) fail(new StackError(giveUp));
    console.log('Berhenti / stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(signal));
  watchParent(() => void leave('npm'));

  try {
    if (options.arguments.includes('--reset')) await reset(options.dataDir);
    stack = await startStack({
      root: options.root,
      dataDir: options.dataDir,
      reporter: consoleReporter(),
      signal: stopping.signal,
      onGaveUp(reason) {
        giveUp = reason;
        void leave('✗');
      },
    });
    printWelcome({ stack, elapsedMs: performance.now() });
  } catch (error) {
    if (giveUp !== undefined) fail(new StackError(giveUp));
    if (!stopping.signal.aborted) fail(error);
    console.log('Berhenti / stopped.');
    process.exit(0);
  }
}

/** While the start still goes on only the state file knows what runs. It stays: the next start looks after the rest. */
function killRemembered(dataDir: string): void {
  for (const child of new StateFolder(dataDir).read()?.children ?? []) {
    if (isStillAlive(child)) process.kill(child.pid, 'SIGKILL');
  }
}

/** Begins anew: forgets databases, secrets, logs and what the simulator remembers. External databases are not touched. */
async function reset(dataDir: string): Promise<void> {
  await clearLeftovers(new StateFolder(dataDir));
  removePostgresData(join(dataDir, 'pg'));
  for (const name of readdirSync(dataDir)) {
    if (!KEPT_BY_RESET.has(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  const external = ['DATABASE_URL', 'ENGINE_DATABASE_URL'].filter((name) => process.env[name]);
  if (external.length > 0) {
    console.log(`  ! --reset: ${external.join(', ')} tidak disentuh / is left as it is`);
  }
}

function fail(error: unknown): never {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof StackError) for (const line of error.details) console.error(line);
  else if (error instanceof Error) console.error(error.stack);
  process.exit(1);
}
