/** A worker process of the test's own, whose connections lead through the test's gates. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot, testStack } from '../../src/support/stack.js';

export interface OwnWorker {
  pid: number;
  kill(): void;
  freeze(): void;
  thaw(): void;
  /** Resolves when the process is gone. */
  gone: Promise<void>;
}

export function startOwnWorker(env: Record<string, string>): OwnWorker {
  const child: ChildProcess = spawn(process.execPath, [join(repositoryRoot, 'workers/dist/main.js')], {
    cwd: repositoryRoot,
    env: { ...process.env, ...testStack().env, METRICS_PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const signal = (name: NodeJS.Signals) => () => void child.kill(name);
  return {
    pid: child.pid!,
    kill: signal('SIGKILL'),
    freeze: signal('SIGSTOP'),
    thaw: signal('SIGCONT'),
    gone,
  };
}
