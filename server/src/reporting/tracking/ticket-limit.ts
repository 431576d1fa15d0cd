/**
 * Wrong answers for one ticket: four digits are guessed in an afternoon by whoever may try without end. The keys in memory are bounded by
 * how often the public may ask at all (`http/public-limit.ts`) within the hour.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Response } from 'express';
import { Problem } from '../../http/problem.js';

export function createTicketLimit(limits = { wrong: 8, seconds: 3_600 }) {
  const wrong = new RateLimiterMemory({ points: limits.wrong, duration: limits.seconds });

  /**
   * Runs `ask`, which throws when the answer was wrong; a right answer costs nothing. Counted before it is asked, so that many at once win
   * nothing. @throws Problem 429, with `Retry-After`
   */
  return async function guard<Answer>(
    ticket: string,
    response: Pick<Response, 'set'>,
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    try {
      await wrong.consume(ticket);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      response.set('Retry-After', String(Math.ceil(refused.msBeforeNext / 1000)));
      throw new Problem('too-many-requests');
    }
    const answer = await ask();
    await wrong.reward(ticket);
    return answer;
  };
}
