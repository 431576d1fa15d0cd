import { judgeReport } from '@lampid/db/reporting/judge-report';
import type { ReportRow } from '@lampid/db/reporting/report';
import { todayJakarta } from '@lampid/domain/dates';
import type { Finding, Verdict } from '@lampid/domain/rules/finding';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { assertMayReport, type Caller } from '../identity/authorize.js';
import type { KnownDefinition } from '../modeling/definitions.js';
import { firstDecisions } from '../modeling/first-decisions.js';
import { currentTraceparent } from '../observability/request-scope.js';
import { checkExtra } from './check-extra.js';
import { findReadableReport } from './read-report.js';
import { readReport } from './report-body.js';
import { areaOf } from './submit-report.js';

export interface CheckedReport {
  verdict: Verdict;
  needsSpecialDecision: boolean;
  findings: Finding[];
}

/**
 * What the first step of the process would find, by the very tables that are deployed, without submitting anything.
 * Dukcapil is not asked: its findings come with the case. A report that was submitted before is judged as the case judges it: by the case's
 * own version of the model, its own area, the law of its first day, and without itself. @throws Problem 403, 404, 422
 */
export async function checkReport(
  deps: Deps,
  input: { caller: Caller; body: { type: string; data: unknown; reportId?: string | undefined } },
): Promise<CheckedReport> {
  const { caller, body } = input;
  const { event, data } = readReport(deps.events, body);
  assertMayReport(caller, event);
  const before = body.reportId ? await findReadableReport(deps.db, caller, body.reportId) : null;
  const areaCode = before?.areaCode ?? (await areaOf(deps.db.manager, { caller, event, data }));
  const definition = await versionFor(deps, event.id, before);
  if (!definition)
    throw new Problem('state-conflict', { id: 'Belum ada model proses', en: 'No process is deployed' });
  await checkExtra(deps, event, data.extra ?? {}, definition.definitionId);
  const today = todayJakarta(deps.now());
  const { verdict, needsSpecialDecision, findings } = await judgeReport(deps.db, {
    event,
    tables: await definition.tables(),
    decisions: firstDecisions(definition),
    data,
    reportId: before?.id ?? null,
    areaCode,
    attachments: (data.documents ?? []).map(({ kind }) => kind),
    dukcapil: [],
    lookUpLetter: (number) => lookUpLetter(deps, number),
    today,
    reportedOn: todayJakarta(before?.submittedAt ?? deps.now()),
    city: deps.config.CITY,
  });
  return { verdict, needsSpecialDecision, findings };
}

/** A case judges by its own version; a draft has none yet. */
function versionFor(
  { definitions }: Pick<Deps, 'definitions'>,
  type: string,
  before: Pick<ReportRow, 'definitionId'> | null,
): Promise<KnownDefinition | null> {
  return before?.definitionId ? definitions.get(before.definitionId) : definitions.latest(type);
}

async function lookUpLetter(deps: Deps, number: string) {
  const traceparent = currentTraceparent();
  const answer = await deps.dukcapil.lookupLetter(number, traceparent === null ? {} : { traceparent });
  if (answer.kind === 'unavailable') return undefined;
  return answer.kind === 'found' ? answer.letter : null;
}
