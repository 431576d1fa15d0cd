import { z } from 'zod';
import { draw } from './seeded.js';

const rate = z.number().min(0).max(1);
const milliseconds = z.number().min(0).max(3_600_000);

/** What can go wrong, on demand. A patch names only what changes. */
export const faultsSchema = z.strictObject({
  /** Log-normal latency of every Dukcapil and SIAK answer. */
  latencyP50Ms: milliseconds,
  latencyP99Ms: milliseconds,
  /** Share of calls that are never answered. */
  timeoutRate: rate,
  /** Share of calls answered 5xx, without any effect. */
  errorRate: rate,
  /** Share of calls that take effect but whose answer is lost on the way. */
  lostReplyRate: rate,
  /** Share of new postings that SIAK rejects, and how many of the next ones it rejects for certain. */
  nackRate: rate,
  nackNext: z.int().min(0),
  /** `true` (same as `reset`): connections break without an answer; `503`: every call is answered 503. Callbacks stop too. */
  down: z.union([z.boolean(), z.literal('reset'), z.literal('503')]),
  /** Calls that each account has left today, counted anew from when it is set. 0: the quota is used up. */
  quota: z.int().min(0),
  /** From the 202 to the first try of its callback. */
  ackDelayMs: milliseconds,
  /** Share of callbacks that are never sent; posting the event again gives another chance. */
  dropAckRate: rate,
  /** Every delivered callback comes a second time. */
  duplicateAck: z.boolean(),
  /** From an accepted move-out letter of our city to the arrival at its destination; null: nobody arrives by himself. */
  destinationDelayMs: milliseconds.nullable(),
});
export type Faults = z.infer<typeof faultsSchema>;

/** Rates by which a single call may fail. */
type RateName = 'timeoutRate' | 'errorRate' | 'lostReplyRate' | 'nackRate' | 'dropAckRate';

const NONE: Omit<Faults, 'latencyP50Ms' | 'latencyP99Ms' | 'quota' | 'ackDelayMs' | 'destinationDelayMs'> = {
  timeoutRate: 0,
  errorRate: 0,
  lostReplyRate: 0,
  nackRate: 0,
  nackNext: 0,
  down: false,
  dropAckRate: 0,
  duplicateAck: false,
};

export type FaultDefaults = Pick<
  Faults,
  'latencyP50Ms' | 'latencyP99Ms' | 'quota' | 'ackDelayMs' | 'destinationDelayMs'
>;

/** z-score of the 99th percentile. */
const Z99 = 2.326;

/** The faults in force, and the dice: deterministic by seed and by the number of the call since the last reset. */
export class FaultBoard {
  private faults: Faults;
  private counts = new Map<string, number>();
  /** Bumped when the quota is set anew, so that counters start again. */
  quotaEpoch = 0;

  constructor(
    private readonly seed: string,
    private readonly defaults: FaultDefaults,
  ) {
    this.faults = { ...NONE, ...defaults };
  }

  get current(): Readonly<Faults> {
    return this.faults;
  }

  patch(patch: Partial<Faults>): void {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    this.faults = { ...this.faults, ...given };
    if (patch.quota !== undefined) this.quotaEpoch += 1;
  }

  reset(): void {
    this.faults = { ...NONE, ...this.defaults };
    this.counts = new Map();
    this.quotaEpoch += 1;
  }

  /** Rolls the dice for one call, or for `key` when the same thing must always fall the same way. */
  strikes(rateName: RateName, ...key: (string | number)[]): boolean {
    const chance = this.faults[rateName];
    if (chance <= 0) return false;
    return draw(this.seed, rateName, ...(key.length > 0 ? key : [this.next(rateName)])) < chance;
  }

  /** True once for each of the `nackNext` postings. */
  takeNack(): boolean {
    if (this.faults.nackNext === 0) return false;
    this.faults = { ...this.faults, nackNext: this.faults.nackNext - 1 };
    return true;
  }

  latencyMs(): number {
    const { latencyP50Ms: median, latencyP99Ms } = this.faults;
    if (median === 0) return 0;
    const spread = Math.log(Math.max(1, latencyP99Ms / median)) / Z99;
    const n = this.next('latency');
    // Box-Muller: a standard normal number of two even ones.
    const radius = Math.sqrt(-2 * Math.log(1 - draw(this.seed, 'latency-r', n)));
    const normal = radius * Math.cos(2 * Math.PI * draw(this.seed, 'latency-a', n));
    return Math.min(median * Math.exp(spread * normal), 60_000);
  }

  private next(name: string): number {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count;
  }
}
