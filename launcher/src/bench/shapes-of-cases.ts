import type pg from 'pg';
import type { CaseShape } from './case-shape.js';

/** The shapes of cases that ran through the HTTP face, so that the bare engine runs the very same ones. */
export async function shapesOf(client: pg.Client, ids: readonly string[]): Promise<CaseShape[]> {
  const { rows } = await client.query<CaseShape & { confirmed: number; letter: boolean }>(
    `select r.type,
       exists (select from approval.task t where t.report_id = r.id and t.element = 'fix') as returned,
       exists (select from approval.task t where t.report_id = r.id and t.element = 'special') as special,
       (select count(distinct s.step_id)::int from approval.case_step s join kernel.attempt a on a.step_id = s.step_id
        where s.report_id = r.id and a.topic = 'verify-nik') as "subjectCount",
       (select count(distinct a.step_id)::int from kernel.attempt a
        where a.report_id = r.id and a.topic = 'confirm-arrival') as confirmed,
       exists (select from registry.move_letter l where l.report_id = r.id) as letter
     from reporting.report r where r.id = any($1::uuid[]) order by r.submitted_at, r.id`,
    [ids],
  );
  return rows.map(({ confirmed, letter, ...shape }) => ({
    ...shape,
    ...(shape.type === 'move' && { moveScope: letter ? 'inter' : 'intra' }),
    ...(shape.type === 'arrival' && { arrivalCount: confirmed }),
  }));
}
