import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Task } from '../../../api/wire.js';

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', id],
    queryFn: ({ signal }) => http.get<Task>(`/api/v1/tasks/${encodeURIComponent(id)}`, { signal }),
    // The data under one's hands must not change while deciding on it.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export function useTask(id: string) {
  return useQuery(taskQuery(id));
}
