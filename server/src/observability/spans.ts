/** Work that a case caused earlier, as a span of that case's trace: the trace is kept with the case, not in a header. */
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { randomBytes } from 'node:crypto';
import { runInScope, type RequestScope } from './request-scope.js';

const tracer = trace.getTracer('lampid-server');

export async function inSpanOf<T>(
  work: {
    name: string;
    traceparent: string | null;
    reportId?: string;
    attributes?: Record<string, string | number>;
  },
  run: () => Promise<T>,
): Promise<T> {
  const carrier = work.traceparent ? { traceparent: work.traceparent } : {};
  const parent = propagation.extract(ROOT_CONTEXT, carrier);
  const attributes = { ...work.attributes, ...(work.reportId && { 'lampid.report_id': work.reportId }) };
  const span = tracer.startSpan(work.name, { kind: SpanKind.CONSUMER, attributes }, parent);
  const scope: RequestScope = {
    traceparent:
      work.traceparent ?? `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`,
    ...(work.reportId && { reportId: work.reportId }),
  };
  try {
    return await context.with(trace.setSpan(parent, span), () => runInScope(scope, run));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
    throw error;
  } finally {
    span.end();
  }
}
