import { CallFailed } from './call-failed.js';
import { parseExactJson } from './exact-json.js';
import { SIAK_SIGNATURE_HEADER, siakSignature } from './signature.js';

export interface HttpCall {
  method: 'GET' | 'POST';
  url: string;
  body?: unknown;
  /** Signs the body as it goes over the wire (`X-Siak-Signature`). */
  secret?: string | undefined;
  timeoutMs: number;
  /** W3C trace context of the case, so that the other side's spans join ours. */
  traceparent: string | undefined;
}

export interface HttpAnswer {
  status: number;
  body: unknown;
}

const WORTH_REPEATING = new Set([408, 425, 429]);

/**
 * One HTTP exchange, the reply's body included, within `timeoutMs`. Answers 2xx and 4xx; throws `CallFailed` for time-outs,
 * lost connections, 5xx, 408, 425, 429 and bodies that are not JSON.
 */
export async function httpCall(call: HttpCall): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  const text = call.body === undefined ? undefined : JSON.stringify(call.body);
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.secret === undefined
          ? {}
          : { [SIAK_SIGNATURE_HEADER]: siakSignature(call.secret, text ?? '') }),
        ...(call.traceparent === undefined ? {} : { traceparent: call.traceparent }),
      },
      body: text,
      redirect: 'error',
      signal,
    });
    const answer = await response.text();
    if (response.status >= 500 || WORTH_REPEATING.has(response.status)) {
      throw new CallFailed('http', `answered ${response.status}`, response.status);
    }
    return { status: response.status, body: answer === '' ? null : parseExactJson(answer) };
  } catch (error) {
    throw asCallFailed(error, { signal, timeoutMs: call.timeoutMs });
  }
}

function asCallFailed(error: unknown, context: { signal: AbortSignal; timeoutMs: number }): CallFailed {
  if (error instanceof CallFailed) return error;
  if (context.signal.aborted) return new CallFailed('timeout', `no answer within ${context.timeoutMs} ms`);
  // A parser's message quotes the body, which may hold a NIK: say only what kind of failure it was.
  if (error instanceof SyntaxError) return new CallFailed('http', 'answered something that is not JSON');
  const cause = (error as { cause?: { code?: unknown } }).cause?.code;
  return new CallFailed(
    'http',
    typeof cause === 'string' ? `connection failed (${cause})` : 'connection failed',
  );
}
