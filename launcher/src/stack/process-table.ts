import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { Child, type ChildSpec } from './child.js';
import { lastLines, openLog } from './log-file.js';
import { identify, type ProcessIdentity } from './process-identity.js';
import { StackError } from './stack-error.js';
import type { StepReporter } from './steps.js';

/** Time that each tier has to end in good order. Together they stay under the ten seconds of a Ctrl-C. */
const STOP_TIERS: { has: (name: string) => boolean; timeoutMs: number }[] = [
  { has: (name) => name !== 'engine' && name !== 'postgres', timeoutMs: 4_000 },
  { has: (name) => name === 'engine', timeoutMs: 2_500 },
  { has: (name) => name === 'postgres', timeoutMs: 2_500 },
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
    for (const tier of STOP_TIERS) {
      const children = [...this.#children.values()].filter(({ name }) => tier.has(name));
      await Promise.all(children.map((child) => child.stop(tier.timeoutMs)));
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
