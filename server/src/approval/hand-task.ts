import { findTask, handTask, type TaskRow } from '@lampid/db/approval/tasks';
import { awayUntil } from '@lampid/db/identity/absences';
import { officersOf, type Officer } from '@lampid/db/identity/officers';
import { recordAudit } from '@lampid/db/kernel/audit';
import { todayJakarta } from '@lampid/domain/dates';
import type { Deps } from '../deps.js';
import { inputFault, invalidInput } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { assertClaimed, assertTheirs, taken } from './task-access.js';

/**
 * Who may do the task beside the caller: officers of its groups, but never who made the report (four eyes), and nobody who is away today.
 * @throws Problem 404, 403, 409, 410
 */
export async function colleaguesFor(
  deps: Pick<Deps, 'db' | 'now'>,
  caller: Caller,
  taskId: string,
): Promise<Pick<Officer, 'username' | 'name'>[]> {
  const task = await findTask(deps.db.manager, taskId);
  assertTheirs(caller, task);
  assertClaimed(caller, task);
  const groups = task.candidateGroups.map((group) => {
    const [role, areaCode] = group.split(':');
    return officersOf(deps.db, { role: role!, areaCode: areaCode ?? '' });
  });
  const officers = (await Promise.all(groups)).flat();
  const away = await awayUntil(deps.db.manager, {
    usernames: officers.map(({ username }) => username),
    today: todayJakarta(deps.now()),
  });
  return officers
    .filter(
      ({ username }) => username !== caller.username && username !== task.createdBy && !away.has(username),
    )
    .map(({ username, name }) => ({ username, name }));
}

/** Hands a claimed task to a colleague, who sees by whom and why. @throws Problem 404, 403, 409 not one's own, 410, 422 for anybody else */
export async function hand(
  deps: Pick<Deps, 'db' | 'now'>,
  input: { caller: Caller; taskId: string; to: string; note: string | null },
): Promise<TaskRow> {
  const { caller, taskId, to, note } = input;
  const colleagues = await colleaguesFor(deps, caller, taskId);
  if (!colleagues.some(({ username }) => username === to))
    throw invalidInput([
      inputFault('NO_COLLEAGUE', 'to', {
        id: 'Petugas ini tidak dapat mengerjakan tugas ini',
        en: 'This officer may not do this task',
      }),
    ]);
  return deps.db.transaction(async (tx) => {
    const handed = await handTask(tx, { taskId, from: caller.username, to, note });
    const task = await findTask(tx, taskId);
    assertTheirs(caller, task);
    if (!handed) throw taken();
    await recordAudit(tx, {
      ...{ actor: caller.username, action: 'task.handed', reportId: task.reportId },
      ...{ object: `task:${taskId}`, detail: { to } },
    });
    return task;
  });
}
