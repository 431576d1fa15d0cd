import { performance } from 'node:perf_hooks';
import type { GeneratorResults, PhaseSamples, SubmittedCase } from './protocol.js';

/** What the generator writes down while it runs. */
export class Notes {
  phase = 'start';
  readonly cases: SubmittedCase[] = [];
  faultCount = 0;
  readonly #phases = new Map<string, PhaseSamples>();
  readonly #faults = new Map<string, { what: string; count: number; example: string }>();

  /** Belongs to the phase in which it began: `phase` as it was then. */
  call(phase: string, name: string, ms: number): void {
    const { calls } = this.#of(phase);
    (calls[name] ??= []).push(ms);
  }

  seen(afterMs: number): void {
    this.#of(this.phase).seenAfterMs.push(afterMs);
  }

  /** `what` groups, `example` is kept for the first of the group. */
  fault(what: string, example: string): void {
    this.faultCount += 1;
    const known = this.#faults.get(what);
    if (known) known.count += 1;
    else this.#faults.set(what, { what, count: 1, example: example.slice(0, 600) });
  }

  results(): GeneratorResults {
    const { user, system } = process.cpuUsage();
    return {
      phases: Object.fromEntries(this.#phases),
      cases: this.cases,
      faults: [...this.#faults.values()],
      cpuMs: (user + system) / 1000,
    };
  }

  #of(phase: string): PhaseSamples {
    let samples = this.#phases.get(phase);
    if (!samples) this.#phases.set(phase, (samples = { calls: {}, seenAfterMs: [] }));
    return samples;
  }
}

export const now = (): number => performance.now();
