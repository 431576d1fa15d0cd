import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentReporter } from '@lampid/launcher/stack/steps';
import { startTestStack } from '@lampid/launcher/test/test-stack';
import { repositoryRoot } from './stack.js';

export interface AnotherCity {
  /** Everything in `act` that asks for the test's stack (`as`, `submit`, `appQuery`, ...) means this one. */
  in<T>(act: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** A whole second installation for another city, with a few residents and officers of its own. */
export async function startAnotherCity(env: { CITY: string } & Record<string, string>): Promise<AnotherCity> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lampid-test-'));
  const { stop } = await startTestStack({
    root: repositoryRoot,
    dataDir,
    env: { SEED_RESIDENTS: '300', SEED_REPORTS: '0', ...env },
    reporter: silentReporter,
    onGaveUp: (reason) => console.error(reason),
  });
  return {
    async in(act) {
      const before = process.env['LAMPID_STACK_FILE'];
      process.env['LAMPID_STACK_FILE'] = join(dataDir, 'stack.json');
      try {
        return await act();
      } finally {
        if (before === undefined) delete process.env['LAMPID_STACK_FILE'];
        else process.env['LAMPID_STACK_FILE'] = before;
      }
    },
    async stop() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
