import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type {
  Drive,
  FromGenerator,
  GeneratorResults,
  GeneratorSettings,
  PlannedReport,
  Progress,
  ToGenerator,
} from './generator/protocol.js';

/** Reports of one message: a few megabytes. */
const CHUNK = 500;

/** The load generator's process as the benchmark drives it. */
export class LoadGenerator {
  progress: Progress = { left: 0, inFlight: 0, ended: 0, submitted: 0, faults: 0 };
  readonly #waiting = new Map<FromGenerator['kind'], (message: FromGenerator) => void>();
  #ended: string | null = null;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message) => this.#take(message as FromGenerator));
    child.once('exit', (code, signal) => (this.#ended = signal ?? `exit code ${code}`));
  }

  static async start(settings: GeneratorSettings): Promise<LoadGenerator> {
    const file = import.meta.url.endsWith('.ts') ? './generator/main.ts' : './generator/main.js';
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const generator = new LoadGenerator(child);
    generator.#send({ kind: 'settings', settings });
    await generator.#next('ready');
    return generator;
  }

  get pid(): number {
    return this.child.pid!;
  }

  add(reports: PlannedReport[]): void {
    for (let start = 0; start < reports.length; start += CHUNK) {
      this.#send({ kind: 'reports', reports: reports.slice(start, start + CHUNK) });
    }
    this.progress.left += reports.length;
  }

  phase(name: string, drive: Drive): void {
    this.#send({ kind: 'phase', name, drive });
  }

  async results(): Promise<GeneratorResults> {
    this.#send({ kind: 'results' });
    const answer = await this.#next('results');
    return (answer as Extract<FromGenerator, { kind: 'results' }>).results;
  }

  /** @throws Error when the process has ended by itself: nothing that was measured then is worth anything */
  check(): void {
    if (this.#ended !== null) throw new Error(`the load generator ended (${this.#ended})`);
  }

  async stop(): Promise<void> {
    if (this.#ended !== null) return;
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.#send({ kind: 'stop' });
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(timer);
  }

  #send(message: ToGenerator): void {
    if (this.child.connected) this.child.send(message);
  }

  #take(message: FromGenerator): void {
    if (message.kind === 'progress') this.progress = message.progress;
    else this.#waiting.get(message.kind)?.(message);
  }

  async #next(kind: FromGenerator['kind']): Promise<FromGenerator> {
    return await new Promise((resolve, reject) => {
      const gone = () => reject(new Error(`the load generator ended (${this.#ended ?? 'unknown'})`));
      this.child.once('exit', gone);
      this.#waiting.set(kind, (message) => {
        this.child.off('exit', gone);
        this.#waiting.delete(kind);
        resolve(message);
      });
    });
  }
}
