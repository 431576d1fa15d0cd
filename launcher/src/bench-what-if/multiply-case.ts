/** Makes thousands of cases out of one that really ran: its steps, decision, findings and facts, each birth at an age of its own. */
import type pg from 'pg';

/** Days from birth to report go round from 1 to this. */
export const AGES = 50;

const MULTIPLY = [
  `create temporary table made as select n, gen_random_uuid() as id from generate_series(1, $2::int) as n where $1::uuid is not null`,
  `insert into reporting.report (id, ticket, type, status, area_code, data, revision, created_by, submitted_at, ended_at,
     case_id, definition_id)
   select m.id, 'BENCH-' || m.n, type, status, area_code, '{}', 1, 'bench', submitted_at + m.n * interval '1 millisecond',
     ended_at, m.n || '-' || case_id, definition_id
   from reporting.report, made m where report.id = $1 and $2::int > 0`,
  `insert into approval.case_step (step_id, case_id, instance_id, report_id, definition_id, element, element_type,
     parent_step_id, entered_at, entered_tx, entered_pos, left_at, cancelled, assignee)
   select m.n || '-' || step_id, m.n || '-' || case_id, m.n || '-' || instance_id, m.id, definition_id, element,
     element_type, m.n || '-' || parent_step_id, entered_at, entered_tx, entered_pos, left_at, cancelled, assignee
   from approval.case_step, made m where report_id = $1 and $2::int > 0`,
  `insert into approval.task (task_id, step_id, case_id, report_id, definition_id, element, state, outcome)
   select m.n || '-' || task_id, m.n || '-' || step_id, m.n || '-' || case_id, m.id, definition_id, element, state, outcome
   from approval.task, made m where report_id = $1 and $2::int > 0`,
  `insert into approval.decision (task_id, report_id, element, definition_id, outcome, decided_by, revision)
   select m.n || '-' || task_id, m.id, element, definition_id, outcome, decided_by, revision
   from approval.decision, made m where report_id = $1 and $2::int > 0`,
  `insert into reporting.finding (report_id, evaluation, step, definition_id, revision, code, severity, message_id, message_en)
   select m.id, m.n || '-' || evaluation, step, definition_id, revision, code, severity, message_id, message_en
   from reporting.finding, made m where report_id = $1 and $2::int > 0`,
  `insert into reporting.evaluation_facts (report_id, evaluation, step_id, definition_id, facts)
   select m.id, m.n || '-' || evaluation, m.n || '-' || step_id, definition_id,
     jsonb_set(facts, '{ageDays}', to_jsonb(1 + m.n % ${AGES}))
   from reporting.evaluation_facts, made m where report_id = $1 and $2::int > 0`,
];

/** `client` is a superuser: nobody is told of the rows, and no key is looked up. The report itself is taken away. */
export async function multiplyCase(client: pg.Client, reportId: string, cases: number): Promise<void> {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  for (const statement of MULTIPLY) await client.query(statement, [reportId, cases]);
  await client.query(
    `update reporting.report set submitted_at = submitted_at - interval '1 year' where id = $1`,
    [reportId],
  );
  await client.query('commit');
  await client.query('analyze');
}
