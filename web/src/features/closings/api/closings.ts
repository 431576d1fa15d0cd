import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';

export type ClosingState = 'open' | 'freezing' | 'signing' | 'refused' | 'published' | 'reopened';

export interface ClosingVersion {
  version: number;
  sha256: string;
  closedAt: string;
  publishedAt: string | null;
  reopenedAt: string | null;
  reopenedBy: string | null;
  reopenedReason: string | null;
}

export interface Closing {
  area: string;
  areaName: string;
  state: ClosingState;
  late: boolean;
  dueAt: string | null;
  case: { id: string; ticket: string } | null;
  /** Newest first. */
  versions: ClosingVersion[];
}

const KEY = 'closings';

export const closingsQuery = (month: string) =>
  queryOptions({
    queryKey: [KEY, month],
    queryFn: ({ signal }) => http.get<{ items: Closing[] }>('/api/v1/closings', { query: { month }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(5_000),
  });

export function useClosings(month: string) {
  return useQuery(closingsQuery(month));
}

export function useStartClosing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (month: string) => http.post<{ areas: string[] }>('/api/v1/closings', { month }),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useReopenMonth() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (question: { month: string; area: string; reason: string }) =>
      http.post<{ areas: string[] }>('/api/v1/closings/reopen', question),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [KEY] }),
        client.invalidateQueries({ queryKey: ['recap'] }),
      ]),
  });
}
