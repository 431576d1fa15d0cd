/**
 * OpenTelemetry for any Node process of ours: `node --import ./server/otel.mjs server/dist/main.js`, with
 * OTEL_EXPORTER_OTLP_ENDPOINT set. It must come first: libraries are instrumented as they are imported.
 * Names and numbers of people stay out of the spans: no query strings, no statement parameters.
 */
import { register } from 'node:module';
import { basename, dirname } from 'node:path';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { ExpressInstrumentation } from '@opentelemetry/instrumentation-express';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { NodeSDK } from '@opentelemetry/sdk-node';

const UNTRACED = /^\/(healthz|readyz|metrics)\b/;

/** `server`, `workers`, ...: the room whose `dist` is run. */
function serviceName() {
  return process.env.OTEL_SERVICE_NAME ?? `lampid-${basename(dirname(dirname(process.argv[1] ?? '')))}`;
}

if (process.env.OTEL_EXPORTER_OTLP_ENDPOINT) {
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  const sdk = new NodeSDK({
    serviceName: serviceName(),
    traceExporter: new OTLPTraceExporter(),
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: (request) => UNTRACED.test(request.url ?? ''),
        requestHook: (span, request) => {
          const path = (request.url ?? request.path ?? '').split('?')[0];
          span.setAttributes({ 'url.query': '', 'url.path': path, 'http.target': path });
          if (request.url !== undefined) span.setAttributes({ 'http.url': path, 'url.full': path });
        },
      }),
      // A span for each small middleware would hide the request among them.
      new ExpressInstrumentation({ ignoreLayersType: ['middleware', 'router'] }),
      new PgInstrumentation({ enhancedDatabaseReporting: false, requireParentSpan: true }),
    ],
  });
  sdk.start();
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.once(signal, () => void sdk.shutdown().catch(() => undefined));
}
