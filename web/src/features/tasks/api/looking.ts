import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';

interface Looking {
  others: { username: string; name: string }[];
}

const pathOf = (taskId: string) => `/api/v1/tasks/${encodeURIComponent(taskId)}/looking`;

/** Says every 20 seconds that this officer has the task open; answers who else has. Who does not work on tasks says nothing (`works` false). */
export function useLooking(taskId: string, works: boolean): Looking['others'] {
  const looking = useQuery({
    queryKey: ['tasks', 'looking', taskId],
    queryFn: ({ signal }) => http.post<Looking>(pathOf(taskId), {}, { signal }),
    refetchInterval: pollEvery(20_000),
    gcTime: 0,
    enabled: works,
  });
  useEffect(() => {
    if (works) return () => void http.post(pathOf(taskId), { away: true }).catch(() => undefined);
  }, [taskId, works]);
  return looking.data?.others ?? [];
}
