import type { Tx } from '@lampid/db/data-source';
import { insertRevision, loadReport, updateReport } from '@lampid/db/reporting/report';
import { saveSubjects } from '@lampid/db/reporting/subjects';
import type { Deps } from '../deps.js';
import type { Caller } from '../identity/authorize.js';
import { checkExtra } from './check-extra.js';
import { linkDocuments } from './link-documents.js';
import { eventOf, readData, summaryOf, type ReportData } from './report-body.js';

/**
 * A returned report comes back corrected: its data is replaced (null: stays as it was) and becomes a revision of its own. The caller
 * holds the report's row. Answers the new revision.
 * @throws Problem 422
 */
export async function resubmitReport(
  tx: Tx,
  input: {
    deps: Deps;
    caller: Caller;
    reportId: string;
    definitionId: string;
    formId: string | null;
    data: Record<string, unknown> | null;
    /** Uploads of colleagues who worked on it before. */
    left: readonly string[];
  },
): Promise<number> {
  const { deps, caller, reportId, definitionId, formId, left } = input;
  const report = (await loadReport(tx, reportId, { lock: 'update' }))!;
  const event = eventOf(deps.events, report.type);
  let data = report.data as ReportData;
  if (input.data) {
    const read = readData(event, input.data);
    await checkExtra(deps, event, read.extra ?? {}, definitionId);
    data = await linkDocuments(tx, { reportId, caller, data: read, left });
  }
  const revision = report.revision + 1;
  const set = { data, revision, ...summaryOf(event, data, report.ticket) };
  await updateReport(tx, { id: reportId, version: report.version, set });
  await insertRevision(tx, { reportId, revision, data, madeBy: caller.username, formId, definitionId });
  await saveSubjects(tx, { reportId, type: event.id, keys: event.subjectKeys(data) });
  return revision;
}
