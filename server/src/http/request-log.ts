/** One line and one measurement per request. The path is the route's pattern: ids and queries stay out of both. */
import type { Request, RequestHandler } from 'express';
import type { Histogram } from 'prom-client';
import type { Log } from '../observability/log.js';
import { runInScope, traceIdOf, traceparentOf, type RequestScope } from '../observability/request-scope.js';

const UNLOGGED = new Set(['/healthz', '/readyz', '/metrics']);

export function requestLog(options: {
  log: Log;
  durations: Histogram<'method' | 'route' | 'status'>;
}): RequestHandler {
  const { log, durations } = options;
  return (request, response, next) => {
    const began = performance.now();
    const scope: RequestScope = { traceparent: traceparentOf(header(request, 'traceparent')) };
    response.set('X-Trace-Id', traceIdOf(scope.traceparent));
    response.on('close', () => {
      const seconds = (performance.now() - began) / 1000;
      const route = routeOf(request);
      const status = response.writableFinished ? String(response.statusCode) : 'aborted';
      durations.observe({ method: request.method, route, status }, seconds);
      if (UNLOGGED.has(route)) return;
      runInScope(scope, () =>
        log[response.statusCode >= 500 ? 'error' : 'info'](
          { method: request.method, route, status, ms: Math.round(seconds * 1000), user: request.callerName },
          'request',
        ),
      );
    });
    runInScope(scope, next);
  };
}

function routeOf(request: Request): string {
  const { route, baseUrl } = request as { route?: { path?: unknown }; baseUrl: string };
  if (typeof route?.path === 'string') return `${baseUrl}${route.path}`;
  if (request.originalUrl.startsWith('/oidc')) return '/oidc';
  return request.originalUrl.startsWith('/api') ? '/api (unknown)' : '/ (site)';
}

function header(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
