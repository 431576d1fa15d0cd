import type { RequestHandler } from 'express';

/** Answers of the API are read by our own pages and by machines: no other site embeds them, and nothing is taken for what it is not called. */
export const apiHeaders: RequestHandler = (_, response, next) => {
  response.set({
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "frame-ancestors 'self'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'same-origin',
  });
  next();
};
