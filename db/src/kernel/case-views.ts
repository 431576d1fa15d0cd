/** Who looked at which case (UU 27/2022 on personal data, art. 46: whoever holds data can say who saw it). */
import type { DataSource } from 'typeorm';

export const CASE_VIEWED = 'report.viewed';

/** Within this time looking again is the same look. */
export const VIEW_MS = 60 * 60_000;

export async function recordCaseView(
  dataSource: DataSource,
  view: {
    actor: string;
    reportId: string;
    /** In whose stead, when it lies in the area of an absent officer. */
    deputyOf: string | null;
  },
): Promise<void> {
  await dataSource.query(
    `insert into kernel.audit (actor, action, report_id, detail)
     select $1, '${CASE_VIEWED}', $2::uuid, jsonb_strip_nulls(jsonb_build_object('deputyOf', $4::text))
     where not exists (
       select from kernel.audit where report_id = $2::uuid and actor = $1 and action = '${CASE_VIEWED}'
         and at > now() - $3 * interval '1 millisecond')`,
    [view.actor, view.reportId, VIEW_MS, view.deputyOf],
  );
}
