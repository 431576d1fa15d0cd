import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { askTasksAgain } from './long-lists.js';

export interface Colleague {
  username: string;
  name: string;
}

const path = (taskId: string, what: 'colleagues' | 'hand') =>
  `/api/v1/tasks/${encodeURIComponent(taskId)}/${what}`;

export function useColleagues(taskId: string) {
  return useQuery({
    queryKey: ['colleagues', taskId],
    queryFn: ({ signal }) => http.get<{ items: Colleague[] }>(path(taskId, 'colleagues'), { signal }),
    select: ({ items }) => items,
  });
}

/** `onHanded`: before the page learns that the task is no longer its officer's. */
export function useHandTask(taskId: string, onHanded: (to: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (handed: { to: string; note: string }) => http.post<unknown>(path(taskId, 'hand'), handed),
    onSuccess: (_, { to }) => onHanded(to),
    // Also after a refusal: whose it is may have changed.
    onSettled: () => askTasksAgain(client),
  });
}
