/** States of a report, from its draft to its end: the words of the HTTP face, of the models' `status` property and of the database. */
export const REPORT_STATUSES = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'awaiting_decision',
  'registering',
  'registered',
  'completed',
  'rejected',
  'cancelled',
  'expired',
] as const;

export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** In these nothing more happens. */
export const ENDED_STATUSES: readonly ReportStatus[] = ['completed', 'rejected', 'cancelled', 'expired'];

/** A case under way: submitted, and not at its end. */
export const OPEN_STATUSES: readonly ReportStatus[] = REPORT_STATUSES.filter(
  (status) => status !== 'draft' && !isEnded(status),
);

export function isEnded(status: ReportStatus): boolean {
  return ENDED_STATUSES.includes(status);
}

/** A model may say anything; `undefined` where it says nothing. */
export function isReportStatus(text: string | undefined): text is ReportStatus {
  return (REPORT_STATUSES as readonly (string | undefined)[]).includes(text);
}
