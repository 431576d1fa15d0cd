/** A year of a city: past reports as `npm run seed` makes them, and each of them the case that one of its kind really was. */
import type pg from 'pg';
import { COPIED_TABLES, multiplyCases, prepareCopies } from '../bench/multiply-cases.js';
import { buildIndexes, dropIndexes } from '../bench/secondary-indexes.js';
import type { RealCase } from './real-cases.js';

/** Cases that have not ended: they wait for their supervisor, those with an incident too. */
const UNDER_WAY = 3_000;
const WITH_INCIDENT = 600;

/** One in twenty is returned, one in twenty needs the second decision; one in twelve lasts for days and misses its time. */
const COPIES = `
truncate bench.copy;
with past as (
  select row_number() over (order by submitted_at, id)::int as n, * from reporting.report where created_by = 'seed'
), chosen as (
  select p.*, case when n % 20 = 3 then 'returned' when n % 20 = 7 then 'doubtful' else 'plain' end as kind,
    case when n % 12 = 0 then interval '3 days' + n % 50 * interval '1 hour' else p.ended_at - p.submitted_at end as lasts
  from past p
)
insert into bench.copy
select c.n, t.report_id, c.id, c.area_code, c.submitted_at, r.submitted_at,
  extract(epoch from c.lasts) / extract(epoch from coalesce(r.ended_at, now()) - r.submitted_at)
from chosen c join bench.template t on t.type = c.type and t.kind = c.kind join reporting.report r on r.id = t.report_id`;

const ENDED: readonly string[] = [
  `update reporting.report r set case_id = c.n || '-' || t.case_id, definition_id = t.definition_id, revision = t.revision,
     status = t.status,
     ended_at = case when t.ended_at is not null then least(bench.at(c, t.ended_at), now()) end, created_by = bench.officer_of(t.created_by, c.area)
   from bench.copy c join reporting.report t on t.id = c.template where r.id = c.report_id`,
  `insert into reporting.report_revision (report_id, revision, data, made_by, made_at)
   select r.id, 2, r.data, r.created_by, bench.at(c, t.made_at)
   from bench.copy c join reporting.report r on r.id = c.report_id
   join reporting.report_revision t on t.report_id = c.template and t.revision = 2`,
  `insert into statistics.satisfaction (report_id, asked, score, area_code, given_at)
   select report_id, 'online', 1 + n % 5, area, submitted + interval '2 days' from bench.copy where n % 5 = 0`,
  `insert into approval.incident (incident_id, case_id, report_id, step_id, element, definition_id, kind, message, opened_at, resolved_at)
   select 'bench-' || s.step_id, s.case_id, c.report_id, s.step_id, s.element, s.definition_id, 'failedWork', 'No answer within ' || c.n || ' ms',
     s.entered_at, s.left_at
   from bench.copy c join approval.case_step s on s.report_id = c.report_id and s.element = 'register' where c.n % 20 = 0`,
];

/** After the last of the ended ones, spread over three days. */
const WAITING = `
with area as (select array_agg(distinct area order by area) as codes, max(n) as last from bench.copy), gone as (delete from bench.copy)
insert into bench.copy
select area.last + k, t.report_id, gen_random_uuid(), area.codes[1 + k % cardinality(area.codes)],
  now() - k * interval '3 days' / $1::int, r.submitted_at, 1
from area, generate_series(1, $1::int) as k
join (select *, row_number() over (order by type) - 1 as place from bench.template where kind = 'waiting') t on t.place = k % 4
join reporting.report r on r.id = t.report_id`;

const STUCK = `
insert into approval.incident (incident_id, case_id, report_id, step_id, element, definition_id, kind, message, opened_at)
select 'bench-' || c.n, s.case_id, c.report_id, s.step_id, s.element, s.definition_id, 'failedWork',
  (array['No answer within ', 'Connection refused after ', 'HTTP 503 at call '])[1 + c.n % 3] || c.n, s.entered_at
from (select * from bench.copy order by n limit $1) c
join lateral (select * from approval.case_step s where s.report_id = c.report_id and s.element_type = 'serviceTask' order by s.entered_at desc, s.step_id limit 1) s on true`;

/** Adds all of it or, after an end in the middle, is to be begun anew. `client` is a superuser. */
export async function fillHistory(
  client: pg.Client,
  options: { cases: readonly RealCase[]; say: (text: string) => void },
): Promise<void> {
  const { cases, say } = options;
  await prepareCopies(client);
  await client.query(
    `create table bench.template (report_id uuid primary key, type text not null, kind text not null)`,
  );
  await client.query(
    `insert into bench.template select id, type, kind from jsonb_to_recordset($1::jsonb) as t (id uuid, type text, kind text)`,
    [JSON.stringify(cases)],
  );
  await client.query(COPIES);
  await client.query(`set maintenance_work_mem = '256MB'`);
  const indexes = await dropIndexes(client, COPIED_TABLES);
  await multiplyCases(client, { newReports: false, say });
  await buildIndexes(client, { indexes, say });
  await client.query('analyze');
  say('reports, incidents, answers of citizens');
  await unwatched(
    client,
    ENDED.map((sql) => [sql]),
  );
  await client.query(WAITING, [UNDER_WAY]);
  await multiplyCases(client, { newReports: true, say });
  await unwatched(client, [[STUCK, WITH_INCIDENT]]);
  say('vacuum');
  await client.query('vacuum (analyze)');
}

async function unwatched(
  client: pg.Client,
  statements: [sql: string, ...values: unknown[]][],
): Promise<void> {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  for (const [sql, ...values] of statements) await client.query(sql, values);
  await client.query('commit');
}
