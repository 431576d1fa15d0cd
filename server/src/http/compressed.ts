import compression from 'compression';
import type { RequestHandler } from 'express';

/** A shorter answer costs more to compress than a slow line to carry. */
const WORTH_IT_BYTES = 4_096;
const JSON_ANSWER = /^application\/(problem\+)?json\b/;

/**
 * Long JSON answers, for offices on a slow line: forms and lists shrink to a tenth. Nothing else: files are compressed already, and a stream
 * of events must not wait in a buffer. No answer carries a secret beside words of the caller's (BREACH): the session is a cookie.
 */
export function compressed(): RequestHandler {
  return compression({
    threshold: WORTH_IT_BYTES,
    filter: (_, response) => JSON_ANSWER.test(String(response.getHeader('content-type') ?? '')),
  });
}
