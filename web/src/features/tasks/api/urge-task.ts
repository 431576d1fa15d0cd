import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { TaskSummary } from '../../../api/wire.js';
import { askTasksAgain, changeLongLists } from './long-lists.js';

/** Puts a task before the others of its queue, or back into its turn. */
export function useUrgeTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, urgedBy }: Pick<TaskSummary, 'id' | 'urgedBy'>) =>
      http.post<TaskSummary>(`/api/v1/tasks/${encodeURIComponent(id)}/urge`, { urgent: urgedBy === null }),
    onSuccess: ({ id, urgedBy }) =>
      changeLongLists(client, (task) => (task.id === id ? { ...task, urgedBy } : task)),
    // Also after a refusal: somebody has decided it meanwhile.
    onSettled: () => askTasksAgain(client),
  });
}
