/** Corrections of a returned report that are not sent yet: kept with their task, gone when it ends. */
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';

export interface TaskDraft {
  data: Record<string, unknown>;
  /** Counts its changes; a task without a draft is at 0. */
  version: number;
  keptBy: string;
  keptAt: Date;
}

export function readTaskDraft(tx: Tx, taskId: string): Promise<TaskDraft | null> {
  return row<TaskDraft>(
    tx,
    `select data, version, kept_by as "keptBy", kept_at as "keptAt" from approval.task_draft where task_id = $1`,
    [taskId],
  );
}

/** The open task whose kept corrections name this upload, with its report. */
export function taskKeeping(
  tx: Tx,
  attachmentId: string,
): Promise<{ reportId: string; areaCode: string } | null> {
  return row(
    tx,
    `select r.id as "reportId", r.area_code as "areaCode"
     from approval.task_draft d join approval.task t using (task_id) join reporting.report r on r.id = t.report_id
     where t.state = 'open'
       and d.data @> jsonb_build_object('documents', jsonb_build_array(jsonb_build_object('attachmentId', $1::text)))
     limit 1`,
    [attachmentId],
  );
}

/** The caller holds the task's row. Answers the new version. */
export async function keepTaskDraft(
  tx: Tx,
  draft: { taskId: string; data: Record<string, unknown>; keptBy: string },
): Promise<number> {
  const kept = await row<{ version: number }>(
    tx,
    `insert into approval.task_draft as d (task_id, data, kept_by) values ($1, $2, $3)
     on conflict (task_id) do update
       set data = excluded.data, version = d.version + 1, kept_by = excluded.kept_by, kept_at = now()
     returning version`,
    [draft.taskId, draft.data, draft.keptBy],
  );
  return kept!.version;
}
