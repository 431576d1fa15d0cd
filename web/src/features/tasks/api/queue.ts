import { infiniteQueryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Page, QueuedTask } from '../../../api/wire.js';
import type { QueueFilter } from '../queue-filter.js';
import { isLong, shorten } from './long-lists.js';
import { useQueueCounts } from './queue-counts.js';

const PAGE = 200;
const SHORT_STALE_MS = 2_000;

interface QueueQuestion {
  filter: QueueFilter;
  /** A NIK or KK number: asked for in the body, and kept in no address. */
  number?: string | undefined;
}

function askQueue(
  { filter, number }: QueueQuestion,
  { limit = PAGE, cursor, signal }: { limit?: number; cursor?: string | undefined; signal?: AbortSignal },
): Promise<Page<QueuedTask>> {
  const { late, q, ...rest } = filter;
  const asked = { ...rest, late: late ? ('true' as const) : undefined, limit, cursor };
  if (number !== undefined)
    return http.post<Page<QueuedTask>>('/api/v1/tasks/search', { ...asked, number }, { signal });
  return http.get<Page<QueuedTask>>('/api/v1/tasks', { query: { ...asked, q }, signal });
}

const queueQuery = (question: QueueQuestion, everyMs: number) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', question],
    queryFn: ({ pageParam, signal }) => askQueue(question, { cursor: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // A long list is never asked again by itself, and is old only when something is known to have changed.
    staleTime: (query) => (isLong(query) ? Infinity : SHORT_STALE_MS),
    refetchOnMount: (query) => !isLong(query),
    refetchOnWindowFocus: (query) => !isLong(query),
    refetchOnReconnect: (query) => !isLong(query),
    refetchInterval: (query) => !isLong(query) && pollEvery(everyMs)(query),
  });

/** The caller's work. Asked again when the live counts say that it changed, and now and then in any case. */
export function useQueue(question: QueueQuestion) {
  const client = useQueryClient();
  const live = useQueueCounts() !== null;
  const query = queueQuery(question, live ? 60_000 : 5_000);
  const list = useInfiniteQuery(query);
  return {
    ...list,
    /** It was scrolled far down, and something has changed since. */
    isOld: list.isStale && isLong({ state: { data: list.data } }),
    /** From the top. */
    async askAgain() {
      shorten(client, query.queryKey);
      await list.refetch();
    },
  };
}

/** The first tasks of a list, fresh: what to open after a decision. */
export const fetchNext = (filter: QueueFilter) => askQueue({ filter }, { limit: 50 });

/** The open tasks of one case, as far as they are the caller's. */
export function useTasksOfReport(reportId: string) {
  return useQuery({
    queryKey: ['tasks', 'list', { reportId }],
    queryFn: ({ signal }) => http.get<Page<QueuedTask>>('/api/v1/tasks', { query: { reportId }, signal }),
    refetchInterval: pollEvery(5_000),
  });
}
