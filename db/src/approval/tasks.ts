/** Claim and decision are ours: the engine's user task is projected here and completed by the relay once we have decided. */
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { ReportStatus } from '@lampid/domain/report-status';

export type TaskState = 'open' | 'deciding' | 'ended';

/** A task with what its list entry needs of the report. */
export interface TaskRow {
  id: string;
  reportId: string;
  definitionId: string;
  element: string;
  candidateGroups: string[];
  state: TaskState;
  assignee: string | null;
  claimedAt: Date | null;
  /** The colleague whose task it was, and what they said; null when it was taken from the queue. */
  handedBy: string | null;
  handedNote: string | null;
  /** Whose claimed task it was when their absence began; null for all others. */
  leftBy: string | null;
  /** Who said that its case cannot wait for its turn, and when; null for all others. */
  urgedBy: string | null;
  urgedAt: Date | null;
  openedAt: Date;
  /** As the model says; null when it says nothing. */
  dueAt: Date | null;
  outcome: string | null;
  version: number;
  ticket: string;
  type: string;
  status: ReportStatus;
  title: string;
  areaCode: string;
  createdBy: string;
  submittedAt: Date;
  eventDate: string | null;
  revision: number;
  traceparent: string | null;
}

/** Of `approval.task t` joined with `reporting.report r`. */
export const TASK_COLUMNS = `t.task_id as id, t.report_id as "reportId", t.definition_id as "definitionId", t.element,
  t.candidate_groups as "candidateGroups", t.state, t.assignee, t.claimed_at as "claimedAt",
  t.handed_by as "handedBy", t.handed_note as "handedNote", t.left_by as "leftBy", t.urged_by as "urgedBy",
  t.urged_at as "urgedAt",
  t.opened_at as "openedAt", t.due_at as "dueAt", t.outcome, t.version, r.ticket, r.type, r.status, r.title,
  r.area_code as "areaCode", r.created_by as "createdBy", r.submitted_at as "submittedAt",
  r.event_date as "eventDate", r.revision, r.traceparent`;

/** With `lock`, the task's and the report's row are held until the transaction ends: of two decisions one waits. */
export async function findTask(
  tx: Tx,
  taskId: string,
  options: { lock?: boolean } = {},
): Promise<TaskRow | null> {
  return row<TaskRow>(
    tx,
    `select ${TASK_COLUMNS} from approval.task t join reporting.report r on r.id = t.report_id
     where t.task_id = $1 ${options.lock ? 'for update' : ''}`,
    [taskId],
  );
}

/** In no order; those that are not there are left out. */
export async function findTasks(tx: Tx, taskIds: string[]): Promise<TaskRow[]> {
  return rows<TaskRow>(
    tx,
    `select ${TASK_COLUMNS} from approval.task t join reporting.report r on r.id = t.report_id
     where t.task_id = any($1::text[])`,
    [taskIds],
  );
}

/**
 * Compare and set, all in one statement: of several who try at the same moment one wins each. Their own again is no change. Answers
 * the ids that are theirs now.
 */
export async function claimTasks(
  tx: Tx,
  claim: { taskIds: string[]; username: string; groups: string[] },
): Promise<string[]> {
  const claimed = await rows<{ id: string }>(
    tx,
    `update approval.task
     set assignee = $2, claimed_at = coalesce(claimed_at, now()), version = version + 1
     where task_id in (
         -- In one order, so that two bulks over the same tasks wait for each other instead of deadlocking.
         select task_id from approval.task where task_id = any($1::text[]) order by task_id for update)
       and state = 'open' and candidate_groups && $3::text[] and coalesce(assignee, $2) = $2
     returning task_id as id`,
    [claim.taskIds, claim.username, claim.groups],
  );
  return claimed.map(({ id }) => id);
}

/** False when it was not theirs. */
export async function unclaimTask(tx: Tx, claim: { taskId: string; username: string }): Promise<boolean> {
  const released = await rows(
    tx,
    `update approval.task set assignee = null, claimed_at = null, handed_by = null, handed_note = null, version = version + 1
     where task_id = $1 and state = 'open' and assignee = $2 returning task_id`,
    [claim.taskId, claim.username],
  );
  return released.length > 0;
}

/** From one officer to another, without a moment in the queue. False when it was not theirs. */
export async function handTask(
  tx: Tx,
  handed: { taskId: string; from: string; to: string; note: string | null },
): Promise<boolean> {
  const { taskId, from, to, note } = handed;
  const moved = await rows(
    tx,
    `update approval.task
     set assignee = $3, claimed_at = now(), handed_by = $2, handed_note = $4, version = version + 1
     where task_id = $1 and state = 'open' and assignee = $2 returning task_id`,
    [taskId, from, to, note],
  );
  return moved.length > 0;
}

/** What an officer has claimed goes back to its groups, with a word of whose it was. Answers what was released. */
export async function releaseTasksOf(
  tx: Tx,
  officer: { username: string },
): Promise<{ id: string; reportId: string | null }[]> {
  return rows(
    tx,
    `update approval.task
     set assignee = null, claimed_at = null, handed_by = null, handed_note = null, left_by = $1, version = version + 1
     where state = 'open' and assignee = $1 returning task_id as id, report_id as "reportId"`,
    [officer.username],
  );
}

/** What an officer has claimed of groups that are no longer theirs goes back. Answers what was released. */
export async function releaseTasksOutside(
  tx: Tx,
  officer: { username: string; groups: string[] },
): Promise<{ id: string; reportId: string | null }[]> {
  return rows(
    tx,
    `update approval.task
     set assignee = null, claimed_at = null, handed_by = null, handed_note = null, version = version + 1
     where state = 'open' and assignee = $1 and not candidate_groups && $2::text[]
     returning task_id as id, report_id as "reportId"`,
    [officer.username, officer.groups],
  );
}

/** The task leaves every queue; the relay tells the engine. */
export async function markDeciding(tx: Tx, decision: { taskId: string; outcome: string }): Promise<void> {
  await tx.query(
    `update approval.task set state = 'deciding', outcome = $2, version = version + 1 where task_id = $1`,
    [decision.taskId, decision.outcome],
  );
}

/** Tasks of these reports' cases that are open, for the case page: who has it now. */
export async function openTasksOfReport(tx: Tx, reportId: string): Promise<TaskRow[]> {
  return rows<TaskRow>(
    tx,
    `select ${TASK_COLUMNS} from approval.task t join reporting.report r on r.id = t.report_id
     where t.report_id = $1 and t.state = 'open' order by t.opened_at`,
    [reportId],
  );
}

/** How the engine says that the step of a task ended; null while it has not been projected. */
export async function endOfTaskStep(
  dataSource: DataSource,
  taskId: string,
): Promise<{ cancelled: boolean; assignee: string | null } | null> {
  return row(
    dataSource.manager,
    `select s.cancelled, s.assignee from approval.task t join approval.case_step s on s.step_id = t.step_id
     where t.task_id = $1 and s.left_at is not null`,
    [taskId],
  );
}
