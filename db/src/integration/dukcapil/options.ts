import type { BreakerState, GuardOptions } from './call-guard.js';
import type { CityPeers } from './city-peers.js';
import type { Quota } from './quota-watch.js';

/**
 * What stands behind the client; each has its own breaker, so that a SIAK outage does not stop verification. Another city that
 * runs e-LAMPID is a service of its own, `city-32.77`.
 */
export type Service = 'dukcapil' | 'siak' | `city-${string}`;

export type Operation =
  | 'verify'
  | 'biodata'
  | 'submit-event'
  | 'letter-lookup'
  | 'letter-reserve'
  | 'letter-confirm'
  | 'letter-release'
  | 'example-letter';

/** What the client tells its process, for metrics and the log. Nothing in it holds a NIK in clear. */
export type ClientEvent =
  | { event: 'breaker'; service: Service; state: BreakerState }
  | { event: 'quota-low'; quota: Quota }
  /** One call as its caller saw it, retries included. `subject` is a masked NIK, or absent when no person is concerned. */
  | {
      event: 'call';
      service: Service;
      operation: Operation;
      outcome: string;
      ms: number;
      cached: boolean;
      subject?: string;
      failure?: string;
    };

export interface DukcapilClientOptions {
  /** Origin of the Dukcapil web service, e.g. `https://10.1.2.3`, and of SIAK (default: the same). */
  dukcapilUrl: string;
  siakUrl?: string;
  /** Cities asked directly about their letters; the others are reached through SIAK. */
  peers?: CityPeers;
  /** `idLembaga` of the URL, and the account that every call names. */
  institutionId: string;
  userId: string;
  password: string;
  /** Our address as registered with Dukcapil (`ip_user`). */
  clientIp: string;
  /** `TRESHOLD`: likeness (0..100) from which Dukcapil calls a name "Sesuai". Default 90. */
  likenessThreshold?: number;
  /** Per attempt. Default 5,000 ms: the service's p99 is 3 s. */
  timeoutMs?: number;
  guard?: Partial<GuardOptions>;
  /** Positive verifications are kept this long, 24 h at most. Defaults 12 h and 20,000 people; 0 turns the cache off. */
  cacheTtlMs?: number;
  cacheEntries?: number;
  /** Calls per day in the contract; without it the highest `quotaLimiter` seen counts as 100 %. */
  dailyQuota?: number;
  /** Keys the short hash of masked NIKs, so that lines of different processes can be matched. Default: per process. */
  logPepper?: string;
  now?: () => number;
}

export const DEFAULT_GUARD: GuardOptions = {
  retries: 2,
  retryBaseMs: 150,
  // Above retries + 1: one person whose query always hangs must not shut everybody else out.
  breakAfter: 8,
  halfOpenAfterMs: 10_000,
  concurrency: 24,
  queue: 1_000,
};
