import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Work } from '@lampid/engine/engine';

const tracer = trace.getTracer('lampid-workers');

/** Runs a step inside a span that continues the trace kept with the case (variable `traceparent`). */
export async function inWorkSpan<T>(work: Work, run: (traceparent: string | null) => Promise<T>): Promise<T> {
  const kept = typeof work.variables.traceparent === 'string' ? work.variables.traceparent : null;
  const parent = kept ? propagation.extract(context.active(), { traceparent: kept }) : context.active();
  const attributes = {
    'lampid.report_id': work.businessKey,
    'lampid.element': work.element,
    'lampid.topic': work.topic,
  };
  return tracer.startActiveSpan(
    `work ${work.topic}`,
    { kind: SpanKind.CONSUMER, attributes },
    parent,
    async (span) => {
      const carrier: { traceparent?: string } = {};
      propagation.inject(context.active(), carrier);
      try {
        return await run(carrier.traceparent ?? kept);
      } catch (error) {
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : 'failure',
        });
        throw error;
      } finally {
        span.end();
      }
    },
  );
}
