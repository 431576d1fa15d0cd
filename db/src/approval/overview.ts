/** How things stand now: open cases by status, step and area, and what went through lately. Always of one area and all below it. */
import type { DataSource } from 'typeorm';
import { row, rows } from '../kernel/rows.js';
import { OPEN_STATUSES } from '@lampid/domain/report-status';

export interface OverviewQuery {
  areaCode: string;
  /** Event type; all when absent. */
  type?: string | undefined;
}

/** By name, so that the index over status serves: most reports ended long ago. */
const OPEN = `r.status = any($3::text[])`;
const INSIDE = `(r.area_code = $1 or r.area_code like $1 || '.%') and ($2::text is null or r.type = $2)`;

function bound({ areaCode, type }: OverviewQuery): [string, string | null] {
  return [areaCode, type ?? null];
}

export async function countOpenCases(
  dataSource: DataSource,
  query: OverviewQuery,
): Promise<{ type: string; status: string; count: number }[]> {
  return rows(
    dataSource.manager,
    `select r.type, r.status, count(*)::int as count from reporting.report r
     where ${INSIDE} and ${OPEN} group by r.type, r.status order by r.type, r.status`,
    [...bound(query), OPEN_STATUSES],
  );
}

export interface AreaLoad {
  code: string;
  count: number;
  incidents: number;
  /** Submission of the oldest open case. */
  oldestAt: Date | null;
}

/** The areas right below, as far as cases are open there; the area itself where it has none below. */
export async function countOpenByArea(dataSource: DataSource, query: OverviewQuery): Promise<AreaLoad[]> {
  return rows(
    dataSource.manager,
    `with open as (
       select array_to_string((string_to_array(r.area_code, '.'))[1 : cardinality(string_to_array($1, '.')) + 1], '.') as code,
         r.submitted_at,
         (select count(*) from approval.incident i where i.report_id = r.id and i.resolved_at is null) as incidents
       from reporting.report r where ${INSIDE} and ${OPEN}
     )
     select code, count(*)::int as count, sum(incidents)::int as incidents, min(submitted_at) as "oldestAt"
     from open group by code order by count desc, code limit 500`,
    [...bound(query), OPEN_STATUSES],
  );
}

export interface StepLoad {
  definitionId: string;
  element: string;
  elementType: string;
  /** Tokens that are there now. */
  count: number;
  incidents: number;
  /** When the one that waits longest came in. */
  oldestAt: Date | null;
}

/** Where the tokens are, by version of the model and element. Of sub-processes their steps count, not they themselves. */
export async function countOpenSteps(dataSource: DataSource, query: OverviewQuery): Promise<StepLoad[]> {
  return rows(
    dataSource.manager,
    `with tokens as (
       select s.definition_id, s.element, max(s.element_type) as element_type, count(*)::int as count,
         min(s.entered_at) as oldest_at
       from approval.case_step s join reporting.report r on r.id = s.report_id
       where s.left_at is null and s.element_type not in ('subProcess', 'multiInstanceBody') and ${INSIDE}
       group by s.definition_id, s.element
     ), trouble as (
       select i.definition_id, i.element, count(*)::int as incidents, min(i.opened_at) as oldest_at
       from approval.incident i join reporting.report r on r.id = i.report_id
       where i.resolved_at is null and i.definition_id is not null and ${INSIDE}
       group by i.definition_id, i.element
     )
     select definition_id as "definitionId", element, coalesce(t.element_type, '') as "elementType",
       coalesce(t.count, 0) as count, coalesce(x.incidents, 0) as incidents,
       coalesce(t.oldest_at, x.oldest_at) as "oldestAt"
     from tokens t full join trouble x using (definition_id, element)
     order by count desc, element limit 2000`,
    bound(query),
  );
}

export interface OldestTask {
  reportId: string;
  ticket: string;
  definitionId: string;
  element: string;
  openedAt: Date;
}

/** The open task that waits longest for a person. */
export async function oldestTask(dataSource: DataSource, query: OverviewQuery): Promise<OldestTask | null> {
  return row(
    dataSource.manager,
    `select r.id as "reportId", r.ticket, t.definition_id as "definitionId", t.element, t.opened_at as "openedAt"
     from approval.task t join reporting.report r on r.id = t.report_id
     where t.state = 'open' and ${INSIDE} order by t.opened_at, t.task_id limit 1`,
    bound(query),
  );
}

export interface Throughput {
  submittedToday: number;
  submittedLastHour: number;
  endedToday: number;
  endedLastHour: number;
}

/** `since`: the beginning of the office's day. */
export async function countThroughput(
  dataSource: DataSource,
  query: OverviewQuery & { since: Date },
): Promise<Throughput> {
  const counted = await row<Throughput>(
    dataSource.manager,
    `with submitted as (
       select count(*) filter (where submitted_at >= $3)::int as today,
         count(*) filter (where submitted_at > now() - interval '1 hour')::int as hour
       from reporting.report r where submitted_at >= least($3, now() - interval '1 hour') and ${INSIDE}
     ), ended as (
       select count(*) filter (where ended_at >= $3)::int as today,
         count(*) filter (where ended_at > now() - interval '1 hour')::int as hour
       from reporting.report r where ended_at >= least($3, now() - interval '1 hour') and ${INSIDE}
     )
     select s.today as "submittedToday", s.hour as "submittedLastHour", e.today as "endedToday", e.hour as "endedLastHour"
     from submitted s, ended e`,
    [...bound(query), query.since],
  );
  return counted!;
}

/** Runs of workers in the last hour by topic, of the whole installation. */
export async function countAttempts(
  dataSource: DataSource,
): Promise<{ topic: string; runs: number; failed: number }[]> {
  return rows(
    dataSource.manager,
    `select topic, count(*)::int as runs, count(*) filter (where result = 'failure')::int as failed
     from kernel.attempt where ended_at > now() - interval '1 hour' group by topic order by topic limit 200`,
  );
}
