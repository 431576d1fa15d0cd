import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { ReportStatus } from '@lampid/domain/report-status';
import type { Page, ReportSummary } from '../../../api/wire.js';

export interface ReportFilter {
  q?: string;
  type?: string;
  status?: ReportStatus;
  mine?: boolean;
  area?: string;
  /** Days of submission, both included. */
  from?: string;
  until?: string;
  /** Username of who worked on it. */
  actor?: string;
  limit?: number;
  /** A NIK or KK number: asked for in the body, and kept in no address. */
  number?: string;
}

/** Newest first, page by page; asked again while the page is open, for statuses move by themselves. */
export const reportsQuery = ({ limit = 25, mine, number, ...filter }: ReportFilter) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'list', filter, mine, limit, number],
    queryFn: ({ pageParam, signal }) => {
      const { q, ...rest } = filter;
      const asked = {
        ...rest,
        mine: mine ? 'true' : undefined,
        limit,
        cursor: pageParam,
        sort: '-createdAt',
      };
      return number === undefined
        ? http.get<Page<ReportSummary>>('/api/v1/reports', { query: { ...asked, q }, signal })
        : http.post<Page<ReportSummary>>('/api/v1/reports/search', { ...asked, number }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(10_000),
  });

export function useReports(filter: ReportFilter) {
  return useInfiniteQuery(reportsQuery(filter));
}
