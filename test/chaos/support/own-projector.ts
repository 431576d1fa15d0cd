/**
 * A projector process of the test's own. Like the stack's processes it runs what is built (`dist`): compiling on the way would
 * make each of its many starts take seconds.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot, testStack } from '../../src/support/stack.js';

export interface OwnProjector {
  /** Resolves when it holds the lock and reads the feed; rejects with its last words when it ends before. */
  reigns: Promise<void>;
  /** SIGKILL, or SIGTERM for an end in good order. */
  signal(name: 'SIGKILL' | 'SIGTERM'): void;
  gone: Promise<void>;
  /** The end of its log. */
  lastWords(): string;
}

export function startOwnProjector(databaseUrl: string): OwnProjector {
  const program = join(repositoryRoot, 'test/chaos/support/projector-process.ts');
  const child = spawn(process.execPath, ['--import=tsx', program], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      ...testStack().env,
      PROJECTOR_DATABASE_URL: databaseUrl,
    },
    // The channel closes when the test's process is gone, however it ended.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lastWords: string[] = [];
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const reigns = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!])
      createInterface({ input: stream }).on('line', (line) => {
        if (line.includes('projector works')) resolve();
        lastWords.push(line);
        if (lastWords.length > 20) lastWords.shift();
      });
    // `close` comes when the output is read to its end.
    child.once('close', () => reject(new Error(`the projector ended:\n${lastWords.join('\n')}`)));
  });
  reigns.catch(() => undefined);
  return { reigns, gone, lastWords: () => lastWords.join('\n'), signal: (name) => void child.kill(name) };
}
