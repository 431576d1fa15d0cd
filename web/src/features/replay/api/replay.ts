import type { Text } from '@lampid/domain/rules/finding';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { ReportStatus } from '@lampid/domain/report-status';
import type { CaseFinding, History, ReportData } from '../../../api/wire.js';

export interface Act {
  id: string;
  at: string;
  /** Username, or `worker:<topic>`, `relay`, `projector`. */
  actor: string;
  action: string;
  object: string | null;
  detail: Record<string, unknown>;
}

/** One time that rules or the register judged the case. */
export interface Judging {
  at: string;
  step: Text;
  version: number | null;
  findings: CaseFinding[];
}

export interface Replay extends History {
  revisions: { revision: number; madeAt: string; madeBy: string; data: ReportData }[];
  /** Oldest first. */
  judgings: Judging[];
  /** Oldest first, with the report that revoked one. */
  registrations: {
    registeredAt: string;
    reversedAt: string | null;
    revokedBy: { reportId: string; ticket: string | null } | null;
  }[];
  /** Null while the case goes on. */
  ended: { at: string; status: ReportStatus } | null;
  acts: Act[];
  views: { id: string; at: string; actor: string }[];
  documents: { id: string; kind: string; number: string | null; issuedAt: string; voidedAt: string | null }[];
}

export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'replay', id],
    queryFn: ({ signal }) => http.get<Replay>(`/api/v1/reports/${encodeURIComponent(id)}/replay`, { signal }),
  });

export function useReplay(id: string) {
  return useQuery(replayQuery(id));
}

/** The case as a signed package. */
export const evidenceAddress = (id: string) => `/api/v1/cases/${encodeURIComponent(id)}/evidence.zip`;
