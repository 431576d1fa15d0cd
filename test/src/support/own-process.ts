/** A server or worker process of the test's own, beside those of the stack. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot, testStack } from './stack.js';

export interface OwnProcess {
  pid: number;
  /** In good order (SIGTERM). */
  end(): void;
  kill(): void;
  freeze(): void;
  thaw(): void;
  /** Resolves when the process is gone. */
  gone: Promise<void>;
}

/** `env` comes on top of the stack's environment: other ports, addresses that lead through the test's gates. */
export function startOwnProcess(name: 'server' | 'workers', env: Record<string, string>): OwnProcess {
  const child = spawn(process.execPath, [join(repositoryRoot, name, 'dist', 'main.js')], {
    cwd: repositoryRoot,
    env: { ...process.env, ...testStack().env, METRICS_PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const signal = (name: NodeJS.Signals) => () => void child.kill(name);
  return {
    pid: child.pid!,
    end: signal('SIGTERM'),
    kill: signal('SIGKILL'),
    freeze: signal('SIGSTOP'),
    thaw: signal('SIGCONT'),
    gone,
  };
}
