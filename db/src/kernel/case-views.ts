/** Who looked at which case (UU 27/2022 on personal data, art. 46: whoever holds data can say who saw it). */
import type { DataSource } from 'typeorm';

export const CASE_VIEWED = 'report.viewed';

/** Within this time looking again is the same look. */
export const VIEW_MS = 60 * 60_000;

export async function recordCaseView(
  dataSource: DataSource,
  view: { actor: string; reportId: string },
): Promise<void> {
  await dataSource.query(
    `insert into kernel.audit (actor, action, report_id)
     select $1, '${CASE_VIEWED}', $2::uuid
     where not exists (
       select from kernel.audit where report_id = $2::uuid and actor = $1 and action = '${CASE_VIEWED}'
         and at > now() - $3 * interval '1 millisecond')`,
    [view.actor, view.reportId, VIEW_MS],
  );
}
