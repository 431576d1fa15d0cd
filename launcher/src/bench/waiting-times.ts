/** What people wait for, and where cases spend their time, from the rows that the run left behind. */
import type pg from 'pg';
import { type LatencySummary, summarise } from './latencies.js';

export interface WaitingTimes {
  /** From the (last) submission until the supervisor's task is open in the engine. */
  submitToTask: LatencySummary;
  /** From the last approval until the registration is written. */
  approveToRegistered: LatencySummary;
}

export async function waitingTimes(client: pg.Client, ids: readonly string[]): Promise<WaitingTimes> {
  const submitToTask = await samples(
    client,
    `select extract(epoch from t.opened_at - coalesce(
         (select max(d.decided_at) from approval.decision d
          where d.report_id = r.id and d.outcome = 'resubmit' and d.decided_at < t.opened_at),
         r.submitted_at)) * 1000 as ms
     from reporting.report r join approval.task t on t.report_id = r.id and t.element = 'review'
     where r.id = any($1::uuid[])`,
    ids,
  );
  const approveToRegistered = await samples(
    client,
    `select extract(epoch from g.created_at - max(d.decided_at)) * 1000 as ms
     from registry.registration g
     join approval.decision d on d.report_id = g.report_id and d.outcome = 'approve' and d.decided_at < g.created_at
     where g.report_id = any($1::uuid[]) group by g.id`,
    ids,
  );
  return { submitToTask, approveToRegistered };
}

async function samples(client: pg.Client, sql: string, ids: readonly string[]): Promise<LatencySummary> {
  const { rows } = await client.query<{ ms: string }>(sql, [ids]);
  return summarise(rows.map(({ ms }) => Number(ms)));
}

export interface StepTime {
  element: string;
  /** Runs for each case, on average. */
  perCase: number;
  /** Ms inside the worker's handler, and from entering the step until leaving it. */
  handler: LatencySummary;
  stepP50: number;
}

/** Work steps by element: the difference between the step and its handler is waiting for a worker and for the engine. */
export async function stepTimes(client: pg.Client, ids: readonly string[]): Promise<StepTime[]> {
  const { rows } = await client.query<{ element: string; ms: number[]; step: number }>(
    `select a.element, array_agg(extract(epoch from a.ended_at - a.started_at) * 1000)::float8[] as ms,
       percentile_disc(0.5) within group (order by extract(epoch from s.left_at - s.entered_at) * 1000)::float8 as step
     from kernel.attempt a join approval.case_step s on s.step_id = a.step_id
     where a.report_id = any($1::uuid[]) group by a.element order by count(*) desc, a.element`,
    [ids],
  );
  return rows.map(({ element, ms, step }) => ({
    element,
    perCase: ms.length / Math.max(1, ids.length),
    handler: summarise(ms),
    stepP50: step,
  }));
}

/** How often handlers had to be run again, by the line that says why. */
export async function failures(client: pg.Client): Promise<{ what: string; count: number }[]> {
  const { rows } = await client.query<{ what: string; count: number }>(
    `select topic || ' ' || result || coalesce(': ' || error, '') as what, count(*)::int as count
     from kernel.attempt where result not in ('complete', 'repeated') group by 1 order by 2 desc limit 10`,
  );
  return rows;
}
