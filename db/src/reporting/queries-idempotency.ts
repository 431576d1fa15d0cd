/** `Idempotency-Key`: the answer is kept in the transaction of what it answers, so a crash leaves neither. */
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

export interface IdempotencyKey {
  username: string;
  route: string;
  key: string;
  bodySha256: string;
}

export type KeyState =
  | { kind: 'fresh' }
  /** Another request with this key is running. */
  | { kind: 'in-flight' }
  | { kind: 'other-body' }
  | { kind: 'answered'; status: number; body: unknown };

/** Holds the key until the transaction ends. Keys older than 24 hours are forgotten. */
export async function takeKey(tx: Tx, key: IdempotencyKey): Promise<KeyState> {
  const lock = await row<{ taken: boolean }>(
    tx,
    `select pg_try_advisory_xact_lock(hashtextextended($1, 3273)) as taken`,
    [JSON.stringify([key.username, key.route, key.key])],
  );
  if (!lock!.taken) return { kind: 'in-flight' };
  const known = await row<{ bodySha256: string; status: number; body: unknown }>(
    tx,
    `select body_sha256 as "bodySha256", status, body from reporting.idempotency
     where username = $1 and route = $2 and key = $3 and created_at > now() - interval '24 hours'`,
    [key.username, key.route, key.key],
  );
  if (!known) return { kind: 'fresh' };
  if (known.bodySha256 !== key.bodySha256) return { kind: 'other-body' };
  return { kind: 'answered', status: known.status, body: known.body };
}

export async function keepAnswer(
  tx: Tx,
  key: IdempotencyKey,
  answer: { status: number; body: unknown },
): Promise<void> {
  await tx.query(
    `insert into reporting.idempotency (username, route, key, body_sha256, status, body)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (username, route, key) do update
     set body_sha256 = excluded.body_sha256, status = excluded.status, body = excluded.body, created_at = now()`,
    [key.username, key.route, key.key, key.bodySha256, answer.status, JSON.stringify(answer.body)],
  );
}

export async function forgetOldKeys(tx: Tx): Promise<void> {
  await tx.query(`delete from reporting.idempotency where created_at < now() - interval '25 hours'`);
}
