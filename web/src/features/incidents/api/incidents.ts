import type { Text } from '@lampid/domain/rules/finding';
import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, problemFrom } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Problem } from '../../../api/problem.js';
import type { Incident, Page } from '../../../api/wire.js';

/** What the open incidents can be narrowed by; every key as its query parameter. */
export const FILTERS = ['area', 'type', 'step', 'topic', 'kind', 'cause'] as const;
export type IncidentFilter = Partial<Record<(typeof FILTERS)[number], string>>;

/** As many as one request retries. */
export const MOST_RETRIED = 500;

export function useIncidents(filter: IncidentFilter) {
  return useInfiniteQuery({
    queryKey: ['incidents', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Incident>>('/api/v1/incidents', {
        query: { limit: 100, cursor: pageParam, ...filter },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: pollEvery(5_000),
  });
}

export interface IncidentGroup {
  cause: string;
  kind: string;
  element: string;
  step: Text;
  topic: string | null;
  message: string;
  count: number;
  types: string[];
  firstAt: string;
  lastAt: string;
}

export interface IncidentGroups {
  items: IncidentGroup[];
  choices: {
    steps: { element: string; names: Text }[];
    topics: string[];
    kinds: string[];
    types: string[];
  };
}

export const incidentGroupsQuery = (filter: IncidentFilter) =>
  queryOptions({
    queryKey: ['incidents', 'groups', filter],
    queryFn: ({ signal }) =>
      http.get<IncidentGroups>('/api/v1/incidents/groups', { query: { ...filter }, signal }),
    refetchInterval: pollEvery(5_000),
  });

export function useIncidentGroups(filter: IncidentFilter) {
  return useQuery(incidentGroupsQuery(filter));
}

export interface Retried {
  items: { id: string; result: 'retried' | 'resolved' | null; problem: Problem | null }[];
  /** The cause has others that are still open. */
  more: boolean;
}

/** These, or the oldest of a cause. */
export type RetryRequest = { ids: string[] } | (IncidentFilter & { cause: string });

async function retry(request: RetryRequest): Promise<Retried> {
  const { items, more } = await http.post<{
    items: { id: string; result: 'retried' | 'resolved' | null; problem: { status: number } | null }[];
    more: boolean;
  }>('/api/v1/incidents/retry', request);
  return {
    items: items.map(({ id, result, problem }) => ({
      ...{ id, result },
      problem: problem && problemFrom(problem.status, problem),
    })),
    more,
  };
}

/** Each is tried again by itself, and of each is told what became of it. */
export function useRetryIncidents() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: retry,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['incidents'] }),
        client.invalidateQueries({ queryKey: ['operations'] }),
      ]),
  });
}
