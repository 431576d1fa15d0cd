/** What a reversed registration must look like in the registry. */
import { appQuery } from './register.js';

export interface Books {
  /** Registrations of the report by status, e.g. `{ reversed: 1 }`. */
  registrations: Record<string, number>;
  postings: number;
  /** Postings that reverse another one. */
  reversals: number;
  /** Sums of signs that are not zero, of everything that the ledger tells apart. */
  unbalanced: number;
}

export async function booksOf(reportId: string): Promise<Books> {
  const [books] = await appQuery<Books>(
    `select
       (select coalesce(jsonb_object_agg(status, n), '{}') from (
          select status, count(*) as n from registry.registration where report_id = $1 group by status) r)
         as registrations,
       (select count(*) from registry.posting where report_id = $1)::int as postings,
       (select count(*) from registry.posting where report_id = $1 and reverses is not null)::int as reversals,
       (select count(*) from (
          select 1 from registry.posting where report_id = $1
          group by kind, unit, area_code, rt, rw, sex, citizenship, move_class, resident_id, card_id
          having sum(sign) <> 0) b)::int as unbalanced`,
    [reportId],
  );
  return books!;
}

/** Elements that the case is at now, as our pages show it. */
export async function openSteps(reportId: string): Promise<string[]> {
  const steps = await appQuery<{ element: string }>(
    'select element from approval.case_step where report_id = $1 and left_at is null',
    [reportId],
  );
  return steps.map(({ element }) => element);
}
