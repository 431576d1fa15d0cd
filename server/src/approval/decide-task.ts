/** An officer decides: one transaction keeps the decision and leaves word for the relay; it answers at once. */
import { recordDecision } from '@lampid/db/approval/decisions';
import { readTaskDraft } from '@lampid/db/approval/task-drafts';
import { findTask, markDeciding, type TaskRow } from '@lampid/db/approval/tasks';
import type { Tx } from '@lampid/db/data-source';
import { recordAudit } from '@lampid/db/kernel/audit';
import { enqueue } from '@lampid/db/kernel/outbox';
import { acknowledgeFindings } from '@lampid/db/reporting/findings';
import { hasEntered } from '@lampid/db/reporting/queries-reports';
import type { Deps } from '../deps.js';
import { inputFault, invalidInput, Problem } from '../http/problem.js';
import { deputyOf, type Caller } from '../identity/authorize.js';
import { planRegistration } from '../registry/consequences.js';
import { currentTraceparent, tagScope } from '../observability/request-scope.js';
import type { CommandPayload } from '../relay/command.js';
import { namedUploads } from '../reporting/named-uploads.js';
import { resubmitReport } from '../reporting/resubmit-report.js';
import { assertClaimed, assertTheirs } from './task-access.js';
import { isCorrection, RESUBMIT, taskElement, type TaskElement } from './task-element.js';

export interface DecisionBody {
  outcome: string;
  note?: string | null | undefined;
  data?: Record<string, unknown> | null | undefined;
}

export interface DecidedTask {
  id: string;
  reportId: string;
  outcome: string;
  state: 'deciding';
}

/** @throws Problem 404, 403, 409, 410, 422 */
export async function decideTask(
  deps: Deps,
  input: { caller: Caller; taskId: string; body: DecisionBody },
): Promise<DecidedTask> {
  const { caller, taskId, body } = input;
  return deps.db.transaction(async (tx) => {
    const task = await findTask(tx, taskId, { lock: true });
    assertTheirs(caller, task);
    assertClaimed(caller, task);
    tagScope({ reportId: task.reportId, ticket: task.ticket });
    const element = await taskElement(deps.definitions, task);
    checkDecision(element, body);
    if (!isCorrection(element)) await assertSeparateDuties(tx, caller, task);
    const revision = await applyDecision(tx, { deps, caller, task, element, body });
    const consequences = letsPass(element, body) ? await decidedOn(tx, { deps, task, body }) : null;
    await keepDecision(tx, { caller, task, body, revision, consequences });
    return { id: taskId, reportId: task.reportId, outcome: body.outcome, state: 'deciding' };
  });
}

/** @throws Problem 422 for an outcome that the model does not offer, or without the note that it demands */
export function checkDecision(element: TaskElement, { outcome, note }: DecisionBody): void {
  if (!element.outcomes.includes(outcome)) {
    const choices = element.outcomes.join(', ');
    const text = { id: `Pilihan yang ada: ${choices}`, en: `The choices are: ${choices}` };
    throw invalidInput([inputFault('UNKNOWN_OUTCOME', 'outcome', text)]);
  }
  if (element.noteRequired.includes(outcome) && !note) {
    const text = { id: 'Alasan wajib diisi', en: 'A note is required' };
    throw invalidInput([inputFault('NOTE_REQUIRED', 'note', text)]);
  }
}

/** Whoever entered a report, or a revision of it, never judges it. */
async function assertSeparateDuties(tx: Tx, caller: Caller, task: TaskRow): Promise<void> {
  const entered = await hasEntered(tx, { reportId: task.reportId, username: caller.username });
  if (task.createdBy === caller.username || entered) throw new Problem('own-report');
}

/** The case goes on by it: neither sent back nor ended. */
export function letsPass(element: TaskElement, { outcome }: Pick<DecisionBody, 'outcome'>): boolean {
  return !isCorrection(element) && !element.noteRequired.includes(outcome);
}

/**
 * Fingerprint of what registration is to make, as things are now. Null once it is made, and where it cannot be made: that is
 * for the registration to find. @throws Problem 409 when the page showed something else
 */
async function decidedOn(
  tx: Tx,
  { deps, task, body }: { deps: Deps; task: TaskRow; body: DecisionBody },
): Promise<string | null> {
  const planned = await planRegistration(tx, deps, task.reportId);
  if (planned?.kind !== 'planned') return null;
  const shown = body.data?.['consequences'];
  if (typeof shown === 'string' && shown !== planned.fingerprint) throw new Problem('family-changed');
  return planned.fingerprint;
}

/** Answers the revision of the report that stands after the decision. */
async function applyDecision(
  tx: Tx,
  input: { deps: Deps; caller: Caller; task: TaskRow; element: TaskElement; body: DecisionBody },
): Promise<number> {
  const { deps, caller, task, element, body } = input;
  if (body.outcome === RESUBMIT) {
    const { acknowledged: _, ...data } = body.data ?? {};
    const { reportId, definitionId } = task;
    const draft = await readTaskDraft(tx, task.id);
    return resubmitReport(tx, {
      ...{ deps, caller, reportId, definitionId, formId: element.formId },
      data: body.data ? data : null,
      left: namedUploads(draft?.data),
    });
  }
  if (letsPass(element, body)) await acknowledge(tx, { caller, task, body });
  return task.revision;
}

/** Warnings never stop a case, but who lets it pass has seen them. */
async function acknowledge(
  tx: Tx,
  input: { caller: Caller; task: TaskRow; body: DecisionBody },
): Promise<void> {
  const { acknowledged, reason } = input.body.data ?? {};
  const codes = Array.isArray(acknowledged) ? acknowledged.filter((code) => typeof code === 'string') : [];
  const open = await acknowledgeFindings(tx, {
    reportId: input.task.reportId,
    codes,
    by: input.caller.username,
    reason: typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : (input.body.note ?? null),
  });
  if (open.length === 0) return;
  throw invalidInput(
    open.map((code) =>
      inputFault('NOT_ACKNOWLEDGED', 'data.acknowledged', {
        id: `Peringatan ${code} belum Anda nyatakan terbaca`,
        en: `Warning ${code} is not acknowledged`,
      }),
    ),
  );
}

export async function keepDecision(
  tx: Tx,
  input: {
    caller: Caller;
    task: TaskRow;
    body: DecisionBody;
    revision: number;
    consequences: string | null;
  },
): Promise<void> {
  const { caller, task, body, revision, consequences } = input;
  const { outcome } = body;
  const { id: taskId, reportId, element, definitionId } = task;
  const traceparent = currentTraceparent() ?? task.traceparent;
  const standsIn = deputyOf(caller, task);
  await markDeciding(tx, { taskId, outcome });
  await recordDecision(tx, {
    ...{ taskId, reportId, element, definitionId, outcome, revision, consequences },
    note: body.note ?? null,
    // A resubmission's data is the revision; here it would be kept twice.
    data: outcome === RESUBMIT ? {} : (body.data ?? {}),
    decidedBy: caller.username,
    deputyOf: standsIn,
  });
  await recordAudit(tx, {
    ...{ actor: caller.username, action: 'task.completed', reportId, traceparent },
    object: `task:${taskId}`,
    detail: { element, outcome, ...(standsIn !== null && { deputyOf: standsIn }) },
  });
  const payload: CommandPayload<'complete'> = {
    ...{ taskId, assignee: caller.username },
    variables: { [`${element}_outcome`]: outcome },
  };
  await enqueue(tx, { reportId, kind: 'complete', payload, traceparent });
}
