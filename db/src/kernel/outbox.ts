/** What must happen elsewhere is a row of the same transaction; `outbox-relay.ts` is how it gets there. */
import type { Tx } from '../data-source.js';
import { row } from './rows.js';

/** `NOTIFY` channel (empty payload) that wakes the relays. */
export const OUTBOX_CHANNEL = 'lampid_outbox';

export interface OutboxEntry {
  /** The case: rows of one case are delivered one after the other, oldest first. */
  reportId: string;
  /** `start`, `complete`, `correlate`, `cancel`, ... */
  kind: string;
  payload: Record<string, unknown>;
  traceparent?: string | null;
}

/**
 * The caller holds the case's row (`loadReport(..., {lock: 'update'})` or the report it just inserted), so that two
 * transactions of one case cannot commit their rows in the wrong order. Answers the row's id.
 */
export async function enqueue(tx: Tx, entry: OutboxEntry): Promise<string> {
  const inserted = await row<{ id: string }>(
    tx,
    `with inserted as (
       insert into kernel.outbox (report_id, kind, payload, traceparent) values ($1, $2, $3, $4) returning id
     )
     select id, pg_notify('${OUTBOX_CHANNEL}', '') from inserted`,
    [entry.reportId, entry.kind, JSON.stringify(entry.payload), entry.traceparent ?? null],
  );
  return inserted!.id;
}

/** Several rows of several cases in one statement (bulk decisions). */
export async function enqueueAll(tx: Tx, entries: OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `with inserted as (
       insert into kernel.outbox (report_id, kind, payload, traceparent)
       select e."reportId", e.kind, e.payload, e.traceparent
       from jsonb_to_recordset($1::jsonb) as e ("reportId" uuid, kind text, payload jsonb, traceparent text)
       returning 1
     )
     select pg_notify('${OUTBOX_CHANNEL}', '') from (select count(*) from inserted) as counted`,
    [JSON.stringify(entries)],
  );
}
