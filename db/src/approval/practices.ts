/** Whose practice a case is, and how it stands in the projections of the engine's feed. */
import type { PracticeKind } from '@lampid/processes/practice-model';
import type { Tx } from '../data-source.js';
import { row } from '../kernel/rows.js';
import type { TaskState } from './tasks.js';

export interface Practice {
  /** Business key of its case. */
  id: string;
  kind: PracticeKind;
  startedAt: Date;
  /** Null while it runs, or is about to begin. */
  endedAt: Date | null;
}

/** The officer's last one; null when there was none. */
export async function latestPractice(tx: Tx, username: string): Promise<Practice | null> {
  return row<Practice>(
    tx,
    `select p.id, p.kind, p.started_at as "startedAt", i.ended_at as "endedAt"
     from approval.practice p
     left join approval.case_instance i on i.report_id = p.id and i.parent_id is null
     where p.username = $1 order by p.started_at desc limit 1`,
    [username],
  );
}

/** Until the transaction ends nobody else begins one for this officer. */
export async function lockPracticesOf(tx: Tx, username: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('practice of ' || $1, 0))`, [username]);
}

export async function insertPractice(
  tx: Tx,
  practice: { id: string; username: string; kind: PracticeKind },
): Promise<void> {
  await tx.query('insert into approval.practice (id, username, kind) values ($1, $2, $3)', [
    practice.id,
    practice.username,
    practice.kind,
  ]);
}

export interface PracticeTask {
  id: string;
  practiceId: string;
  definitionId: string;
  element: string;
  state: TaskState;
}

const SELECT_TASK = `select t.task_id as id, p.id as "practiceId", t.definition_id as "definitionId", t.element, t.state
  from approval.task t join approval.practice p on p.id = t.report_id`;

/** What waits in this practice; null while the engine is on its way to the next task. */
export async function openPracticeTask(tx: Tx, practiceId: string): Promise<PracticeTask | null> {
  return row<PracticeTask>(
    tx,
    `${SELECT_TASK} where p.id = $1 and t.state = 'open' order by t.opened_at desc limit 1`,
    [practiceId],
  );
}

/** Held until the transaction ends. Null for a task of somebody else's practice, and for one of real work. */
export async function lockPracticeTask(
  tx: Tx,
  question: { taskId: string; username: string },
): Promise<PracticeTask | null> {
  return row<PracticeTask>(tx, `${SELECT_TASK} where t.task_id = $1 and p.username = $2 for update`, [
    question.taskId,
    question.username,
  ]);
}
