/** A notification and the report that an officer made of it. */
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';
import type { ReportStatus } from '@lampid/domain/report-status';

export interface LinkedReport {
  id: string;
  ticket: string | null;
  type: string;
  status: ReportStatus;
}

export async function keepAnswer(
  tx: Tx,
  answer: { notificationId: string; reportId: string; by: string },
): Promise<void> {
  await tx.query(
    'insert into reporting.notification_answer (notification_id, report_id, answered_by) values ($1, $2, $3)',
    [answer.notificationId, answer.reportId, answer.by],
  );
}

const LINKED = 'select r.id, r.ticket, r.type, r.status from reporting.notification_answer a';

/** What became of a notification; null while nobody made a report of it. */
export function reportMadeOf(tx: Tx, notificationId: string): Promise<LinkedReport | null> {
  return row(tx, `${LINKED} join reporting.report r on r.id = a.report_id where a.notification_id = $1`, [
    notificationId,
  ]);
}

/** The notification that a report was made of; null for a report of its own. */
export function notificationBehind(tx: Tx, reportId: string): Promise<LinkedReport | null> {
  return row(tx, `${LINKED} join reporting.report r on r.id = a.notification_id where a.report_id = $1`, [
    reportId,
  ]);
}
