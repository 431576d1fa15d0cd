import { parseExactJson } from '@lampid/db/integration/dukcapil/exact-json';
import express, { type RequestHandler } from 'express';

/** Reads JSON bodies without losing a digit; what is not JSON becomes `undefined`, for each face to answer in its own way. */
export function exactBody(): RequestHandler[] {
  const parse: RequestHandler = (request, _response, next) => {
    const text: unknown = request.body;
    request.body = undefined;
    if (typeof text === 'string' && text !== '') {
      try {
        request.body = parseExactJson(text);
      } catch {
        // Left undefined: not JSON.
      }
    }
    next();
  };
  return [express.text({ type: ['json', '+json', 'text/*'], limit: '64mb' }), parse];
}
