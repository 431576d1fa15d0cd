/** One report as its page shows it. */
import { listIncidents } from '@lampid/db/approval/incidents';
import { openTasksOfReport } from '@lampid/db/approval/tasks';
import { readUrged } from '@lampid/db/approval/urged-cases';
import type { DataSource } from '@lampid/db/data-source';
import { findUser } from '@lampid/db/identity/users';
import { areaNames } from '@lampid/db/reference/areas';
import { latestRegistration } from '@lampid/db/registry/registrations';
import { currentFindings } from '@lampid/db/reporting/findings';
import { issuedDocuments } from '@lampid/db/reporting/queries-reports';
import { loadReport, reportAttachments, type ReportRow } from '@lampid/db/reporting/report';
import type { z } from 'zod';
import type { Deps } from '../deps.js';
import { noteView } from '../audit/case-views.js';
import { notFound } from '../http/problem.js';
import { assertSees, outsideRole, seesInSteadOf, seesOwnOnly, type Caller } from '../identity/authorize.js';
import { tagScope } from '../observability/request-scope.js';
import { readElementNames } from '../modeling/element-names.js';
import { findingView } from './finding-view.js';
import { linksOf } from './notification-links.js';
import { asSeenBy } from './as-seen-by.js';
import type { reportSchema } from './report-schemas.js';

export const NO_REPORT = { id: 'Laporan tidak ditemukan', en: 'No such report' };

/** @throws Problem 404 when there is none in the caller's area, or it is somebody else's draft */
export async function findReadableReport(db: DataSource, caller: Caller, id: string): Promise<ReportRow> {
  const report = await loadReport(db.manager, id);
  if (!report) throw notFound(NO_REPORT);
  assertSees(caller, report, NO_REPORT);
  if (report.status === 'draft' && report.createdBy !== caller.username) throw notFound(NO_REPORT);
  tagScope({ reportId: report.id, ticket: report.ticket });
  return report;
}

/** The same for what shows the people of a case or what was written about them: who looks is written down first. @throws Problem 404 */
export async function findReportToShow(db: DataSource, caller: Caller, id: string): Promise<ReportRow> {
  const report = await findReadableReport(db, caller, id);
  await noteView(db, caller, report);
  return report;
}

export async function readReportPage(
  deps: Deps,
  input: { caller: Caller; id: string },
): Promise<z.input<typeof reportSchema>> {
  const { db } = deps;
  const { caller, id } = input;
  const report = await findReportToShow(db, caller, id);
  const [findings, documents, attachments, registration, tasks, incidents, names, author, links, urged] =
    await Promise.all([
      currentFindings(db.manager, id),
      issuedDocuments(db, id),
      reportAttachments(db.manager, id),
      latestRegistration(db.manager, id),
      openTasksOfReport(db.manager, id),
      listIncidents(db, {
        areaCode: report.areaCode,
        withoutReport: false,
        reportId: id,
        open: true,
        after: null,
        limit: 20,
      }),
      areaNames(db, [report.areaCode]),
      findUser(db.manager, report.createdBy),
      linksOf(deps, report),
      report.endedAt === null && !seesOwnOnly(caller) ? readUrged(db.manager, id) : null,
    ]);
  const event = deps.events.get(report.type)?.definition;
  const standing = registration?.status === 'standing' ? registration : null;
  const nameOf = (kind: string, list: readonly { kind: string; names: { id: string; en: string } }[] = []) =>
    list.find((entry) => entry.kind === kind)?.names ?? { id: kind, en: kind };
  return {
    ...reportItem(report, names.get(report.areaCode) ?? null),
    deputyOf: seesInSteadOf(caller, report.areaCode),
    revision: report.revision,
    version: report.version,
    data: asSeenBy(caller, report.data),
    findings: findings.map(findingView),
    documents: documents.map((document) => ({
      ...document,
      // A family card's document bears its number.
      number: asSeenBy(caller, document.number),
      names: nameOf(document.kind, event?.issues),
      issuedAt: document.issuedAt.toISOString(),
      handedOverAt: document.handedOverAt?.toISOString() ?? null,
      href: `/api/v1/documents/${document.id}`,
    })),
    attachments: attachments.map(({ attachmentId, kind, fileName, mediaType, bytes, sha256 }) => ({
      ...{ id: attachmentId, kind, fileName, mediaType, bytes, sha256 },
      names: nameOf(kind, event?.attachments),
      href: `/api/v1/documents/${attachmentId}`,
    })),
    result: standing?.result.result ?? null,
    registeredOn: standing?.registeredOn ?? null,
    revokedBy: await revocationOf(db, registration?.reversedBy ?? null),
    outside: outsideRole(author),
    urged: urged && { by: urged.by, at: urged.at.toISOString() },
    ...links,
    waitingFor: await Promise.all(
      tasks.map(async (task) => ({
        taskId: task.id,
        element: task.element,
        names: await readElementNames(deps.definitions, task.definitionId, task.element),
        groups: task.candidateGroups,
        areaName: await nameOfGroupArea(db, task.candidateGroups),
        assignee: task.assignee,
        openedAt: task.openedAt.toISOString(),
        dueAt: task.dueAt?.toISOString() ?? null,
      })),
    ),
    incidents: incidents.map(({ id: incidentId, element, kind, message, openedAt }) => ({
      ...{ id: incidentId, element, kind, message },
      openedAt: openedAt.toISOString(),
    })),
    cancelRequested: report.cancelRequestedAt !== null,
    cancelReason: report.cancelReason,
    definitionId: report.definitionId,
  };
}

/** A group is `role:area`. */
async function nameOfGroupArea(db: DataSource, [group = '']: string[]): Promise<string | null> {
  const [, areaCode = ''] = group.split(':');
  return (await areaNames(db, [areaCode])).get(areaCode) ?? null;
}

async function revocationOf(db: DataSource, reportId: string | null) {
  if (reportId === null) return null;
  const revocation = await loadReport(db.manager, reportId);
  return { reportId, ticket: revocation?.ticket ?? null };
}

export function reportItem(
  report: Pick<
    ReportRow,
    | 'id'
    | 'ticket'
    | 'type'
    | 'status'
    | 'title'
    | 'areaCode'
    | 'eventDate'
    | 'createdBy'
    | 'createdAt'
    | 'submittedAt'
    | 'endedAt'
  >,
  areaName: string | null,
) {
  const { id, ticket, type, status, title, areaCode, eventDate, createdBy } = report;
  return {
    ...{ id, ticket, type, status, title, areaCode, areaName, eventDate, createdBy },
    createdAt: report.createdAt.toISOString(),
    submittedAt: report.submittedAt?.toISOString() ?? null,
    endedAt: report.endedAt?.toISOString() ?? null,
  };
}
