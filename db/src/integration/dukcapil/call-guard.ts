import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  IsolatedCircuitError,
  retry,
  wrap,
} from 'cockatiel';
import { CallFailed } from './call-failed.js';

export type BreakerState = 'closed' | 'open' | 'half-open';

export interface GuardOptions {
  /** Repeats after the first attempt, for calls that may be repeated. */
  retries: number;
  retryBaseMs: number;
  /** Failures in a row that open the breaker. */
  breakAfter: number;
  /** How long the breaker stays open before one trial call. */
  halfOpenAfterMs: number;
  /** Calls under way at once, and calls that may wait for their turn. */
  concurrency: number;
  queue: number;
}

/**
 * Guards the calls to one service: retry (jittered) around a bulkhead around a circuit breaker. The breaker is innermost so
 * that calls which queued before an outage fail at once when their turn comes, instead of timing out one after another.
 */
export class CallGuard {
  private readonly breaker;
  private readonly once;
  private readonly repeating;

  constructor(options: GuardOptions, onStateChange: (state: BreakerState) => void) {
    const noAnswer = handleWhen(
      (error) => error instanceof CallFailed && (error.reason === 'timeout' || error.reason === 'http'),
    );
    this.breaker = circuitBreaker(noAnswer, {
      halfOpenAfter: options.halfOpenAfterMs,
      breaker: new ConsecutiveBreaker(options.breakAfter),
    });
    this.breaker.onStateChange((state) => onStateChange(nameOf(state)));
    this.once = wrap(bulkhead(options.concurrency, options.queue), this.breaker);
    const retries = retry(noAnswer, {
      maxAttempts: options.retries,
      backoff: new ExponentialBackoff({
        initialDelay: options.retryBaseMs,
        maxDelay: 20 * options.retryBaseMs,
      }),
    });
    this.repeating = wrap(retries, this.once);
  }

  get state(): BreakerState {
    return nameOf(this.breaker.state);
  }

  /** Runs `call`; `repeatable` only for calls whose repetition has no second effect. Throws `CallFailed`. */
  async run<T>(call: () => Promise<T>, { repeatable }: { repeatable: boolean }): Promise<T> {
    try {
      return await (repeatable ? this.repeating : this.once).execute(call);
    } catch (error) {
      if (error instanceof BrokenCircuitError || error instanceof IsolatedCircuitError) {
        throw new CallFailed('open', 'circuit breaker is open');
      }
      if (error instanceof BulkheadRejectedError) throw new CallFailed('busy', 'too many calls are waiting');
      throw error;
    }
  }
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
