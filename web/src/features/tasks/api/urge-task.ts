import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { TaskSummary } from '../../../api/wire.js';
import { askTasksAgain, changeLongLists } from './long-lists.js';

/** Puts a case before the others of its queues, or back into its turn. */
export function useUrgeTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, urgedBy }: Pick<TaskSummary, 'id' | 'urgedBy'>) =>
      http.post<TaskSummary>(`/api/v1/tasks/${encodeURIComponent(id)}/urge`, { urgent: urgedBy === null }),
    onSuccess: ({ reportId, urgedBy, urgedAt }) =>
      changeLongLists(client, (task) => (task.reportId === reportId ? { ...task, urgedBy, urgedAt } : task)),
    // Also after a refusal: somebody has decided it meanwhile.
    onSettled: () => askTasksAgain(client),
  });
}
