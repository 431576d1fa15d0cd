/** May this officer work on this task? Refusals in the order that gives least away. */
import type { TaskRow } from '@lampid/db/approval/tasks';
import { notFound, Problem } from '../http/problem.js';
import { assertCovers, assertMay, type Caller } from '../identity/authorize.js';

const NO_TASK = { id: 'Tugas tidak ditemukan', en: 'No such task' };

/** @throws Problem 404 no such task in the caller's area */
export function assertVisible(caller: Caller, task: TaskRow | null): asserts task is TaskRow {
  if (!task) throw notFound(NO_TASK);
  assertCovers(caller, task.areaCode, NO_TASK);
}

/** @throws Problem 404 foreign area, 410 gone, 403 not a task of the caller's groups */
export function assertTheirs(caller: Caller, task: TaskRow | null): asserts task is TaskRow {
  assertVisible(caller, task);
  assertMay(caller, 'task:work');
  if (!task.candidateGroups.some((group) => caller.groups.includes(group))) throw new Problem('wrong-role');
  if (task.state !== 'open') throw new Problem('task-gone');
}

/** @throws Problem 409 when somebody else has it, or nobody: a decision needs one's own claim */
export function assertClaimed(caller: Caller, task: TaskRow): void {
  if (task.assignee === null) throw new Problem('task-not-claimed');
  if (task.assignee !== caller.username) throw taken();
}

export function taken(): Problem {
  return new Problem('task-taken');
}
