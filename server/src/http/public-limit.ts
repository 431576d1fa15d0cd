/** How often the public may ask: per address, and all together, for behind some proxies an address is only what the caller says. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Request, Response } from 'express';
import { Problem } from './problem.js';

export function createPublicLimit(limits = { perAddress: 30, together: 1_200, seconds: 60 }) {
  const perAddress = new RateLimiterMemory({ points: limits.perAddress, duration: limits.seconds });
  const together = new RateLimiterMemory({ points: limits.together, duration: limits.seconds });

  /** @throws Problem 429, with `Retry-After` */
  return async function spend(request: Pick<Request, 'ip'>, response: Pick<Response, 'set'>): Promise<void> {
    try {
      await perAddress.consume(request.ip ?? 'unknown');
      await together.consume('everybody');
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      response.set('Retry-After', String(Math.ceil(refused.msBeforeNext / 1000)));
      throw new Problem('too-many-requests');
    }
  };
}
