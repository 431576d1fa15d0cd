/** What anybody with a ticket and the end of a NIK is told: states and days in plain words, no name, no number, no note of an officer. */
import { openTasksOfReport } from '@lampid/db/approval/tasks';
import { areaNames } from '@lampid/db/reference/areas';
import { loadCalendar } from '@lampid/db/reference/calendar';
import { currentFindings } from '@lampid/db/reporting/findings';
import { caseHistory } from '@lampid/db/reporting/queries-history';
import {
  issuedDocuments,
  letterStatusOf,
  type IssuedDocumentRow,
} from '@lampid/db/reporting/queries-reports';
import { isReportStatus } from '@lampid/domain/report-status';
import { todayJakarta } from '@lampid/domain/dates';
import { maskName } from '@lampid/domain/masking';
import type { z } from 'zod';
import type { Deps } from '../../deps.js';
import { readableByIds } from '../../modeling/element-names.js';
import { tagScope } from '../../observability/request-scope.js';
import { isAskable, scoresOf } from '../../statistics/satisfaction/give-answer.js';
import { expectedDay } from './expected-day.js';
import { findTracked, type TrackedReport, type TrackingKey } from './find-tracked.js';
import { milestonesOf, type Milestone } from './milestones.js';
import type { trackedSchema } from './routes.js';

const OPEN_LETTERS = ['issued', 'reserved'];

/** @throws Problem 404 */
export async function trackCase(deps: Deps, key: TrackingKey): Promise<z.input<typeof trackedSchema>> {
  const { db } = deps;
  const tracked = await findTracked(deps, db.manager, key);
  const { report, event } = tracked;
  tagScope({ reportId: report.id, ticket: report.ticket });
  const [names, steps, letter, calendar, scores, documents] = await Promise.all([
    areaNames(db, [report.areaCode]),
    milestones(deps, tracked),
    letterStatusOf(db.manager, report.id),
    loadCalendar(db),
    scoresOf(db.manager, report.id),
    issuedDocuments(db, report.id),
  ]);
  const awaitsOthers = report.status === 'registered' && OPEN_LETTERS.includes(letter ?? '');
  return {
    ticket: report.ticket,
    names: event.names,
    name: maskName(report.title),
    areaName: names.get(report.areaCode) ?? report.areaCode,
    status: report.status,
    submittedAt: report.submittedAt?.toISOString() ?? null,
    steps,
    awaitsOthers,
    expectedOn: expectedDay({ status: report.status, awaitsOthers }, deps.now(), calendar),
    returned: report.status === 'returned' ? await whatIsMissing(deps, report.id) : null,
    papers: papersOf(documents),
    satisfaction: { askable: isAskable(report), score: scores.online },
  };
}

function papersOf(documents: readonly Pick<IssuedDocumentRow, 'status' | 'handedOverAt'>[]) {
  const valid = documents.filter(({ status }) => status === 'valid');
  if (valid.length === 0) return 'none';
  return valid.every(({ handedOverAt }) => handedOverAt !== null) ? 'collected' : 'ready';
}

async function milestones(deps: Deps, { report }: TrackedReport): Promise<Milestone[]> {
  const steps = await caseHistory(deps.db, report.id);
  const models = await readableByIds(
    deps.definitions,
    steps.map(({ definitionId }) => definitionId),
  );
  return milestonesOf(report, steps, ({ definitionId, element }) => {
    const said = models.get(definitionId)?.elements.get(element)?.properties['status'];
    return isReportStatus(said) ? said : undefined;
  });
}

/** Missing documents by name; of all else only that there is something: it may be about somebody. */
async function whatIsMissing(deps: Deps, reportId: string) {
  const [findings, tasks] = await Promise.all([
    currentFindings(deps.db.manager, reportId),
    openTasksOfReport(deps.db.manager, reportId),
  ]);
  const errors = findings.filter(({ severity }) => severity === 'E');
  const documents = errors.filter(({ field }) => field?.startsWith('documents'));
  const until = tasks.find(({ dueAt }) => dueAt !== null)?.dueAt;
  return {
    documents: documents.map(({ message }) => message),
    others: errors.length - documents.length,
    until: until ? todayJakarta(until) : null,
  };
}
