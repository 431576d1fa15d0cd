import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { ProblemError } from '../../../api/problem.js';
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
      // Who comes back to it reads that it is over; the page that is left does not change any more.
      void client.invalidateQueries({ queryKey: ['tasks', 'one', taskId], refetchType: 'none' });
      return Promise.all([askListsAgain(client), client.invalidateQueries({ queryKey: ['reports'] })]);
    },
    // Taken, decided or changed meanwhile: the page says how it stands now.
    onError: (error, { taskId }) => {
      const isStale = error instanceof ProblemError && [409, 410].includes(error.status);
      if (!isStale) return;
      void client.invalidateQueries({ queryKey: ['tasks', 'one', taskId] });
      void client.invalidateQueries({ queryKey: ['reports', 'consequences'] });
    },
  });
}
