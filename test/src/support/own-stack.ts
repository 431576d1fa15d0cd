import { existsSync, readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { consoleReporter } from '@lampid/launcher/stack/steps';
import { startTestStack } from '@lampid/launcher/test/test-stack';
import { repositoryRoot, sharedStackFile } from './stack.js';

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
  const dataDir = mkdtempSync('/tmp/lampid-test-');
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
