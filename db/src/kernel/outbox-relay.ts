/**
 * The relay's side of the outbox. A row is eligible only when no earlier undelivered row of its case exists; a poison row
 * therefore blocks its own case and no other. A message that was tried and that nobody waits for yet steps aside: what it
 * waits for may be a later row of its case. A lease is no transaction: a relay that dies loses its rows to the next one
 * after `leaseMs`, so every delivery must be harmless when repeated.
 */
import type { DataSource } from 'typeorm';
import { prepared } from './prepared.js';
import { row, rows } from './rows.js';

/** `last_error` of a message that found no subscription. */
export const NOBODY_WAITS = 'no-subscription';

export interface LeasedRow {
  id: string;
  reportId: string;
  kind: string;
  payload: Record<string, unknown>;
  traceparent: string | null;
  /** This attempt included. */
  attempts: number;
  createdAt: Date;
}

const LEASE = prepared(
  'outbox.lease',
  `with eligible as (
       select o.id from kernel.outbox o
       where o.state = 'pending' and o.next_at <= now() and (o.leased_until is null or o.leased_until < now())
         and not exists (
           select 1 from kernel.outbox e
           where e.report_id = o.report_id and e.id < o.id and e.state <> 'delivered'
             and e.last_error is distinct from '${NOBODY_WAITS}'
         )
       order by o.next_at, o.id limit $1
       for update skip locked
     )
     update kernel.outbox o
     set leased_until = now() + $2 * interval '1 millisecond', attempts = o.attempts + 1
     from eligible where o.id = eligible.id
     returning o.id, o.report_id as "reportId", o.kind, o.payload, o.traceparent, o.attempts,
       o.created_at as "createdAt"`,
);

export async function leaseOutbox(
  dataSource: DataSource,
  options: { limit: number; leaseMs: number },
): Promise<LeasedRow[]> {
  const leased = await rows<LeasedRow>(dataSource.manager, LEASE, [options.limit, options.leaseMs]);
  return leased.sort((left, right) => (BigInt(left.id) < BigInt(right.id) ? -1 : 1));
}

export async function markDelivered(dataSource: DataSource, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await dataSource.query(
    `update kernel.outbox set state = 'delivered', delivered_at = now(), leased_until = null, last_error = null
     where id = any($1::bigint[]) and state <> 'delivered'`,
    [ids],
  );
}

/** Tries again after `delayMs`. `error` is one impersonal line. */
export async function markFailed(
  dataSource: DataSource,
  failure: { id: string; delayMs: number; error: string; countAttempt?: boolean },
): Promise<void> {
  await dataSource.query(
    `update kernel.outbox
     set leased_until = null, last_error = $3, next_at = now() + $2 * interval '1 millisecond',
       attempts = attempts - $4
     where id = $1 and state = 'pending'`,
    [failure.id, failure.delayMs, failure.error, failure.countAttempt === false ? 1 : 0],
  );
}

/** Not to be tried again by itself: the case stands still until a person retries it. */
export async function markPoison(
  dataSource: DataSource,
  poison: { id: string; error: string },
): Promise<void> {
  await dataSource.query(
    `update kernel.outbox set state = 'poison', leased_until = null, last_error = $2
     where id = $1 and state = 'pending'`,
    [poison.id, poison.error],
  );
}

/** A person tries a poison row again. False when it is not poison (any more). */
export async function retryPoison(dataSource: DataSource, id: string): Promise<boolean> {
  const retried = await rows(
    dataSource.manager,
    `update kernel.outbox set state = 'pending', attempts = 0, next_at = now()
     where id = $1 and state = 'poison' returning id`,
    [id],
  );
  return retried.length > 0;
}

export interface OutboxState {
  pending: number;
  poison: number;
  /** Age in ms of the oldest row that may be delivered now, 0 when there is none. */
  lagMs: number;
}

export async function outboxState(dataSource: DataSource): Promise<OutboxState> {
  const state = await row<OutboxState>(
    dataSource.manager,
    `select count(*) filter (where state = 'pending')::int as pending,
       count(*) filter (where state = 'poison')::int as poison,
       coalesce(1000 * extract(epoch from now() - min(created_at) filter (
         where state = 'pending' and last_error is distinct from '${NOBODY_WAITS}')), 0)::float8 as "lagMs"
     from kernel.outbox where state <> 'delivered'`,
  );
  return state!;
}

/** Delivered rows are of no use after a while. Answers how many went. */
export async function forgetDelivered(dataSource: DataSource, olderThanDays: number): Promise<number> {
  const gone = await rows(
    dataSource.manager,
    `delete from kernel.outbox where id in (
       select id from kernel.outbox
       where state = 'delivered' and delivered_at < now() - $1 * interval '1 day' limit 10000
     ) returning id`,
    [olderThanDays],
  );
  return gone.length;
}
