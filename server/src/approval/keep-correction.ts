import { isDeepStrictEqual } from 'node:util';
import { keepTaskDraft, readTaskDraft } from '@lampid/db/approval/task-drafts';
import { findTask } from '@lampid/db/approval/tasks';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { assertBegan, type Caller } from '../identity/authorize.js';
import { assertClaimed, assertTheirs } from './task-access.js';
import { isCorrection, taskElement } from './task-element.js';

/**
 * Keeps what an officer is mending of a returned report. Its data is anything; the schema is checked when it is sent again. With the version
 * that it was changed from, what another window has kept since is not overwritten. @throws Problem 403, 404, 409, 410
 */
export async function keepCorrection(
  deps: Pick<Deps, 'db' | 'definitions'>,
  input: {
    caller: Caller;
    taskId: string;
    body: { data: Record<string, unknown>; version?: number | undefined; begunBy?: string | undefined };
  },
): Promise<{ version: number }> {
  const { caller, taskId, body } = input;
  assertBegan(caller, body.begunBy);
  return deps.db.transaction(async (tx) => {
    const task = await findTask(tx, taskId, { lock: true });
    assertTheirs(caller, task);
    assertClaimed(caller, task);
    if (!isCorrection(await taskElement(deps.definitions, task)))
      throw new Problem('state-conflict', {
        id: 'Hanya perbaikan laporan yang disimpan sementara',
        en: 'Only corrections of a report are kept for a time',
      });
    const known = await readTaskDraft(tx, taskId);
    const version = known?.version ?? 0;
    if (body.version !== undefined && body.version !== version) {
      // The answer to the same change was lost on the way.
      if (known && isDeepStrictEqual(known.data, body.data)) return { version };
      throw new Problem('draft-changed');
    }
    return { version: await keepTaskDraft(tx, { taskId, data: body.data, keptBy: caller.username }) };
  });
}
