/** The officer answers a task of their own practice. The outcome moves the token; what was typed is not sent and the note not kept. */
import { lockPracticeTask } from '@lampid/db/approval/practices';
import { markDeciding } from '@lampid/db/approval/tasks';
import { enqueue } from '@lampid/db/kernel/outbox';
import type { Deps } from '../../deps.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Caller } from '../../identity/authorize.js';
import { currentTraceparent } from '../../observability/request-scope.js';
import type { CommandPayload } from '../../relay/command.js';
import { checkDecision } from '../decide-task.js';
import { taskElement } from '../task-element.js';

/** @throws Problem 404 for a task that is no practice of theirs, 410 answered already, 422 */
export async function answerPractice(
  deps: Pick<Deps, 'db' | 'definitions'>,
  input: { caller: Caller; taskId: string; outcome: string; note: string | null },
): Promise<void> {
  const { taskId, outcome, note } = input;
  const { username } = input.caller;
  await deps.db.transaction(async (tx) => {
    const task = await lockPracticeTask(tx, { taskId, username });
    if (!task) throw notFound({ id: 'Latihan tidak ditemukan', en: 'No such practice' });
    if (task.state !== 'open') throw new Problem('task-gone');
    checkDecision(await taskElement(deps.definitions, task), { outcome, note });
    await markDeciding(tx, { taskId, outcome });
    const payload: CommandPayload<'complete'> = {
      ...{ taskId, assignee: username },
      variables: { [`${task.element}_outcome`]: outcome },
    };
    const traceparent = currentTraceparent();
    await enqueue(tx, { reportId: task.practiceId, kind: 'complete', payload, traceparent });
  });
}
