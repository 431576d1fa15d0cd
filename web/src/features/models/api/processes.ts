import type { Text } from '@lampid/domain/rules/finding';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Resource } from './resource.js';

export interface ProcessVersion {
  definitionId: string;
  processKey: string;
  version: number;
  /** Instances of this version that run now. */
  running: number;
  /** Null for what came with the product. */
  deployed: {
    draftId: string;
    why: string;
    proposedBy: string;
    approvedBy: string;
    at: string;
  } | null;
}

export interface ProcessModel {
  key: string;
  names: Text;
  eventType: string | null;
  latest: Omit<ProcessVersion, 'running' | 'deployed'>;
  running: number;
}

export const processesQuery = () =>
  queryOptions({
    queryKey: ['processes'],
    queryFn: ({ signal }) => http.get<{ items: ProcessModel[] }>('/api/v1/processes', { signal }),
    select: ({ items }) => items,
    refetchInterval: pollEvery(15_000),
  });

export function useProcesses() {
  return useQuery(processesQuery());
}

/** Newest first. */
export const processVersionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['processes', key],
    queryFn: ({ signal }) =>
      http.get<{ items: ProcessVersion[] }>(`/api/v1/processes/${encodeURIComponent(key)}/versions`, {
        signal,
      }),
    select: ({ items }) => items,
    refetchInterval: pollEvery(15_000),
  });

export function useProcessVersions(key: string) {
  return useQuery(processVersionsQuery(key));
}

/** The files of one version. */
export function readDefinition(
  definitionId: string,
  signal: AbortSignal,
): Promise<{ resources: Resource[] }> {
  return http.get(`/api/v1/processes/definitions/${encodeURIComponent(definitionId)}`, { signal });
}

export function useDefinition(definitionId: string) {
  return useQuery({
    queryKey: ['process-definitions', definitionId],
    queryFn: ({ signal }) => readDefinition(definitionId, signal),
    staleTime: Infinity,
  });
}
