import { claimTask, findTask, unclaimTask, type TaskRow } from '@lampid/db/approval/tasks';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { assertTheirs, assertVisible, taken } from './task-access.js';

/** Of several who reach for a task one gets it. @throws Problem 404, 403, 409 taken, 410 gone */
export async function claim(deps: Pick<Deps, 'db'>, caller: Caller, taskId: string): Promise<TaskRow> {
  const { username, groups } = caller;
  const won = await claimTask(deps.db, { taskId, username, groups });
  const task = await findTask(deps.db.manager, taskId);
  if (!won) {
    assertTheirs(caller, task);
    throw taken();
  }
  assertVisible(caller, task);
  return task;
}

/** Gives it back to the queue. @throws Problem 404, 403, 409 when it is not the caller's, 410 gone */
export async function unclaim(deps: Pick<Deps, 'db'>, caller: Caller, taskId: string): Promise<TaskRow> {
  const released = await unclaimTask(deps.db, { taskId, username: caller.username });
  const task = await findTask(deps.db.manager, taskId);
  if (released) {
    assertVisible(caller, task);
    return task;
  }
  assertTheirs(caller, task);
  throw task.assignee === null ? new Problem('task-not-claimed') : taken();
}
