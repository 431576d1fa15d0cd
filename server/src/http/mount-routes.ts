/** Puts routes on express: who is calling, may they, is the input sound, then the use case, then its answer. */
import { json, raw, Router, type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { assertMay, type Caller } from '../identity/authorize.js';
import type { CallerResolver } from '../identity/caller.js';
import { parseInput } from './input-faults.js';
import { badCursor } from './page.js';
import { Problem } from './problem.js';
import { SENT, type Route } from './route.js';
import { unstorable } from './storable.js';

export interface MountOptions {
  routes: Route[];
  callers: CallerResolver;
  /** Tests: an answer that is not what the contract says is an error. */
  checkReplies?: boolean;
}

/** Bodies of the API; files come as multipart and have limits of their own. */
const BODY_LIMIT = '1mb';

export function mountRoutes(options: MountOptions): Router {
  const router = Router({ caseSensitive: true });
  for (const route of options.routes) {
    const reader = bodyReaderOf(route);
    // Who calls is known before their body is read: nobody without the right to upload makes us take in megabytes.
    const handlers = reader
      ? [gateOf(route, options), reader, handlerOf(route, options)]
      : [handlerOf(route, options)];
    router[route.method](expressPath(route.path), ...handlers);
  }
  return router;
}

function bodyReaderOf(route: Route): RequestHandler | null {
  if (route.multipart) return uploadOf(route.multipart);
  if (route.rawBody) return raw({ type: () => true, limit: BODY_LIMIT });
  return route.body ? json({ limit: BODY_LIMIT, type: ['application/json', 'application/*+json'] }) : null;
}

/** `/reports/{id}` -> `/reports/:id` */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function gateOf(route: Route, options: MountOptions): RequestHandler {
  return async (request, _, next) => {
    request.caller = await callerOf(route, request, options.callers);
    next();
  };
}

function handlerOf(route: Route, options: MountOptions): RequestHandler {
  return async (request, response) => {
    const caller = request.caller ?? (await callerOf(route, request, options.callers));
    const params = route.params ? parseParams(route, request) : {};
    const query = route.query ? parseInput(route.query, request.query, 'query') : {};
    const body = route.body ? parseInput(route.body, request.body) : undefined;
    const input = { caller: caller!, params, query, body, request, response };
    const answer = await route.handle(input).catch((error: unknown) => {
      throw isOfForgedCursor(error, query, body) ? badCursor() : error;
    });
    if (answer === SENT) return;
    if (options.checkReplies && route.reply) route.reply.parse(answer.body);
    send(response, answer.status ?? route.status ?? 200, answer);
  };
}

async function callerOf(route: Route, request: Request, callers: CallerResolver): Promise<Caller | null> {
  const caller = await callers.find(request);
  request.callerName = caller?.username;
  if (route.access === 'public') return caller;
  if (!caller) throw new Problem('not-signed-in');
  if (route.access !== 'signed-in') assertMay(caller, route.access);
  return caller;
}

/** A path that cannot name anything is a thing that does not exist. */
function parseParams(route: Route, request: Request): unknown {
  const parsed = route.params!.safeParse(request.params);
  if (!parsed.success || unstorable(request.params)) throw new Problem('not-found');
  return parsed.data;
}

/** A position that the database cannot read (SQLSTATE class 22, data exception) stood in a cursor that is none of ours. */
function isOfForgedCursor(error: unknown, ...inputs: unknown[]): boolean {
  const { code } = error as { code?: unknown };
  const isDataException = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  return (
    isDataException &&
    inputs.some((input) => (input as { cursor?: unknown } | undefined)?.cursor !== undefined)
  );
}

function uploadOf(limits: NonNullable<Route['multipart']>): RequestHandler {
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limits.maxBytes, files: limits.maxFiles, fields: 10, fieldSize: 64 * 1024 },
  }).array(limits.field, limits.maxFiles);
  return (request, response, next) =>
    upload(request, response, (error: unknown) => {
      if (!error) return next();
      const { code } = error as { code?: string };
      if (code === 'LIMIT_FILE_SIZE') return next(tooLarge(limits.maxBytes));
      const text = { id: 'Kiriman multipart tidak dapat dibaca', en: 'The multipart body cannot be read' };
      next(new Problem('bad-request', text));
    });
}

function tooLarge(maxBytes: number): Problem {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new Problem('too-large', {
    id: `Berkas melebihi ${megabytes} MB`,
    en: `The file exceeds ${megabytes} MB`,
  });
}

function send(
  response: Response,
  status: number,
  answer: { headers?: Record<string, string>; body: unknown },
): void {
  response.status(status).set('Cache-Control', 'no-store');
  if (answer.headers) response.set(answer.headers);
  if (answer.body === undefined || answer.body === null) response.end();
  else response.json(answer.body);
}

declare module 'express-serve-static-core' {
  interface Request {
    caller?: Caller | null;
    /** For the request log. */
    callerName?: string | undefined;
  }
}
