import { claimTasks, findTask, findTasks, unclaimTask, type TaskRow } from '@lampid/db/approval/tasks';
import { recordAudit } from '@lampid/db/kernel/audit';
import type { Deps } from '../deps.js';
import { Problem, refusalOf } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { assertTheirs, assertVisible, taken } from './task-access.js';

/** Of several who reach for a task one gets it. @throws Problem 404, 403, 409 taken, 410 gone */
export async function claim(deps: Pick<Deps, 'db'>, caller: Caller, taskId: string): Promise<TaskRow> {
  const [outcome] = await claimMany(deps, caller, [taskId]);
  if (outcome!.refusal) throw outcome!.refusal;
  return outcome!.task!;
}

export interface ClaimOutcome {
  id: string;
  /** Null when it is not to be seen. */
  task: TaskRow | null;
  /** Why it is not theirs; null when it is. */
  refusal: Problem | null;
}

/** Takes as many of these as are free, in one statement; of each is told what became of it. */
export async function claimMany(
  deps: Pick<Deps, 'db'>,
  caller: Caller,
  taskIds: string[],
): Promise<ClaimOutcome[]> {
  const { username, groups } = caller;
  return deps.db.transaction(async (tx) => {
    const won = new Set(await claimTasks(tx, { taskIds, username, groups }));
    const tasks = new Map((await findTasks(tx, taskIds)).map((task) => [task.id, task]));
    const outcomes: ClaimOutcome[] = [];
    for (const id of taskIds) {
      const task = tasks.get(id) ?? null;
      outcomes.push({ id, task, refusal: await refusalOf(() => assertWon(caller, task, won.has(id))) });
    }
    await recordAudit(
      tx,
      outcomes.flatMap(({ id, task, refusal }) =>
        refusal
          ? []
          : [{ actor: username, action: 'task.claimed', reportId: task!.reportId, object: `task:${id}` }],
      ),
    );
    return outcomes;
  });
}

function assertWon(caller: Caller, task: TaskRow | null, won: boolean): void {
  if (won) return assertVisible(caller, task);
  assertTheirs(caller, task);
  throw taken();
}

/** Gives it back to the queue. @throws Problem 404, 403, 409 when it is not the caller's, 410 gone */
export async function unclaim(deps: Pick<Deps, 'db'>, caller: Caller, taskId: string): Promise<TaskRow> {
  const { username } = caller;
  return deps.db.transaction(async (tx) => {
    const released = await unclaimTask(tx, { taskId, username });
    const task = await findTask(tx, taskId);
    if (released) {
      assertVisible(caller, task);
      await recordAudit(tx, {
        ...{ actor: username, action: 'task.released', reportId: task.reportId, object: `task:${taskId}` },
      });
      return task;
    }
    assertTheirs(caller, task);
    throw task.assignee === null ? new Problem('task-not-claimed') : taken();
  });
}
