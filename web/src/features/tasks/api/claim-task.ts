import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { TaskSummary } from '../../../api/wire.js';
import { askTasksAgain, changeLongLists } from './long-lists.js';

const path = (taskId: string, action: 'claim' | 'unclaim') =>
  `/api/v1/tasks/${encodeURIComponent(taskId)}/${action}`;

function useTaskAction(action: 'claim' | 'unclaim') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (taskId: string) => http.post<TaskSummary>(path(taskId, action)),
    onSuccess: ({ id, assignee }) =>
      changeLongLists(client, (task) => (task.id === id ? { ...task, assignee } : task)),
    // Also after a refusal: somebody else was faster, and the list should say so.
    onSettled: () => askTasksAgain(client),
  });
}

/** One officer wins; the others are refused with 409. */
export const useClaimTask = () => useTaskAction('claim');
export const useUnclaimTask = () => useTaskAction('unclaim');
