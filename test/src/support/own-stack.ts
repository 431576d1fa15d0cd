import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearLeftovers } from '@lampid/launcher/stack/leftovers';
import { removePostgresData } from '@lampid/launcher/stack/postgres';
import { isStillAlive } from '@lampid/launcher/stack/process-identity';
import { StateFolder } from '@lampid/launcher/stack/state';
import { consoleReporter } from '@lampid/launcher/stack/steps';
import { startTestStack } from '@lampid/launcher/test/test-stack';
import { repositoryRoot, sharedStackFile } from './stack.js';

const PREFIX = 'lampid-test-';

/**
 * Points LAMPID_STACK_FILE at a stack: the one that `npm test` or `npm run test:stack` keeps up, else one of its own that
 * ends with the run. vitest hands the variable on to its workers.
 */
export async function provideStack(upTo: 'engine' | 'all'): Promise<() => Promise<void>> {
  if (process.env['LAMPID_STACK_FILE']) return async () => undefined;
  if (upTo === 'all' && isShared()) {
    process.env['LAMPID_STACK_FILE'] = sharedStackFile;
    return async () => undefined;
  }
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  const { stop } = await startTestStack({
    root: repositoryRoot,
    dataDir,
    upTo,
    reporter: consoleReporter(),
    onGaveUp: (reason) => console.error(reason),
  });
  process.env['LAMPID_STACK_FILE'] = join(dataDir, 'stack.json');
  return async () => {
    await stop();
    delete process.env['LAMPID_STACK_FILE'];
    if (!process.env['LAMPID_KEEP_TEST_DATA']) rmSync(dataDir, { recursive: true, force: true });
  };
}

function isShared(): boolean {
  if (!existsSync(sharedStackFile)) return false;
  try {
    const { launcher } = JSON.parse(readFileSync(sharedStackFile, 'utf8')) as { launcher: { pid: number } };
    process.kill(launcher.pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends the stacks of test runs that were killed: nobody else will. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const dataDir = join(tmpdir(), name);
    if (!existsSync(join(dataDir, 'stack.json'))) continue;
    const folder = new StateFolder(dataDir);
    const launcher = folder.read()?.launcher;
    if (!launcher || isStillAlive(launcher)) continue;
    await clearLeftovers(folder);
    removePostgresData(join(dataDir, 'pg'));
    rmSync(dataDir, { recursive: true, force: true });
  }
}
