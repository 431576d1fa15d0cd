/** Cases with their steps as an event log wants them: many cases at once, without what they are about. */
import type { DataSource } from 'typeorm';
import { row, rows } from '../kernel/rows.js';
import type { ReportStatus } from '@lampid/domain/report-status';

export interface EventLogFilter {
  /** Event type. */
  type: string;
  /** Everything in and below this area. */
  areaCode: string;
  /** First instant of submission that counts, and the first that does not. */
  from: Date;
  before: Date;
}

const ASKED = `from reporting.report r
     -- '/' follows '.' in ASCII: codes below an area lie between the two (the column sorts by byte).
     where (r.area_code = $1 or (r.area_code > $1 || '.' and r.area_code < $1 || '/'))
       and r.type = $2 and r.ticket is not null and r.submitted_at >= $3 and r.submitted_at < $4`;

const parametersOf = ({ areaCode, type, from, before }: EventLogFilter) => [areaCode, type, from, before];

/** How many cases there are, up to `most`. */
export async function countCasesOfEventLog(
  dataSource: DataSource,
  filter: EventLogFilter,
  most: number,
): Promise<number> {
  const counted = await row<{ cases: number }>(
    dataSource.manager,
    `select count(*)::int as cases from (select ${ASKED} limit $5) as asked`,
    [...parametersOf(filter), most],
  );
  return counted!.cases;
}

/** Ids of the cases by the time of their submission; at most `limit`. One reading of the reports, whatever the log's length. */
export async function casesOfEventLog(
  dataSource: DataSource,
  filter: EventLogFilter,
  limit: number,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    dataSource.manager,
    `select r.id ${ASKED} order by r.submitted_at, r.id limit $5`,
    [...parametersOf(filter), limit],
  );
  return found.map(({ id }) => id);
}

export interface LoggedCase {
  id: string;
  type: string;
  ticket: string;
  areaCode: string;
  status: ReportStatus;
  submittedAt: Date;
  revision: number;
}

/** In the order in which they were submitted. */
export async function loggedCases(dataSource: DataSource, ids: readonly string[]): Promise<LoggedCase[]> {
  return rows(
    dataSource.manager,
    `select id, type, ticket, area_code as "areaCode", status, submitted_at as "submittedAt", revision
     from reporting.report where id = any($1::uuid[]) order by submitted_at, id`,
    [ids],
  );
}

export interface LoggedStep {
  reportId: string;
  stepId: string;
  definitionId: string;
  element: string;
  elementType: string;
  /** Null at the top of its process. */
  parentStepId: string | null;
  enteredAt: Date | null;
  leftAt: Date | null;
  cancelled: boolean;
  /** Username of who decided or has it, or `worker:<topic>`. */
  resource: string | null;
  outcome: string | null;
  /** Runs of the worker, failures included. */
  runs: number;
  /** Who took the task or, with `to`, handed it to whom; oldest first. */
  assignments: { at: string; action: string; actor: string; to: string | null }[];
}

/** Every step of these cases, case by case in the feed's order. */
export async function loggedSteps(dataSource: DataSource, ids: readonly string[]): Promise<LoggedStep[]> {
  return rows(
    dataSource.manager,
    // What belongs to a step is gathered once for all of the cases: looked up step by step it costs twice as much.
    `with attempts as (
       select report_id, step_id, count(*)::int as runs, (array_agg(topic order by id desc))[1] as topic,
         (array_agg(result order by id desc))[1] as result
       from kernel.attempt where report_id = any($1::uuid[]) group by report_id, step_id
     ), decisions as (
       select distinct on (report_id, task_id) report_id, task_id, decided_by, outcome
       from approval.decision where report_id = any($1::uuid[]) order by report_id, task_id, id desc
     ), assignments as (
       select report_id, object,
         jsonb_agg(jsonb_build_object('at', at, 'action', action, 'actor', actor, 'to', detail ->> 'to') order by id) as list
       from kernel.audit
       where report_id = any($1::uuid[]) and action in ('task.claimed', 'task.handed') group by report_id, object
     )
     select s.report_id as "reportId", s.step_id as "stepId", s.definition_id as "definitionId", s.element,
       s.element_type as "elementType", s.parent_step_id as "parentStepId", s.entered_at as "enteredAt",
       s.left_at as "leftAt", s.cancelled,
       coalesce(d.decided_by, t.assignee, s.assignee, 'worker:' || w.topic) as resource,
       coalesce(d.outcome, w.result) as outcome, coalesce(w.runs, 0) as runs, coalesce(c.list, '[]') as assignments
     from approval.case_step s
     left join approval.task t on t.report_id = any($1::uuid[]) and t.report_id = s.report_id and t.step_id = s.step_id
     left join decisions d on d.report_id = t.report_id and d.task_id = t.task_id
     left join attempts w on w.report_id = s.report_id and w.step_id = s.step_id
     left join assignments c on c.report_id = t.report_id and c.object = 'task:' || t.task_id
     where s.report_id = any($1::uuid[])
     order by s.report_id, s.entered_tx, s.entered_pos, s.step_id`,
    [ids],
  );
}
