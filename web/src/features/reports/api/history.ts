import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { History } from '../../../api/wire.js';

/** The steps of a case in order; `live` asks again while it runs. */
export const historyQuery = (id: string, live: boolean) =>
  queryOptions({
    queryKey: ['reports', 'history', id],
    queryFn: ({ signal }) =>
      http.get<History>(`/api/v1/reports/${encodeURIComponent(id)}/history`, { signal }),
    // The report may be known as ended before its last steps were read: a step that is still open is asked about.
    refetchInterval: (query) => (live || hasOpenStep(query.state.data) ? pollEvery(2_000)(query) : false),
  });

const hasOpenStep = (history: History | undefined) =>
  history?.items.some((item) => item.end === null) ?? false;

export function useHistory(id: string, live: boolean) {
  return useQuery(historyQuery(id, live));
}
