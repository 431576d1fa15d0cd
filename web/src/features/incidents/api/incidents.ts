import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Incident, Page } from '../../../api/wire.js';

export const incidentsQuery = () =>
  queryOptions({
    queryKey: ['incidents'],
    queryFn: ({ signal }) => http.get<Page<Incident>>('/api/v1/incidents', { query: { limit: 100 }, signal }),
    refetchInterval: pollEvery(5_000),
  });

export function useIncidents() {
  return useQuery(incidentsQuery());
}

export function useRetryIncident() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.post<unknown>(`/api/v1/incidents/${encodeURIComponent(id)}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  });
}
