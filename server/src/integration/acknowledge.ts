/** SIAK's word on a posting of ours: kept, and handed to the case that waits for it. A repeat gets the same answer. */
import { openIncident } from '@lampid/db/approval/incidents';
import type { Tx } from '@lampid/db/data-source';
import { receiveOnce } from '@lampid/db/integration/inbound';
import { acknowledgePosting, findPosting } from '@lampid/db/integration/siak-postings';
import { recordAudit } from '@lampid/db/kernel/audit';
import { enqueue } from '@lampid/db/kernel/outbox';
import { loadReport } from '@lampid/db/reporting/report';
import type { Deps } from '../deps.js';
import { z } from '../http/zod.js';
import { withoutNik } from '../observability/log.js';
import { currentTraceparent, tagScope } from '../observability/request-scope.js';
import type { CommandPayload } from '../relay/command.js';

export const acknowledgementSchema = z
  .object({
    correlationId: z.string().min(1).max(200),
    status: z.enum(['ACK', 'NACK']),
    kode: z.string().max(50).nullish(),
    pesan: z.string().max(1000).nullish(),
    nomorDokumen: z.string().max(100).nullish(),
  })
  .openapi('SiakAcknowledgement');

export type SiakAcknowledgement = z.output<typeof acknowledgementSchema>;

export interface AcknowledgementAnswer {
  correlationId: string;
  /** False when no posting of ours has this id: kept, and shown as an incident. */
  matched: boolean;
}

export async function acknowledge(deps: Deps, message: SiakAcknowledgement): Promise<AcknowledgementAnswer> {
  const { correlationId, status, kode } = message;
  const { answer } = await deps.db.transaction((tx) =>
    receiveOnce(
      tx,
      { source: 'siak', messageId: correlationId, body: { correlationId, status, kode: kode ?? null } },
      () => handOn(tx, message),
    ),
  );
  return answer;
}

async function handOn(
  tx: Tx,
  message: SiakAcknowledgement,
): Promise<{ answer: AcknowledgementAnswer; reportId: string | null }> {
  const { correlationId, status } = message;
  const posting = await findPosting(tx, correlationId);
  if (!posting) {
    await openIncident(tx, {
      ...{
        id: `inbound:siak:${correlationId}`,
        reportId: null,
        element: 'siak-ack',
        kind: 'unmatched-message',
      },
      message: `SIAK answered ${status} to a posting that is not ours`,
    });
    return { answer: { correlationId, matched: false }, reportId: null };
  }
  // The case's row, so that what is left for the relay keeps the order in which it happened.
  const report = await loadReport(tx, posting.reportId, { lock: 'update' });
  tagScope({ reportId: posting.reportId, ticket: report?.ticket ?? null });
  await acknowledgePosting(tx, {
    ...{ correlationId, status },
    code: message.kode ?? null,
    message: message.pesan ? withoutNik(message.pesan) : null,
    documentNumber: message.nomorDokumen ?? null,
  });
  const traceparent = report?.traceparent ?? currentTraceparent();
  const payload: CommandPayload<'correlate'> = {
    ...{ message: 'siak-ack', variables: { ackStatus: status } },
    // A person may have accepted the event without waiting; only a refusal that comes after that needs somebody to look.
    expires: status === 'ACK' ? 'with-case' : 'incident',
  };
  await enqueue(tx, { reportId: posting.reportId, kind: 'correlate', payload, traceparent });
  await recordAudit(tx, {
    ...{ actor: 'siak', action: 'siak.acknowledged', reportId: posting.reportId, traceparent },
    object: `posting:${correlationId}`,
    detail: { status, code: message.kode ?? null },
  });
  return { answer: { correlationId, matched: true }, reportId: posting.reportId };
}
