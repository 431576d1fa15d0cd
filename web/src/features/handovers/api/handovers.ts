import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Page } from '../../../api/wire.js';
import { digitsOf, isNumber } from '../../../components/identity-number.js';

export type Collector = 'self' | 'family' | 'proxy';
export type ShownIdentity = 'ktp-el' | 'kk' | 'sim' | 'paspor';

export interface Collected {
  documents: string[];
  collectedBy: string;
  relation: Collector;
  shown: ShownIdentity;
  /** Only for what was handed over before. */
  reason?: string;
}

export interface Handover extends Required<Omit<Collected, 'reason'>> {
  id: string;
  reason: string | null;
  handedBy: string;
  handedAt: string;
  /** Address of the receipt. */
  receipt: string;
}

export interface WaitingDocuments {
  reportId: string;
  ticket: string;
  type: string;
  title: string;
  areaName: string;
  documents: number;
  /** The absent officer whose counter it is; null for one's own. */
  deputyOf: string | null;
  since: string;
}

export function useHandovers(reportId: string) {
  return useQuery({
    queryKey: ['handovers', reportId],
    queryFn: ({ signal }) =>
      http.get<{ items: Handover[] }>(`/api/v1/reports/${reportId}/handovers`, { signal }),
  });
}

export function useHandOver(reportId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (collected: Collected) =>
      http.post<{ id: string; receipt: string }>(`/api/v1/reports/${reportId}/handovers`, collected),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['handovers'] }),
        client.invalidateQueries({ queryKey: ['reports', 'one', reportId] }),
      ]),
  });
}

/** Page by page, the longest waiting first. A NIK or KK number is asked for in the body, and stands in no address. */
export function useWaitingDocuments(wanted: string) {
  return useInfiniteQuery({
    queryKey: ['handovers', 'waiting', wanted],
    queryFn: ({ pageParam, signal }) => {
      const asked = { cursor: pageParam, limit: 50 };
      return isNumber(wanted)
        ? http.post<Page<WaitingDocuments>>(
            '/api/v1/handovers/waiting/search',
            { ...asked, number: digitsOf(wanted) },
            { signal },
          )
        : http.get<Page<WaitingDocuments>>('/api/v1/handovers/waiting', {
            query: { ...asked, q: wanted },
            signal,
          });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
