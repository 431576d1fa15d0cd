import type { RequestHandler } from 'express';
import { createPublicLimit } from '../../http/public-limit.js';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * How often a machine may ask for a token, and anybody guess a secret. Our own web asks over the loopback at every sign-in and is not
 * counted; what a proxy on this machine passes on names where it came from.
 */
export function tokenLimit(): RequestHandler {
  const spend = createPublicLimit({ perAddress: 30, together: 600, seconds: 60 });
  return async (request, response, next) => {
    const isOwn =
      LOOPBACK.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
    if (!isOwn) await spend(request, response);
    next();
  };
}
