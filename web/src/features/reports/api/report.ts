import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Report } from '../../../api/wire.js';
import { isEnded } from '@lampid/domain/report-status';

/** One report; asked again every two seconds while its case runs. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', 'one', id],
    queryFn: ({ signal }) => http.get<Report>(`/api/v1/reports/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: (query) => {
      const { data } = query.state;
      const stands = data && (isEnded(data.status) || data.status === 'draft');
      return stands ? false : pollEvery(2_000)(query);
    },
  });

export function useReport(id: string) {
  return useQuery(reportQuery(id));
}
