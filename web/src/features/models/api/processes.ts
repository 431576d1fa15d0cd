import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface ProcessVersion {
  definitionId: string;
  version: number;
  deployedAt: string | null;
  latest: boolean;
}

export interface ProcessModel {
  key: string;
  name: string;
  versions: ProcessVersion[];
}

export const processesQuery = () =>
  queryOptions({
    queryKey: ['processes'],
    queryFn: ({ signal }) => http.get<{ items: ProcessModel[] }>('/api/v1/processes', { signal }),
    select: ({ items }) => items,
    staleTime: 10_000,
  });

export function useProcesses() {
  return useQuery(processesQuery());
}
