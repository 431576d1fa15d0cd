import type { DataSource } from 'typeorm';

/** One run of a worker, technical failures included: what the engine's own history does not tell. */
export interface AttemptRow {
  workId: string;
  stepId: string;
  reportId: string;
  topic: string;
  element: string;
  workerId: string;
  startedAt: Date;
  endedAt: Date;
  /** `complete`, `bpmn-error:<code>`, `failure`, `repeated`, `gone`. */
  result: string;
  /** One impersonal line, or null. */
  error: string | null;
}

/** Outside of the work's transaction, in batches: a lost line costs nothing but itself. */
export async function recordAttempts(dataSource: DataSource, attempts: AttemptRow[]): Promise<void> {
  if (attempts.length === 0) return;
  await dataSource.query(
    `insert into kernel.attempt
       (work_id, step_id, report_id, topic, element, worker_id, started_at, ended_at, result, error)
     select a."workId", a."stepId", a."reportId", a.topic, a.element, a."workerId", a."startedAt", a."endedAt",
       a.result, a.error
     from jsonb_to_recordset($1::jsonb)
       as a ("workId" text, "stepId" text, "reportId" uuid, topic text, element text, "workerId" text,
             "startedAt" timestamptz, "endedAt" timestamptz, result text, error text)`,
    [JSON.stringify(attempts)],
  );
}
