/** A report made of a notification answers its task: the model's own outcome for it, in the transaction that takes the report in. */
import { findTask, openTasksOfReport } from '@lampid/db/approval/tasks';
import type { Tx } from '@lampid/db/data-source';
import { keepAnswer } from '@lampid/db/reporting/notification-answers';
import type { Deps } from '../deps.js';
import { notFound, Problem } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { keepDecision } from './decide-task.js';
import { assertClaimed, assertTheirs } from './task-access.js';
import { taskElement } from './task-element.js';

/** @throws Problem 404, 403, 409 when nothing waits for an answer or the caller has not claimed it */
export async function answerTask(
  tx: Tx,
  input: { deps: Deps; caller: Caller; notificationId: string; reportId: string },
): Promise<void> {
  const { deps, caller, notificationId, reportId } = input;
  const [open] = await openTasksOfReport(tx, notificationId);
  if (!open) throw notFound({ id: 'Tidak ada pemberitahuan yang menunggu', en: 'No notification waits' });
  const task = await findTask(tx, open.id, { lock: true });
  assertTheirs(caller, task);
  assertClaimed(caller, task);
  const { answeredBy } = await taskElement(deps.definitions, task);
  if (answeredBy === null) throw new Problem('state-conflict');
  const body = { outcome: answeredBy };
  await keepDecision(tx, { caller, task, body, revision: task.revision, consequences: null });
  await keepAnswer(tx, { notificationId, reportId, by: caller.username });
}
