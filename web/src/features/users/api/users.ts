import type { Role } from '@lampid/domain/roles';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { Page } from '../../../api/wire.js';

export interface User {
  username: string;
  name: string;
  email: string | null;
  role: Role;
  areaCode: string;
  areaName: string | null;
  rt: string | null;
  rw: string | null;
  demo: boolean;
  active: boolean;
  version: number;
  /** Last day of the absence of today; null who is here. */
  awayUntil: string | null;
}

export type UserFields = Pick<User, 'username' | 'name' | 'email' | 'role' | 'areaCode' | 'rt' | 'rw'>;

export interface UserFilter {
  q?: string;
  role?: string;
}

export function useUsers(filter: UserFilter) {
  return useInfiniteQuery({
    queryKey: ['users', filter],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<User> & { foreignIssuer: boolean }>('/api/v1/users', {
        query: { ...filter, limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Makes an account, or changes the one that `before` was read of. */
export function useSaveUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      before,
      fields: { username, ...fields },
      active,
    }: {
      before: User | null;
      fields: UserFields;
      active: boolean;
    }) =>
      before
        ? http.put<User>(`/api/v1/users/${before.username}`, { ...fields, active, version: before.version })
        : http.post<User>('/api/v1/users', { username, ...fields }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}
