/** Cases that cannot wait for their turn: each of their tasks goes before the others of its queue, until the case ends. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

export interface Urged {
  by: string;
  at: Date;
}

export function readUrged(tx: Tx, reportId: string): Promise<Urged | null> {
  return row(tx, `select urged_by as by, urged_at as at from approval.urged_case where report_id = $1`, [
    reportId,
  ]);
}

/** Its open tasks go first, and those that come, or in their turn again. False when it stood so already. */
export async function urgeCase(
  tx: Tx,
  urged: { reportId: string; by: string; urgent: boolean },
): Promise<boolean> {
  const { reportId, by, urgent } = urged;
  const changed = urgent
    ? await rows(
        tx,
        `insert into approval.urged_case (report_id, urged_by) values ($1, $2)
         on conflict (report_id) do nothing returning report_id`,
        [reportId, by],
      )
    : await rows(tx, `delete from approval.urged_case where report_id = $1 returning report_id`, [reportId]);
  if (changed.length === 0) return false;
  await tx.query(
    `update approval.task t
     set (urged_by, urged_at) = (select u.urged_by, u.urged_at from approval.urged_case u where u.report_id = $1),
       version = version + 1
     where t.report_id = $1 and t.state = 'open'`,
    [reportId],
  );
  return true;
}
