import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

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
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['tasks', 'list'] }),
        client.invalidateQueries({ queryKey: ['reports'] }),
      ]),
  });
}
