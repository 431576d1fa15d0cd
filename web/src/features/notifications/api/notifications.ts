import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Page } from '../../../api/wire.js';

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
      http.get<Page<Notification>>('/api/v1/notifications', { query: { limit: 20 }, signal }),
    refetchInterval: 20_000,
  });

export function useNotifications() {
  return useQuery(notificationsQuery());
}
