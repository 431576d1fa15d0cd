/** Makes thousands of cases out of one that really ran, each birth at an age of its own. */
import type pg from 'pg';
import { multiplyCases, prepareCopies } from '../bench/multiply-cases.js';

/** Days from birth to report go round from 1 to this. */
export const AGES = 50;

const COPIES = `
insert into bench.copy
select n, r.id, gen_random_uuid(), r.area_code, r.submitted_at + n * interval '1 millisecond', r.submitted_at, 1
from generate_series(1, $2::int) as n join reporting.report r on r.id = $1`;

const AT_THEIR_AGE = `
update reporting.evaluation_facts f set facts = jsonb_set(facts, '{ageDays}', to_jsonb(1 + c.n % ${AGES}))
from bench.copy c where f.report_id = c.report_id`;

/** `client` is a superuser. The report itself is taken away. */
export async function multiplyCase(client: pg.Client, reportId: string, cases: number): Promise<void> {
  await prepareCopies(client);
  await client.query(COPIES, [reportId, cases]);
  await multiplyCases(client, { newReports: true, say: () => undefined });
  await client.query(AT_THEIR_AGE);
  await client.query(
    `update reporting.report set submitted_at = submitted_at - interval '1 year' where id = $1`,
    [reportId],
  );
  await client.query('analyze');
}
