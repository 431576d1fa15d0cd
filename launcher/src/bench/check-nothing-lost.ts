/** After a run: every report that was taken in has come to the end it had to come to, and left its traces exactly once. */
import type pg from 'pg';
import type { SubmittedCase } from './generator/protocol.js';

export interface LossReport {
  submitted: number;
  /** Cases with everything as it must be. */
  right: number;
  /** What is wrong, how often, and a report to look at. */
  faults: { what: string; count: number; example: string }[];
}

/**
 * Each line is one fault and the condition under which a case has it. `e` is the case as it was sent, `r` its report; the
 * counts are rows of this report.
 */
const FAULTS: Record<string, string> = {
  'report is missing': 'r.id is null',
  'not at its end': `r.status is distinct from case when e.leaves then 'registered' else 'completed' end`,
  'registrations <> 1': 'coalesce(g.count, 0) <> 1',
  deeds: `coalesce(d.count, 0) <> case when e.type in ('birth', 'death') then 1 else 0 end`,
  'move letters': 'coalesce(l.count, 0) <> case when e.leaves then 1 else 0 end',
  'a posting twice': 'p.count is distinct from p.different',
  'postings of people': `coalesce(p.people, '{}') <> case e.type
      when 'birth' then '{"birth": 1}'
      when 'death' then '{"death": 1}'
      when 'arrival' then jsonb_build_object('arrival', jsonb_array_length(r.data->'arrivals'))
      else jsonb_build_object('departure', jsonb_array_length(r.data->'movers'))
        || case when e.leaves then '{}' else jsonb_build_object('arrival', jsonb_array_length(r.data->'movers')) end
    end::jsonb`,
  'SIAK postings <> 1': `coalesce(s.count, 0) <> 1`,
  'not acknowledged by SIAK': `s.acknowledged is distinct from 1`,
  'no document was issued': 'coalesce(k.count, 0) = 0',
  'reviews <> 1': 'coalesce(t.reviews, 0) <> 1',
  corrections: 'coalesce(t.fixes, 0) <> case when e.returned then 1 else 0 end',
  // Among thousands of made-up children some are taken for one another (U25), which goes to a second decision as it must.
  'second decisions': `coalesce(t.specials, 0) <> case when e.special or exists (
      select from reporting.finding f where f.report_id = e.id and f.current and f.severity in ('A', 'L')) then 1 else 0 end`,
  'an open incident': 'coalesce(i.count, 0) > 0',
};

/** The counts that must hold for the whole installation. Each answers one number, which must be 0. */
const WHOLE: Record<string, string> = {
  'reports that nobody sent': `select count(*)::int as n from reporting.report r
     where r.status <> 'draft' and not exists (select from expected e where e.id = r.id)`,
  'undelivered commands': `select count(*)::int as n from kernel.outbox where state <> 'delivered'`,
  'open incidents': `select count(*)::int as n from approval.incident where resolved_at is null`,
  'postings without a registration': `select count(*)::int as n from registry.posting p
     where p.report_id is not null and not exists (select from registry.registration g where g.report_id = p.report_id)`,
};

export async function checkNothingLost(
  client: pg.Client,
  cases: readonly SubmittedCase[],
): Promise<LossReport> {
  await client.query('begin');
  try {
    await client.query(
      `create temporary table expected on commit drop as
       select * from jsonb_to_recordset($1::jsonb)
         as e (id uuid, type text, leaves boolean, returned boolean, special boolean)`,
      [JSON.stringify(cases)],
    );
    await client.query('create unique index on expected (id)');
    await client.query('analyze expected');
    const faults: LossReport['faults'] = [];
    const conditions = Object.entries(FAULTS).map(([what, condition]) => `when ${condition} then '${what}'`);
    // One fault for each case: the first says most.
    const { rows } = await client.query<{ what: string | null; count: number; example: string }>(
      `select fault as what, count(*)::int as count, min(id::text) as example
       from (select e.id, case ${conditions.join('\n')} end as fault from expected e ${JOINS}) judged group by 1`,
    );
    let right = 0;
    for (const { what, count, example } of rows) {
      if (what === null) right = count;
      else faults.push({ what, count, example: await describe(client, example) });
    }
    for (const [what, sql] of Object.entries(WHOLE)) {
      const { n } = (await client.query<{ n: number }>(sql)).rows[0]!;
      if (n > 0) faults.push({ what, count: n, example: '' });
    }
    return { submitted: cases.length, right, faults };
  } finally {
    await client.query('rollback');
  }
}

const count = (alias: string, table: string, more = '') =>
  `left join (select report_id, count(*)::int as count ${more} from ${table} group by 1) ${alias} on ${alias}.report_id = e.id`;

const JOINS = [
  'left join reporting.report r on r.id = e.id',
  count('g', 'registry.registration'),
  count('d', 'registry.deed'),
  count('l', 'registry.move_letter'),
  `left join (
     select report_id, sum(count)::int as count, sum(different)::int as different,
       jsonb_object_agg(kind, people) filter (where people > 0) as people
     from (
       select report_id, kind, count(*) as count,
         count(distinct (sign, unit, area_code, resident_id, card_id)) as different,
         count(*) filter (where unit = 'person' and kind in ('birth', 'death', 'arrival', 'departure')) as people
       from registry.posting where report_id is not null and reverses is null group by 1, 2) by_kind
     group by 1) p on p.report_id = e.id`,
  count('s', 'integration.siak_posting', `, count(*) filter (where ack_status = 'ACK')::int as acknowledged`),
  count('k', 'registry.document'),
  count(
    't',
    'approval.task',
    `, count(*) filter (where element = 'review')::int as reviews, count(*) filter (where element = 'fix')::int as fixes,
     count(*) filter (where element = 'special')::int as specials`,
  ),
  `left join (select report_id, count(*)::int as count from approval.incident where resolved_at is null group by 1) i
   on i.report_id = e.id`,
].join('\n');

/** Where the case stands, for who looks after it. */
async function describe(client: pg.Client, id: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(' ', r.type, r.status, r.id,
       'findings ' || (select string_agg(f.severity || ' ' || f.code, ', ') from reporting.finding f
         where f.report_id = r.id and f.current),
       'open ' || (select string_agg(s.element, ', ') from approval.case_step s
         where s.report_id = r.id and s.left_at is null and s.element_type in ('serviceTask', 'userTask', 'eventBasedGateway')),
       'incident ' || (select string_agg(i.message, '; ') from approval.incident i
         where i.report_id = r.id and i.resolved_at is null),
       'last failure ' || (select a.topic || ': ' || a.error from kernel.attempt a
         where a.report_id = r.id and a.error is not null order by a.id desc limit 1)) as line
     from reporting.report r where r.id = $1`,
    [id],
  );
  return rows[0]?.line ?? id;
}
