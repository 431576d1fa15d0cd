import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { askListsAgain, changeLongLists } from './long-lists.js';

export interface Decision {
  taskId: string;
  outcome: string;
  note?: string;
  /** `acknowledged`: codes of the warnings; for `resubmit` the whole report. */
  data?: Record<string, unknown>;
}

function completeTask({ taskId, ...decision }: Decision): Promise<unknown> {
  return http.post(`/api/v1/tasks/${encodeURIComponent(taskId)}/complete`, decision);
}

export function useCompleteTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: completeTask,
    onSuccess: (_, { taskId }) => {
      changeLongLists(client, (task) => (task.id === taskId ? null : task));
      return Promise.all([askListsAgain(client), client.invalidateQueries({ queryKey: ['reports'] })]);
    },
  });
}
