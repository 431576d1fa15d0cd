import type { OpenCases } from './cases.js';
import type { Operators } from './operators.js';
import type { Drive, PlannedReport } from './protocol.js';

const TICK_MS = 20;

/** Decides when the next report is made. */
export class Driver {
  readonly pool: PlannedReport[] = [];
  #next = 0;
  #drive: Drive = { kind: 'none' };
  /** Open loop: when the drive began, and how many reports fell due since. */
  #since = 0;
  #due = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly operators: Operators,
    private readonly cases: OpenCases,
  ) {
    this.#timer = setInterval(() => this.tick(), TICK_MS);
  }

  get left(): number {
    return this.pool.length - this.#next;
  }

  add(reports: PlannedReport[]): void {
    this.pool.push(...reports);
  }

  drive(drive: Drive): void {
    this.#drive = drive;
    this.#since = performance.now();
    this.#due = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  tick(): void {
    const drive = this.#drive;
    if (drive.kind === 'closed') {
      while (this.cases.size + this.operators.submitting < drive.inFlight && this.#one());
    } else if (drive.kind === 'open') {
      // By the clock, not by the answers: a slow server does not get fewer reports.
      const due = Math.floor(((performance.now() - this.#since) / 3_600_000) * drive.perHour);
      for (; this.#due < due; this.#due++) if (!this.#one()) break;
    }
  }

  #one(): boolean {
    const report = this.pool[this.#next];
    if (!report) return false;
    // What was made is forgotten: hours of reports must not pile up.
    this.pool[this.#next++] = undefined as never;
    if (this.#next > 5_000) {
      this.pool.splice(0, this.#next);
      this.#next = 0;
    }
    void this.operators.report(report);
    return true;
  }
}
