import { CallFailed } from './call-failed.js';
import type { CallGuard } from './call-guard.js';
import { httpCall, type HttpAnswer } from './http-call.js';
import { withoutNik } from './masked-nik.js';
import type { ClientEvent, Operation, Service } from './options.js';
import type { Unavailable } from './outcomes.js';

export interface CallContext {
  /** W3C `traceparent` of the case. */
  traceparent?: string | undefined;
}

/** One guarded exchange: `read` turns the answer into an outcome, or null when it is not one we know. */
export interface Exchange<Outcome> {
  operation: Operation;
  repeatable: boolean;
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  context: CallContext | undefined;
  subject?: string;
  read: (answer: HttpAnswer) => Outcome | null;
}
export type Ask = <Outcome extends { kind: string }>(
  exchange: Exchange<Outcome>,
) => Promise<Outcome | Unavailable>;

/** Makes the one way out to a service: guarded, timed, reported to the listeners, and never throwing for an outage. */
export function createAsk(input: {
  service: Service;
  guard: CallGuard;
  origin: string;
  /** Signs every body, for services that know us by a shared secret. */
  secret?: string;
  timeoutMs: number;
  emit: (event: ClientEvent) => void;
}): Ask {
  return async (exchange) => {
    const startedAt = performance.now();
    const report = (outcome: string, failure?: string) =>
      input.emit({
        event: 'call',
        service: input.service,
        operation: exchange.operation,
        outcome,
        // Rounded: a long fraction would look like a NIK to whoever searches the log for one.
        ms: Math.round(performance.now() - startedAt),
        cached: false,
        ...(exchange.subject === undefined ? {} : { subject: exchange.subject }),
        ...(failure === undefined ? {} : { failure: withoutNik(failure) }),
      });
    const attempt = async () => {
      const answer = await httpCall({
        method: exchange.method,
        url: input.origin + exchange.path,
        body: exchange.body,
        secret: input.secret,
        timeoutMs: input.timeoutMs,
        traceparent: exchange.context?.traceparent,
      });
      const outcome = exchange.read(answer);
      if (outcome === null)
        throw new CallFailed('http', `unknown answer, status ${answer.status}`, answer.status);
      return outcome;
    };
    try {
      const outcome = await input.guard.run(attempt, { repeatable: exchange.repeatable });
      report('reason' in outcome ? `${outcome.kind}:${String(outcome.reason)}` : outcome.kind);
      return outcome;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      report(`unavailable:${error.reason}`, error.message);
      return { kind: 'unavailable', reason: error.reason };
    }
  };
}
