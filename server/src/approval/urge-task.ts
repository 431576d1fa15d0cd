import { findTask, urgeTask, type TaskRow } from '@lampid/db/approval/tasks';
import { recordAudit } from '@lampid/db/kernel/audit';
import type { Deps } from '../deps.js';
import type { Caller } from '../identity/authorize.js';
import { assertTheirs } from './task-access.js';

/**
 * Whoever may do a task says that it cannot wait for its turn, or that it can. It changes the order of the queue and nothing of the case: no
 * deadline moves. @throws Problem 404, 403, 410
 */
export async function urge(
  deps: Pick<Deps, 'db'>,
  input: { caller: Caller; taskId: string; urgent: boolean },
): Promise<TaskRow> {
  const { caller, taskId, urgent } = input;
  const by = caller.username;
  return deps.db.transaction(async (tx) => {
    assertTheirs(caller, await findTask(tx, taskId));
    const changed = await urgeTask(tx, { taskId, by, urgent });
    const task = await findTask(tx, taskId);
    assertTheirs(caller, task);
    if (changed)
      await recordAudit(tx, {
        ...{ actor: by, action: 'task.urged', reportId: task.reportId },
        ...{ object: `task:${taskId}`, detail: { urgent } },
      });
    return task;
  });
}
