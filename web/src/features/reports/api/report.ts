import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Report } from '../../../api/wire.js';
import { isEnded } from '../status.js';

/** One report; asked again every two seconds while its case runs. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'one', id],
    queryFn: ({ signal }) => http.get<Report>(`/api/v1/reports/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data && (isEnded(state.data.status) || state.data.status === 'draft') ? false : 2_000,
  });

export function useReport(id: string) {
  return useQuery(reportQuery(id));
}
