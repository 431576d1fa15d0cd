import { findTask, type TaskRow } from '@lampid/db/approval/tasks';
import { urgeCase } from '@lampid/db/approval/urged-cases';
import { recordAudit } from '@lampid/db/kernel/audit';
import type { Deps } from '../deps.js';
import type { Caller } from '../identity/authorize.js';
import { assertTheirs } from './task-access.js';

/**
 * Whoever may do a task says that its case cannot wait for its turn, or that it can: this task and those that come go before others. It
 * changes the order of queues and nothing of the case: no deadline moves. @throws Problem 404, 403, 410
 */
export async function urge(
  deps: Pick<Deps, 'db'>,
  input: { caller: Caller; taskId: string; urgent: boolean },
): Promise<TaskRow> {
  const { caller, taskId, urgent } = input;
  const by = caller.username;
  return deps.db.transaction(async (tx) => {
    // Held, so that a decision waits: the task that comes of it finds what is said here.
    const before = await findTask(tx, taskId, { lock: true });
    assertTheirs(caller, before);
    const changed = await urgeCase(tx, { reportId: before.reportId, by, urgent });
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
