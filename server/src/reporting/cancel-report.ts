import type { Tx } from '@lampid/db/data-source';
import { recordAudit } from '@lampid/db/kernel/audit';
import { enqueue } from '@lampid/db/kernel/outbox';
import { letterStatusOf } from '@lampid/db/reporting/queries-reports';
import { standingRegistration } from '@lampid/db/registry/registrations';
import { loadReport, updateReport, type ReportRow } from '@lampid/db/reporting/report';
import { isEnded } from '@lampid/domain/report-status';
import type { Deps } from '../deps.js';
import { notFound, Problem } from '../http/problem.js';
import { assertCovers, type Caller } from '../identity/authorize.js';
import { currentTraceparent } from '../observability/request-scope.js';

export interface CancelledReport {
  id: string;
  ticket: string | null;
  type: string;
  /** As it is now; the case ends as `cancelled` once the engine has heard. */
  status: string;
}

/**
 * Takes a report back. Registration and cancellation exclude each other by the report's lock: until it is registered the
 * whole case is cancelled; a move that waits for its arrival asks the supervisor to cancel its letter; later it is too late.
 * Repeating it changes nothing.
 * @throws Problem 404, 409
 */
export async function cancelReport(
  deps: Deps,
  input: { caller: Caller; id: string; reason: string },
): Promise<CancelledReport> {
  return deps.db.transaction(async (tx) => {
    const report = await loadReport(tx, input.id, { lock: 'update' });
    if (!report || (report.status === 'draft' && report.createdBy !== input.caller.username))
      throw notFound();
    assertCovers(input.caller, report.areaCode);
    const status =
      report.status === 'draft' ? await dropDraft(tx, report) : await askToCancel(tx, report, input);
    return { id: report.id, ticket: report.ticket, type: report.type, status };
  });
}

async function dropDraft(tx: Tx, draft: ReportRow): Promise<string> {
  const set = { status: 'cancelled' as const, endedAt: new Date() };
  await updateReport(tx, { id: draft.id, version: draft.version, set });
  return 'cancelled';
}

async function askToCancel(
  tx: Tx,
  report: ReportRow,
  { caller, reason }: { caller: Caller; reason: string },
): Promise<string> {
  if (report.status === 'cancelled') return report.status;
  if (isEnded(report.status)) throw tooLate('Laporan sudah selesai', 'The case has come to its end');
  const registered = await standingRegistration(tx, report.id);
  if (!registered && report.cancelRequestedAt) return report.status;
  if (registered) await assertLetterIsOpen(tx, report.id);
  const set = registered ? { cancelReason: reason } : { cancelReason: reason, cancelRequestedAt: new Date() };
  await updateReport(tx, { id: report.id, version: report.version, set });
  const traceparent = currentTraceparent();
  const message = registered ? 'move-letter-cancelled' : 'report-cancelled';
  await recordAudit(tx, {
    actor: caller.username,
    action: registered ? 'letter.cancel-requested' : 'report.cancel-requested',
    reportId: report.id,
    detail: { reason },
    traceparent,
  });
  await enqueue(tx, {
    reportId: report.id,
    kind: 'correlate',
    payload: { message, variables: {}, expires: 'with-case' },
    traceparent,
  });
  return report.status;
}

async function assertLetterIsOpen(tx: Tx, reportId: string): Promise<void> {
  const letter = await letterStatusOf(tx, reportId);
  if (letter === 'issued') return;
  if (letter === 'reserved')
    throw tooLate('SKPWNI sudah dipesan oleh kota tujuan', 'The destination has already reserved the letter');
  throw tooLate('Laporan sudah dicatat dalam register', 'The event is already registered');
}

function tooLate(id: string, en: string): Problem {
  return new Problem('state-conflict', { id, en });
}
