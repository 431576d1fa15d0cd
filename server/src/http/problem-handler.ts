/** The last link of the chain: every error leaves as a problem document, and says nothing about our insides. */
import { EngineError } from '@lampid/engine/engine';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Log } from '../observability/log.js';
import { currentScope, traceIdOf } from '../observability/request-scope.js';
import { notFound, Problem } from './problem.js';

export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = asProblem(error);
    if (problem.status >= 500) log.error({ err: error }, 'request failed');
    sendProblem(response, problem, request.path);
  };
}

export const unknownRoute: RequestHandler = (request) => {
  throw notFound({
    id: `Tidak ada ${request.method} di alamat ini`,
    en: `No ${request.method} at this address`,
  });
};

export function sendProblem(response: Response, problem: Problem, path: string): void {
  const scope = currentScope();
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem.toDocument(path, scope && traceIdOf(scope.traceparent))));
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof EngineError && error.code === 'unavailable') return new Problem('engine-unavailable');
  const { type, status } = error as { type?: string; status?: number };
  // body-parser's errors carry a type and a status of their own.
  if (type === 'entity.parse.failed') return new Problem('malformed-json');
  if (type === 'entity.too.large') return new Problem('too-large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Problem('bad-request');
  return new Problem('internal');
}
