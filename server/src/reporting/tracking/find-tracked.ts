/** Who may follow a case without a sign-in: whoever knows its ticket and the end of a NIK of somebody it is about. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { loadReportByTicket, type ReportRow } from '@lampid/db/reporting/report';
import type { Tx } from '@lampid/db/data-source';
import type { RegistrySnapshot } from '@lampid/domain/registry/snapshot';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { Deps } from '../../deps.js';
import { notFound } from '../../http/problem.js';

export interface TrackingKey {
  ticket: string;
  /** The last four digits of a NIK. */
  digits: string;
}

export interface TrackedReport {
  report: ReportRow & { ticket: string };
  event: EventDefinition;
}

const NOBODY: RegistrySnapshot = {
  residents: [],
  familyCards: [],
  deeds: [],
  openLetters: [],
  uncarded: [],
};

/** @throws Problem 404, the same for a ticket that nobody has and for digits of somebody else */
export async function findTracked(
  deps: Pick<Deps, 'events'>,
  tx: Tx,
  { ticket, digits }: TrackingKey,
): Promise<TrackedReport> {
  const report = await loadReportByTicket(tx, ticket);
  const event = report && deps.events.get(report.type)?.definition;
  const known = event ? endsOfNiks(event, report.data) : [];
  // One comparison at least, of equal length: the time tells nothing of the digits.
  const matches = [...known, 'none'].filter((end) => isSame(end, digits)).length > 0;
  if (!report?.ticket || !event || !matches)
    throw notFound({
      id: 'Nomor tiket dan empat angka terakhir NIK tidak cocok. Periksa keduanya pada tanda terima, atau tanyakan di kelurahan.',
      en: 'The ticket and the last four digits of the NIK do not belong together. Compare both with the receipt, or ask at the kelurahan.',
    });
  return { report: { ...report, ticket: report.ticket }, event };
}

/** Of the subjects and the reporter; witnesses have no business there. */
function endsOfNiks(event: EventDefinition, data: Record<string, unknown>): string[] {
  const { reporter } = data as { reporter?: { nik?: unknown } };
  const niks = [...event.subjects(data, NOBODY).map(({ nik }) => nik), reporter?.nik];
  return niks.flatMap((nik) => (typeof nik === 'string' && /^\d{16}$/.test(nik) ? [nik.slice(-4)] : []));
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
