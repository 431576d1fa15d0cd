/**
 * What every log line of one request (or of one delivered command) carries: the trace it belongs to and the case it is
 * about. Kept in an AsyncLocalStorage so that nobody has to hand it on.
 */
import { context, isSpanContextValid, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

export interface RequestScope {
  /** W3C trace context, `00-<trace id>-<span id>-<flags>`. */
  traceparent: string;
  ticket?: string;
  reportId?: string;
}

const scopes = new AsyncLocalStorage<RequestScope>();
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export function runInScope<T>(scope: RequestScope, work: () => T): T {
  return scopes.run(scope, work);
}

export function currentScope(): RequestScope | undefined {
  return scopes.getStore();
}

/** Names the case in the log lines that follow in this request. */
export function tagScope(tags: { ticket?: string | null; reportId?: string }): void {
  const scope = scopes.getStore();
  if (!scope) return;
  if (tags.ticket) scope.ticket = tags.ticket;
  if (tags.reportId) scope.reportId = tags.reportId;
}

/** The trace of the caller: the active span when OpenTelemetry runs, else the header, else a new one, so that logs always link. */
export function traceparentOf(header: string | undefined): string {
  return activeTraceparent() ?? (header && TRACEPARENT.test(header) ? header : newTraceparent());
}

/** What is stored beside a report or an outbox row, so that its later steps join the same trace. */
export function currentTraceparent(): string | null {
  return activeTraceparent() ?? currentScope()?.traceparent ?? null;
}

export function traceIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}

function activeTraceparent(): string | null {
  const span = trace.getSpan(context.active());
  if (!span || !isSpanContextValid(span.spanContext())) return null;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;
}
