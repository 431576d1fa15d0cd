import { isDeepStrictEqual } from 'node:util';
import { keepTaskDraft, readTaskDraft } from '@lampid/db/approval/task-drafts';
import { findTask, type TaskRow } from '@lampid/db/approval/tasks';
import type { Tx } from '@lampid/db/data-source';
import { findAttachments } from '@lampid/db/reporting/attachments';
import type { Deps } from '../deps.js';
import { invalidInput, Problem } from '../http/problem.js';
import { assertBegan, type Caller } from '../identity/authorize.js';
import { unknownAttachment } from '../reporting/link-documents.js';
import { namedUploads } from '../reporting/named-uploads.js';
import { assertClaimed, assertTheirs } from './task-access.js';
import { isCorrection, taskElement } from './task-element.js';

/**
 * Keeps what an officer is mending of a returned report. Its data is anything; the schema is checked when it is sent again. With the version
 * that it was changed from, what another window has kept since is not overwritten. @throws Problem 403, 404, 409, 410, 422
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
    await assertMayLeave(tx, { caller, task, data: body.data, before: known?.data });
    return { version: await keepTaskDraft(tx, { taskId, data: body.data, keptBy: caller.username }) };
  });
}

/**
 * What kept corrections name is for whoever works on the task next: only one's own uploads, the report's, and what a colleague left with
 * them. @throws Problem 422 for any other
 */
async function assertMayLeave(
  tx: Tx,
  input: {
    caller: Caller;
    task: TaskRow;
    data: Record<string, unknown>;
    before: Record<string, unknown> | undefined;
  },
): Promise<void> {
  const { caller, task, data, before } = input;
  const left = new Set(namedUploads(before));
  const named = namedUploads(data);
  const found = await findAttachments(
    tx,
    named.filter((id) => !left.has(id)),
  );
  for (const { id, uploadedBy, reportId } of found)
    if (uploadedBy === caller.username || reportId === task.reportId) left.add(id);
  const faults = named.flatMap((id, index) => (left.has(id) ? [] : [unknownAttachment(index)]));
  if (faults.length > 0) throw invalidInput(faults);
}
