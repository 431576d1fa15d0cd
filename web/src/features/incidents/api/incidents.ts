import type { Text } from '@lampid/domain/rules/finding';
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Incident, Page } from '../../../api/wire.js';

/** What the open incidents can be narrowed by; every key as its query parameter. */
export const FILTERS = ['area', 'type', 'step', 'topic', 'kind', 'cause'] as const;
export type IncidentFilter = Partial<Record<(typeof FILTERS)[number], string>>;

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
  /** Of these, since the instant that was asked about. */
  fresh: number;
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

/** `since`: an instant; what opened from then on is counted beside. */
export const incidentGroupsQuery = (filter: IncidentFilter, since?: string) =>
  queryOptions({
    queryKey: ['incidents', 'groups', filter, since],
    queryFn: ({ signal }) =>
      http.get<IncidentGroups>('/api/v1/incidents/groups', { query: { ...filter, since }, signal }),
    refetchInterval: pollEvery(5_000),
    // Another `since` asks for the same causes.
    placeholderData: keepPreviousData,
  });

export function useIncidentGroups(filter: IncidentFilter, since?: string) {
  return useQuery(incidentGroupsQuery(filter, since));
}
