import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';

export interface Notification {
  id: string;
  reportId: string | null;
  subject: string;
  body: string;
  createdAt: string;
}

export const notificationsQuery = () =>
  queryOptions({
    queryKey: ['notifications'],
    queryFn: ({ signal }) =>
      http.get<{ items: Notification[] }>('/api/v1/messages', { query: { limit: 20 }, signal }),
    refetchInterval: pollEvery(20_000),
  });

export function useNotifications() {
  return useQuery(notificationsQuery());
}
