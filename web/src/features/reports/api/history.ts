import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { History } from '../../../api/wire.js';

/** The steps of a case in order; `live` asks again while it runs. */
export const historyQuery = (id: string, live: boolean) =>
  queryOptions({
    queryKey: ['reports', 'history', id],
    queryFn: ({ signal }) =>
      http.get<History>(`/api/v1/reports/${encodeURIComponent(id)}/history`, { signal }),
    refetchInterval: live ? 2_000 : false,
  });

export function useHistory(id: string, live: boolean) {
  return useQuery(historyQuery(id, live));
}
