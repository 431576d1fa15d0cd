import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

export interface InboundMessage {
  source: 'siak' | 'skpwni';
  /** What makes two messages the same: `correlationId`; for letters number, action and reservation. No NIK in clear. */
  messageId: string;
  body: unknown;
}

/**
 * Receives a message once, in the caller's transaction: the row goes first, so of two equal messages at the same moment the
 * second waits for the first and gets its answer. `handle` answers what is sent back (JSON) and the report it concerned.
 */
export async function receiveOnce<Answer>(
  tx: Tx,
  message: InboundMessage,
  handle: () => Promise<{ answer: Answer; reportId: string | null }>,
): Promise<{ answer: Answer; repeated: boolean }> {
  const key = [message.source, message.messageId];
  const mine = await row(
    tx,
    `insert into integration.inbound_message (source, message_id, body, answer) values ($1, $2, $3, 'null')
     on conflict (source, message_id) do nothing returning message_id`,
    [...key, JSON.stringify(message.body)],
  );
  if (!mine) {
    const known = await row<{ answer: Answer }>(
      tx,
      'select answer from integration.inbound_message where source = $1 and message_id = $2',
      key,
    );
    return { answer: known!.answer, repeated: true };
  }
  const { answer, reportId } = await handle();
  await tx.query(
    'update integration.inbound_message set answer = $3, report_id = $4 where source = $1 and message_id = $2',
    [...key, JSON.stringify(answer), reportId],
  );
  return { answer, repeated: false };
}
