import type { Text } from '@lampid/domain/rules/finding';
import { useMutation } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { ReportStatus } from '@lampid/domain/report-status';

/** Ticket and the last four digits of a NIK: always in the body. */
export interface TrackingKey {
  ticket: string;
  digits: string;
}

export interface TrackedCase {
  ticket: string;
  names: Text;
  /** Masked. */
  name: string;
  areaName: string;
  status: ReportStatus;
  submittedAt: string | null;
  steps: { status: ReportStatus; at: string }[];
  awaitsOthers: boolean;
  expectedOn: string | null;
  returned: { documents: Text[]; others: number; until: string | null } | null;
  /** They wait at the counter, or somebody collected them. */
  papers: 'none' | 'ready' | 'collected';
  satisfaction: { askable: boolean; score: number | null };
}

/** Asked when the citizen asks, never by itself: wrong answers are counted. */
export function useTracking() {
  return useMutation({ mutationFn: (key: TrackingKey) => http.post<TrackedCase>('/api/v1/track', key) });
}
