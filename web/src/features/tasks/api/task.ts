import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Task } from '../../../api/wire.js';

const FOLLOWED_EVERY_MS = 10_000;

/** `reader`: username of who has it open. */
export const taskQuery = (id: string, reader: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', id],
    queryFn: ({ signal }) => http.get<Task>(`/api/v1/tasks/${encodeURIComponent(id)}`, { signal }),
    // The data under one's hands must not change while deciding on it.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    // What is not one's own yet somebody else may take or decide at any moment.
    refetchInterval: (query) => {
      const { data } = query.state;
      const isFollowed = data?.state === 'open' && data.assignee !== reader;
      return isFollowed && pollEvery(FOLLOWED_EVERY_MS)(query);
    },
  });

export function useTask(id: string, reader: string) {
  return useQuery(taskQuery(id, reader));
}
