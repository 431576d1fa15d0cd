/** How far an area is with closing a month. */
import { isEnded, type ReportStatus } from '@lampid/domain/report-status';
import type { ClosedMonth } from '@lampid/db/statistics/closed-months';

export const CLOSING_STATES = ['open', 'freezing', 'signing', 'refused', 'published', 'reopened'] as const;
export type ClosingState = (typeof CLOSING_STATES)[number];

/**
 * `signing`: frozen, its office has not signed yet; `refused`: frozen, but nobody goes on with it; `freezing`: the case runs, the
 * month is still open.
 */
export function closingState(input: {
  /** The newest closing. */
  latest: Pick<ClosedMonth, 'publishedAt' | 'reopenedAt'> | null;
  /** Of the latest case. */
  caseStatus: ReportStatus | null;
}): ClosingState {
  const { latest, caseStatus } = input;
  const running = caseStatus !== null && !isEnded(caseStatus);
  if (!latest || latest.reopenedAt) {
    if (running) return 'freezing';
    return latest ? 'reopened' : 'open';
  }
  if (latest.publishedAt) return 'published';
  return running ? 'signing' : 'refused';
}
