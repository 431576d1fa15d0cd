import { isStillAlive, type ProcessIdentity } from './process-identity.js';
import { StackError } from './stack-error.js';
import type { StateFolder } from './state.js';
import { waitUntil } from './wait-until.js';

/**
 * Ends what a killed launcher left running, as its state file tells. Processes whose start time differs are strangers
 * that got an old pid, and are left alone. Throws a StackError when the other launcher is alive and well.
 *
 * @returns names of the children that were still running
 */
export async function clearLeftovers(folder: StateFolder): Promise<string[]> {
  await refuseSecondLauncher(folder);
  const state = folder.read();
  if (!state) return [];

  const left = state.children.filter(isStillAlive);
  const isDatabase = ({ name }: { name: string }) => name === 'postgres';
  // The database goes last, as in any stop: its clients would only fill their logs and hang on.
  await end(
    left.filter((child) => !isDatabase(child)),
    { gently: 'SIGTERM', firmly: 'SIGKILL', patienceMs: 4_000 },
  );
  await end(left.filter(isDatabase), { gently: 'SIGINT', firmly: 'SIGQUIT', patienceMs: 5_000 });
  folder.clear();
  return left.map(({ name }) => name);
}

async function end(
  children: (ProcessIdentity & { name: string })[],
  how: { gently: NodeJS.Signals; firmly: NodeJS.Signals; patienceMs: number },
): Promise<void> {
  const alive = () => children.filter(isStillAlive);
  for (const child of alive()) signal(child, how.gently);
  if (await waitUntil(() => alive().length === 0, { timeoutMs: how.patienceMs })) return;
  for (const child of alive()) signal(child, how.firmly);
  if (await waitUntil(() => alive().length === 0, { timeoutMs: 5_000 })) return;
  const names = alive().map(({ name, pid }) => `${name} (pid ${pid})`);
  throw new StackError(
    `sisa proses tidak dapat dihentikan / leftovers could not be stopped: ${names.join(', ')}`,
  );
}

async function refuseSecondLauncher(folder: StateFolder): Promise<void> {
  const isRunning = () => {
    const launcher = folder.read()?.launcher;
    return launcher !== undefined && launcher.pid !== process.pid && isStillAlive(launcher);
  };
  if (!isRunning()) return;
  // It may be on its way out, or about to find that the npm above it was killed.
  await waitUntil(() => !isRunning() || folder.read()?.stopping === true, { timeoutMs: 2_000 });
  if (isRunning() && folder.read()?.stopping) await waitUntil(() => !isRunning(), { timeoutMs: 12_000 });
  const state = folder.read();
  if (!state || !isRunning()) return;
  throw new StackError(
    `sudah berjalan di / already running at ${state.addresses['web'] ?? folder.path} (pid ${state.launcher.pid}): ` +
      'hentikan dahulu dengan Ctrl-C / stop it first with Ctrl-C',
  );
}

function signal(child: ProcessIdentity, name: NodeJS.Signals): void {
  try {
    process.kill(child.pid, name);
  } catch {
    // ended in this very moment
  }
}
