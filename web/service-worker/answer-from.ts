/**
 * Where the answer to a request comes from. Only what is named here is ever kept: the product's own files, and the event types with their
 * form schemas and rules, which are the same for every officer and hold no person. Nothing else of the API passes through here at all.
 */
export type AnswerFrom =
  /** The product's page; from the server while it answers. */
  | 'page'
  /** A file of this build. */
  | 'file'
  /** Event types, form schemas and rules; from the server while it answers. */
  | 'reference';

/** What the address of the event types is without an example: with one it would hold a (synthetic) family. */
export const EVENT_TYPES = '/api/v1/event-types?example=none';

/** The tables that judge reports of a type, and the code that reads their facts. */
const RULES = /^\/api\/v1\/event-types\/[\w-]+\/(rules|form-facts\.js)$/;

/** Pages of the server itself: signing in and out, descriptions, downloads. */
const NOT_THE_PRODUCT = /^\/(api|oidc|auth|problems)(\/|$)/;

/** Null: the browser asks the server as if nobody stood between. */
export function answerFrom(
  request: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
): AnswerFrom | null {
  const { pathname, search, origin: asked } = new URL(request.url);
  if (request.method !== 'GET' || asked !== origin) return null;
  if (pathname + search === EVENT_TYPES || RULES.test(pathname)) return 'reference';
  if (request.mode === 'navigate') return NOT_THE_PRODUCT.test(pathname) ? null : 'page';
  return pathname.startsWith('/assets/') || pathname === '/favicon.svg' ? 'file' : null;
}
