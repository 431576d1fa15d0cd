/** Somebody reports an event: one transaction takes it in and leaves word for the relay to start the process. */
import type { Tx } from '@lampid/db/data-source';
import { recordAudit } from '@lampid/db/kernel/audit';
import { newId } from '@lampid/db/kernel/new-id';
import { enqueue } from '@lampid/db/kernel/outbox';
import { cardHolders } from '@lampid/db/registry/card-holders';
import type { IdempotencyKey } from '@lampid/db/reporting/queries-idempotency';
import { insertReport, insertRevision, loadReport, updateReport } from '@lampid/db/reporting/report';
import { saveSubjects } from '@lampid/db/reporting/subjects';
import { nextTicket } from '@lampid/db/reporting/ticket';
import { todayJakarta } from '@lampid/domain/dates';
import type { VariableValue } from '@lampid/engine/engine';
import type { ReportStart } from '@lampid/processes/case-variables';
import type { EventDefinition } from '@lampid/processes/define-event';
import { answerTask } from '../approval/answer-task.js';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import {
  areasOf,
  assertBegan,
  assertCovers,
  assertMayReport,
  assertReportsOn,
  assertSpeaksFor,
  caseGroups,
  covers,
  needsKelurahanCheck,
  seesOwnOnly,
  type Caller,
} from '../identity/authorize.js';
import { currentTraceparent, tagScope } from '../observability/request-scope.js';
import { answerOnce, type StoredAnswer } from './idempotency.js';
import { linkDocuments } from './link-documents.js';
import { readReport, summaryOf, type ReportData } from './report-body.js';
import { checkExtra } from './check-extra.js';

export interface SubmittedReport {
  id: string;
  ticket: string;
  type: string;
  status: 'submitted';
}

export async function submitReport(
  deps: Deps,
  input: {
    caller: Caller;
    body: {
      type: string;
      data: unknown;
      draftId?: string | undefined;
      answers?: string | undefined;
      begunBy?: string | undefined;
    };
    key: IdempotencyKey;
  },
): Promise<StoredAnswer<SubmittedReport>> {
  const { caller, body, key } = input;
  assertBegan(caller, body.begunBy);
  const { event, data } = readReport(deps.events, body);
  assertMayReport(caller, event);
  assertSpeaksFor(caller, event.neighbourhood?.(data) ?? null);
  const areaCode = await areaOf(deps.db.manager, { caller, event, data });
  const form = await checkExtra(deps, event, data.extra ?? {});
  const answer = await deps.db.transaction((tx) =>
    answerOnce(tx, key, async () => ({
      status: 201,
      body: await takeIn(tx, {
        deps,
        caller,
        event,
        data,
        areaCode,
        form,
        draftId: body.draftId,
        answers: body.answers,
      }),
    })),
  );
  tagScope({ reportId: answer.body.id, ticket: answer.body.ticket });
  return answer;
}

interface TakeIn {
  deps: Deps;
  caller: Caller;
  event: EventDefinition;
  data: ReportData;
  areaCode: string;
  form: { formId: string | null; definitionId: string | null };
  draftId: string | undefined;
  answers: string | undefined;
}

async function takeIn(tx: Tx, input: TakeIn): Promise<SubmittedReport> {
  const { deps, caller, event, areaCode } = input;
  const now = deps.now();
  const reportId = input.draftId ?? newId(now.getTime());
  const traceparent = currentTraceparent();
  const data = await linkDocuments(tx, { reportId, caller, data: input.data });
  // Late: the counter of this kelurahan, letter and day is held until the transaction ends.
  const ticket = await nextTicket(tx, { letter: event.ticketLetter, areaCode, day: todayJakarta(now) });
  const report = {
    ticket,
    status: 'submitted' as const,
    areaCode,
    data,
    revision: 1,
    submittedAt: now,
    traceparent,
    ...summaryOf(event, data, ticket),
  };
  if (input.draftId) await submitDraft(tx, { id: input.draftId, type: event.id, caller, report });
  else
    await insertReport(tx, {
      id: reportId,
      type: event.id,
      createdBy: caller.username,
      createdAt: now,
      ...report,
    });
  await insertRevision(tx, { reportId, revision: 1, data, madeBy: caller.username, ...input.form });
  await saveSubjects(tx, { reportId, type: event.id, keys: event.subjectKeys(data) });
  await recordAudit(tx, { actor: caller.username, action: 'report.submitted', reportId, traceparent });
  await enqueue(tx, {
    reportId,
    kind: 'start',
    payload: { processKey: event.id, variables: startVariables(reportId, { caller, areaCode }) },
    traceparent,
  });
  if (input.answers) await answerTask(tx, { deps, caller, notificationId: input.answers, reportId });
  return { id: reportId, ticket, type: event.id, status: 'submitted' };
}

async function submitDraft(
  tx: Tx,
  input: { id: string; type: string; caller: Caller; report: Parameters<typeof updateReport>[1]['set'] },
): Promise<void> {
  const draft = await loadReport(tx, input.id, { lock: 'update' });
  const own =
    draft?.status === 'draft' && draft.createdBy === input.caller.username && draft.type === input.type;
  if (!own) throw notFound({ id: 'Draf tidak ditemukan', en: 'No such draft' });
  await updateReport(tx, { id: draft.id, version: draft.version, set: input.report });
}

/**
 * Operators and heads of RT/RW report for their kelurahan, a deputy also for that of the absent operator; other offices for the kelurahan
 * that the data names, inside their area; from outside of the office for the kelurahan of the family card.
 */
export async function areaOf(
  tx: Tx,
  { caller, event, data }: { caller: Caller; event: EventDefinition; data: unknown },
): Promise<string> {
  if (caller.role === 'operator' || caller.role === 'rtrw') {
    if (areasOf(caller).length === 1) return caller.areaCode;
    const place = await placeOf(tx, { event, data });
    return place !== null && covers(caller, place) ? place : caller.areaCode;
  }
  if (seesOwnOnly(caller)) {
    const [number] = event.needs(data).familyCards;
    const card = number === undefined ? null : await cardHolders(tx, number);
    assertReportsOn(caller, card);
    return card.areaCode;
  }
  const area = event.areaCodes(data)[0] ?? null;
  assertCovers(caller, area);
  return area!;
}

/** The kelurahan of the people whom it is about: that of their card, or the one that the report names. */
async function placeOf(
  tx: Tx,
  { event, data }: { event: EventDefinition; data: unknown },
): Promise<string | null> {
  const [number] = event.needs(data).familyCards;
  const card = number === undefined ? null : await cardHolders(tx, number);
  return card?.areaCode ?? event.areaCodes(data)[0] ?? null;
}

/** Small and impersonal; deadlines are added when the command is sent. */
function startVariables(
  reportId: string,
  { caller, areaCode }: { caller: Caller; areaCode: string },
): Record<ReportStart, VariableValue> {
  return {
    reportId,
    ...caseGroups(areaCode),
    kelurahanCheck: needsKelurahanCheck(caller),
    manualSignature: false,
    subjectCount: 0,
  };
}
