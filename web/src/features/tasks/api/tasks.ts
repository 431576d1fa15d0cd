import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { Page, TaskSummary } from '../../../api/wire.js';

interface TaskFilter {
  reportId?: string;
  q?: string;
}

/** The caller's work, oldest first; asked again every five seconds. */
export const tasksQuery = (filter: TaskFilter = {}) =>
  queryOptions({
    queryKey: ['tasks', 'list', filter],
    queryFn: ({ signal }) =>
      http.get<Page<TaskSummary>>('/api/v1/tasks', { query: { ...filter, limit: 100 }, signal }),
    refetchInterval: pollEvery(5_000),
  });

export function useTasks(filter: TaskFilter = {}) {
  return useQuery(tasksQuery(filter));
}
