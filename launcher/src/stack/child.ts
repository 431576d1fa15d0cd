import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, openLog } from './log-file.js';
import { identify, type ProcessIdentity } from './process-identity.js';
import { StackError } from './stack-error.js';
import { waitUntil } from './wait-until.js';

export interface ChildSpec {
  /** Short key, also the name of its log file: `server`, `postgres`, ... */
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Says true once the process does its work. */
  ready: () => Promise<boolean>;
  readyTimeoutMs: number;
  /** Asks it to end in good order. Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
  uid?: number;
  gid?: number;
  /** How often it may die within five minutes before the stack gives up. Default 5. */
  restartLimit?: number;
}

export interface ChildWatcher {
  /** Called at once after a process was made or ended, so that the state file never misses one. */
  changed(): void;
  note(line: string): void;
  /** The child died more often than `restartLimit` allows; `reason` holds the last lines of its log. */
  gaveUp(child: Child, reason: string): void;
}

export type ChildState = 'down' | 'starting' | 'up' | 'waiting' | 'stopping';

const DEFAULT_RESTART_LIMIT = 5;
const RESTART_WINDOW_MS = 5 * 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * A process of the stack: started until it is ready, started again with a growing pause when it dies by itself, and
 * ended for certain. It lives in a process group of its own: Ctrl-C in the terminal reaches the launcher only, which
 * then stops the children in an order that lets each finish its work.
 */
export class Child {
  state: ChildState = 'down';
  identity: ProcessIdentity | null = null;
  #process: ChildProcess | null = null;
  #exited: Promise<void> = Promise.resolve();
  #deaths: number[] = [];
  /** Changes whenever somebody starts or stops it by hand; ends restarts that belong to an earlier wish. */
  #wish = 0;

  constructor(
    readonly spec: ChildSpec,
    private readonly watcher: ChildWatcher,
  ) {}

  get name(): string {
    return this.spec.name;
  }

  /** Resolves when it is ready. Throws a StackError with the log's last lines when it ends or stays silent. */
  async start(extraEnv: NodeJS.ProcessEnv = {}): Promise<void> {
    if (this.state !== 'down') throw new StackError(`${this.name} is ${this.state} already`);
    this.#deaths = [];
    await this.#launch(++this.#wish, extraEnv);
  }

  /** Ends it in good order; after `timeoutMs` with SIGKILL. It stays down. */
  async stop(timeoutMs: number): Promise<void> {
    this.#wish++;
    const child = this.#process;
    if (child) {
      this.state = 'stopping';
      child.kill(this.spec.stopSignal ?? 'SIGTERM');
      const ended = await Promise.race([this.#exited.then(() => true), sleep(timeoutMs, false)]);
      if (!ended) {
        this.watcher.note(
          `  ! ${this.name}: tidak berhenti sendiri, dipaksa / did not stop by itself, forced`,
        );
        this.#killGroup();
        await this.#exited;
      }
    }
    this.state = 'down';
  }

  /** SIGKILL, as a power cut would do it. It stays down. */
  async kill(): Promise<void> {
    this.#wish++;
    if (this.#process) this.state = 'stopping';
    this.#killGroup();
    await this.#exited;
    this.state = 'down';
  }

  /** SIGKILL, as if it had died by itself: it is started again like any child that dies. */
  crash(): void {
    this.#killGroup();
  }

  async #launch(wish: number, extraEnv: NodeJS.ProcessEnv): Promise<void> {
    this.state = 'starting';
    const process = this.#spawn(extraEnv);
    const gone = new AbortController();
    const exited = new Promise<void>((resolve) => {
      const ended = (what: string) => {
        if (this.#process !== process) return;
        this.#process = null;
        this.identity = null;
        this.watcher.changed();
        gone.abort(what);
        resolve();
        if (this.state === 'up') this.#died(wish, what, extraEnv);
      };
      process.once('error', (error) => ended(error.message));
      process.once('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
    });
    this.#exited = exited;

    const ready = await waitUntil(this.spec.ready, {
      timeoutMs: this.spec.readyTimeoutMs,
      signal: gone.signal,
    });
    if (wish !== this.#wish)
      throw new StackError(`${this.name}: dihentikan saat mulai / stopped while starting`);
    if (ready && !gone.signal.aborted) {
      this.state = 'up';
      return;
    }
    const why = gone.signal.aborted
      ? `berhenti saat mulai / ended while starting (${String(gone.signal.reason)})`
      : `tidak siap dalam / not ready within ${this.spec.readyTimeoutMs / 1000} s`;
    this.#killGroup();
    await exited;
    this.state = 'down';
    throw new StackError(`${this.name}: ${why}`, this.#log());
  }

  #spawn(extraEnv: NodeJS.ProcessEnv): ChildProcess {
    const log = openLog(this.spec.logFile);
    try {
      const { uid, gid } = this.spec;
      const process = spawn(this.spec.command, this.spec.args, {
        cwd: this.spec.cwd,
        env: { ...this.spec.env, ...extraEnv },
        stdio: ['ignore', log, log],
        detached: true,
        ...(uid === undefined ? {} : { uid }),
        ...(gid === undefined ? {} : { gid }),
      });
      this.#process = process;
      this.identity = process.pid === undefined ? null : identify(process.pid);
      this.watcher.changed();
      return process;
    } finally {
      closeSync(log);
    }
  }

  #died(wish: number, what: string, extraEnv: NodeJS.ProcessEnv): void {
    const now = Date.now();
    const limit = this.spec.restartLimit ?? DEFAULT_RESTART_LIMIT;
    this.#deaths = [...this.#deaths.filter((at) => now - at < RESTART_WINDOW_MS), now];
    if (this.#deaths.length > limit) {
      this.state = 'down';
      const reason = `${this.name}: mati ${this.#deaths.length}x / died ${this.#deaths.length} times (${what})`;
      this.watcher.gaveUp(this, [reason, ...this.#log()].join('\n'));
      return;
    }
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (this.#deaths.length - 1), LONGEST_PAUSE_MS);
    this.watcher.note(
      `  ! ${this.name}: mati, dimulai lagi dalam / died, starting again in ${pause / 1000} s (${what}; ${this.#deaths.length}/${limit})`,
    );
    this.state = 'waiting';
    void sleep(pause, undefined, { ref: true }).then(async () => {
      if (wish !== this.#wish) return;
      try {
        await this.#launch(wish, extraEnv);
        if (wish === this.#wish) this.watcher.note(`  ✓ ${this.name}: jalan lagi / running again`);
      } catch (error) {
        if (wish === this.#wish)
          this.#died(wish, error instanceof Error ? error.message : String(error), extraEnv);
      }
    });
  }

  #killGroup(): void {
    if (this.#process?.pid === undefined) return;
    try {
      process.kill(-this.#process.pid, 'SIGKILL');
    } catch {
      this.#process.kill('SIGKILL');
    }
  }

  #log(): string[] {
    return lastLines(this.spec.logFile, 15).map((line) => `    | ${line}`);
  }
}
