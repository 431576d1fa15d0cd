import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';
import { SiakPostingEntity } from './siak-posting-entity.js';

export type SiakPosting = SiakPostingEntity;

/** Before the first sending; a repeat changes nothing. */
export async function openPosting(
  tx: Tx,
  posting: { correlationId: string; reportId: string; registrationId: string; kind: string },
): Promise<void> {
  await tx.query(
    `insert into integration.siak_posting (correlation_id, report_id, registration_id, kind)
     values ($1, $2, $3, $4) on conflict (correlation_id) do nothing`,
    [posting.correlationId, posting.reportId, posting.registrationId, posting.kind],
  );
}

/** SIAK answered 202. */
export async function markPostingSent(tx: Tx, posting: { correlationId: string }): Promise<void> {
  await tx.query(
    `update integration.siak_posting
     set sent_count = sent_count + 1, accepted_at = coalesce(accepted_at, now()) where correlation_id = $1`,
    [posting.correlationId],
  );
}

export interface Acknowledgement {
  correlationId: string;
  status: 'ACK' | 'NACK';
  code: string | null;
  message: string | null;
  documentNumber: string | null;
}

/**
 * Keeps SIAK's word; the first one stands. Null when the posting is unknown; `first` false when it had been answered before
 * (then `posting` holds that answer).
 */
export async function acknowledgePosting(
  tx: Tx,
  answer: Acknowledgement,
): Promise<{ posting: SiakPosting; first: boolean } | null> {
  const taken = await row(
    tx,
    `update integration.siak_posting
     set ack_status = $2, ack_code = $3, ack_message = $4, document_number = $5, acknowledged_at = now()
     where correlation_id = $1 and ack_status is null returning correlation_id`,
    [answer.correlationId, answer.status, answer.code, answer.message, answer.documentNumber],
  );
  const posting = await findPosting(tx, answer.correlationId);
  return posting && { posting, first: taken !== null };
}

export async function findPosting(tx: Tx, correlationId: string): Promise<SiakPosting | null> {
  return tx.getRepository(SiakPostingEntity).findOneBy({ correlationId });
}

/** Postings of a report, oldest first: more than one after a NACK and a new registration. */
export async function postingsOf(tx: Tx, reportId: string): Promise<SiakPosting[]> {
  return tx.getRepository(SiakPostingEntity).find({ where: { reportId }, order: { createdAt: 'ASC' } });
}
