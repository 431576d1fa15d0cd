import { createHash } from 'node:crypto';
import type { Tx } from '@lampid/db/data-source';
import { keepAnswer, takeKey, type IdempotencyKey } from '@lampid/db/reporting/queries-idempotency';
import type { Request } from 'express';
import type { Caller } from '../identity/authorize.js';
import { Problem } from '../http/problem.js';

export const IDEMPOTENCY_HEADER = {
  'Idempotency-Key': {
    description:
      'Per user and route, kept 24 h: the same body gets the same answer, another body 422, in flight 409.',
    required: true,
  },
} as const;

/** @throws Problem 400 when the header is missing or unfit */
export function idempotencyKeyOf(request: Request, caller: Caller, route: string): IdempotencyKey {
  const key = request.get('Idempotency-Key')?.trim() ?? '';
  if (key === '') throw new Problem('idempotency-key-required');
  if (key.length > 200)
    throw new Problem('bad-request', {
      id: 'Idempotency-Key terlalu panjang',
      en: 'Idempotency-Key is too long',
    });
  const bodySha256 = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('hex');
  return { username: caller.username, route, key, bodySha256 };
}

export interface StoredAnswer<Body> {
  status: number;
  body: Body;
  replayed: boolean;
}

/**
 * Runs the work once per key, in its transaction. A refusal (a throw) is not kept: nothing happened, the same key may come
 * again with a better body.
 * @throws Problem 409 while another request holds the key, 422 when it was used with another body
 */
export async function answerOnce<Body>(
  tx: Tx,
  key: IdempotencyKey,
  work: () => Promise<{ status: number; body: Body }>,
): Promise<StoredAnswer<Body>> {
  const state = await takeKey(tx, key);
  switch (state.kind) {
    case 'in-flight':
      throw new Problem('request-in-flight');
    case 'other-body':
      throw new Problem('idempotency-key-reused');
    case 'answered':
      return { status: state.status, body: state.body as Body, replayed: true };
    case 'fresh': {
      const answer = await work();
      await keepAnswer(tx, key, answer);
      return { ...answer, replayed: false };
    }
  }
}
