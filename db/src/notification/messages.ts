/** Messages to people: written in the transaction of what they tell, delivered by a loop afterwards. They name no NIK. */
import { In, type DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import { MessageEntity } from './message-entity.js';

export type NewMessage = Pick<MessageEntity, 'channel' | 'recipient' | 'template' | 'subject' | 'body'> & {
  reportId?: string | null;
  /** Step that sends it: the same step never tells the same recipient twice. */
  workId?: string | null;
};

/** `NOTIFY` channel (empty payload) that wakes the mail loop. */
export const MESSAGE_CHANNEL = 'lampid_message';

export async function queueMessages(tx: Tx, messages: NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `with queued as (
       insert into notification.message
         (report_id, channel, recipient, template, subject, body, work_id, state, sent_at)
       select m."reportId", m.channel, m.recipient, m.template, m.subject, m.body, m."workId",
         case m.channel when 'desk' then 'sent' else 'pending' end,
         case m.channel when 'desk' then now() end
       from jsonb_to_recordset($1::jsonb)
         as m ("reportId" uuid, channel text, recipient text, template text, subject text, body text, "workId" text)
       on conflict (work_id, channel, recipient, template) do nothing
       returning state
     )
     select pg_notify('${MESSAGE_CHANNEL}', '') from (select 1 from queued where state = 'pending' limit 1) as any_mail`,
    [JSON.stringify(messages)],
  );
}

export async function queueMessage(tx: Tx, message: NewMessage): Promise<void> {
  await queueMessages(tx, [message]);
}

/**
 * Takes mails that are due for `leaseMs`: a loop that dies loses them to the next one, so a mail may in the worst case go
 * out twice. `attempts` counts this one.
 */
export async function leaseMails(
  dataSource: DataSource,
  options: { limit: number; leaseMs: number },
): Promise<Pick<MessageEntity, 'id' | 'recipient' | 'subject' | 'body' | 'attempts' | 'reportId'>[]> {
  return rows(
    dataSource.manager,
    `update notification.message m
     set attempts = attempts + 1, next_at = now() + $2 * interval '1 millisecond'
     from (
       select id from notification.message
       where state = 'pending' and channel = 'mail' and next_at <= now()
       order by next_at, id limit $1 for update skip locked
     ) due
     where m.id = due.id
     returning m.id, m.recipient, m.subject, m.body, m.attempts, m.report_id as "reportId"`,
    [options.limit, options.leaseMs],
  );
}

export async function markMailSent(dataSource: DataSource, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await dataSource
    .getRepository(MessageEntity)
    .update({ id: In(ids) }, { state: 'sent', sentAt: new Date(), lastError: null });
}

/** Tries again after `delayMs`, or never when it is null. */
export async function markMailFailed(
  dataSource: DataSource,
  failure: { id: string; error: string; delayMs: number | null },
): Promise<void> {
  await dataSource.getRepository(MessageEntity).update(
    { id: failure.id },
    {
      lastError: failure.error,
      ...(failure.delayMs === null
        ? { state: 'failed' as const }
        : { nextAt: new Date(Date.now() + failure.delayMs) }),
    },
  );
}

/** What was told to any of these recipients (username, groups) on their desk, newest first. */
export async function deskMessages(
  dataSource: DataSource,
  query: { recipients: string[]; limit: number },
): Promise<MessageEntity[]> {
  return dataSource.getRepository(MessageEntity).find({
    where: { channel: 'desk', recipient: In(query.recipients) },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: query.limit,
  });
}
