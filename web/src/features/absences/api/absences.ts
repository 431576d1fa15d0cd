import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Page } from '../../../api/wire.js';

export interface Absence {
  id: string;
  username: string;
  name: string;
  /** First and last day, both inclusive. */
  from: string;
  until: string;
  deputy: string | null;
  deputyName: string | null;
  reason: string | null;
  enteredBy: string;
  endedAt: string | null;
}

export interface Deputy {
  username: string;
  name: string;
  areaCode: string;
  areaName: string | null;
}

export type NewAbsence = Pick<Absence, 'username' | 'from' | 'until' | 'deputy' | 'reason'>;

/** Absences of an officer and those in which they stand in. */
export function useAbsences(username: string) {
  return useInfiniteQuery({
    queryKey: ['absences', username],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Absence>>('/api/v1/absences', {
        query: { username, limit: 20, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Whom the caller may name as this officer's deputy. */
export function useDeputies(username: string) {
  return useQuery({
    queryKey: ['absences', 'deputies', username],
    queryFn: ({ signal }) =>
      http.get<{ items: Deputy[] }>('/api/v1/absences/deputies', { query: { username }, signal }),
  });
}

/** What an absence changes elsewhere: who is away in the list of accounts, tasks that go back to the queue. */
const CHANGED = [['absences'], ['users'], ['tasks', 'list']];

export function useEnterAbsence() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (absence: NewAbsence) => http.post<Absence>('/api/v1/absences', absence),
    onSuccess: () => Promise.all(CHANGED.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useEndAbsence() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`/api/v1/absences/${id}`),
    onSuccess: () => Promise.all(CHANGED.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
