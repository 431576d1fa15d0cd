import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { Child, type ChildSpec } from './child.js';
import { lastLines, openLog } from './log-file.js';
import { identify, type ProcessIdentity } from './process-identity.js';
import { StackError } from './stack-error.js';
import type { StepReporter } from './steps.js';

/** A stop ends everything within this time, as a Ctrl-C promises ten seconds. */
const STOP_WITHIN_MS = 9_300;

/** In this order; the last tier has all the time that the others left, as a database writes its checkpoint then. */
const STOP_TIERS: { has: (name: string) => boolean; atMostMs: number }[] = [
  { has: (name) => name !== 'engine' && name !== 'postgres', atMostMs: 4_000 },
  { has: (name) => name === 'engine', atMostMs: 2_300 },
  { has: (name) => name === 'postgres', atMostMs: STOP_WITHIN_MS },
];

/** Every process of one stack: the lasting children and the programs that run once. */
export class ProcessTable {
  readonly #children = new Map<string, Child>();
  readonly #programs = new Map<string, ProcessIdentity>();
  /** From the first stop on nothing new is started: a step that was just preparing would leave a process behind. */
  #closed = false;

  constructor(
    private readonly hooks: {
      reporter: StepReporter;
      changed: () => void;
      gaveUp: (reason: string) => void;
    },
    private readonly restartLimit?: number,
  ) {}

  /** @throws StackError when the stack is being stopped */
  add(spec: ChildSpec): Child {
    this.#refuseWhenClosed();
    const limit = this.restartLimit === undefined ? {} : { restartLimit: this.restartLimit };
    const child = new Child(
      { ...spec, ...limit },
      {
        changed: this.hooks.changed,
        note: (line) => this.hooks.reporter.note(line),
        gaveUp: (_, reason) => this.hooks.gaveUp(reason),
      },
    );
    this.#children.set(spec.name, child);
    return child;
  }

  get(name: string): Child {
    const child = this.#children.get(name);
    if (!child)
      throw new StackError(`no process "${name}" in this stack: ${[...this.#children.keys()].join(', ')}`);
    return child;
  }

  /** All that run now, programs included. */
  running(): (ProcessIdentity & { name: string })[] {
    const children = [...this.#children.values()].flatMap(({ name, identity }) =>
      identity ? [{ name, ...identity }] : [],
    );
    return [...children, ...[...this.#programs].map(([name, identity]) => ({ name, ...identity }))];
  }

  /** Runs a program of ours to its end. Throws a StackError with the last lines that it wrote. */
  async runProgram(options: {
    name: string;
    args: string[];
    cwd: string;
    env: NodeJS.ProcessEnv;
    logFile: string;
    timeoutMs: number;
  }): Promise<void> {
    this.#refuseWhenClosed();
    const log = openLog(options.logFile);
    const child = spawn(process.execPath, options.args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', log, log],
      detached: true,
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    });
    closeSync(log);
    const identity = child.pid === undefined ? null : identify(child.pid);
    if (identity) this.#programs.set(options.name, identity);
    this.hooks.changed();
    const end = await new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(code === 0 ? '' : (signal ?? `exit code ${code}`)));
    });
    this.#programs.delete(options.name);
    this.hooks.changed();
    if (end === '') return;
    const lines = lastLines(options.logFile, 15).map((line) => `    | ${line}`);
    throw new StackError(`${options.name}: gagal / failed (${end})`, lines);
  }

  /** Ends everything: first what uses the engine and the database, then the engine, then the database. */
  async stopAll(): Promise<void> {
    this.#closed = true;
    for (const { pid } of this.#programs.values()) killQuietly(pid);
    const deadline = performance.now() + STOP_WITHIN_MS;
    for (const { has, atMostMs } of STOP_TIERS) {
      const children = [...this.#children.values()].filter(({ name }) => has(name));
      const timeoutMs = Math.min(atMostMs, deadline - performance.now());
      await Promise.all(children.map((child) => child.stop(timeoutMs)));
    }
  }

  /** For the impatient second Ctrl-C. PostgreSQL recovers from its write-ahead log. */
  async killAll(): Promise<void> {
    this.#closed = true;
    for (const { pid } of this.#programs.values()) killQuietly(pid);
    await Promise.all([...this.#children.values()].map((child) => child.kill()));
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StackError('dihentikan / stopped');
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}
