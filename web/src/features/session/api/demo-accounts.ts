import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Role } from '@lampid/domain/roles';

export interface DemoAccount {
  username: string;
  name: string;
  role: Role;
  areaCode: string;
  areaName: string | null;
}

/** One-click accounts; empty outside of a demo. */
export const demoAccountsQuery = () =>
  queryOptions({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => http.get<{ items: DemoAccount[] }>('/api/v1/session/demo-accounts', { signal }),
    staleTime: Infinity,
  });

export function useDemoAccounts() {
  return useQuery(demoAccountsQuery());
}
