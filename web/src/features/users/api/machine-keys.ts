import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';

export interface MachineKey {
  clientId: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  state: 'live' | 'expired' | 'revoked';
  lastUsedAt: string | null;
}

const pathOf = (username: string) => `/api/v1/users/${username}/machine-keys`;
const keyOf = (username: string) => ['users', username, 'machine-keys'];

export function useMachineKeys(username: string) {
  return useQuery({
    queryKey: keyOf(username),
    queryFn: ({ signal }) => http.get<{ items: MachineKey[] }>(pathOf(username), { signal }),
  });
}

/** The secret is in this answer and nowhere else. */
export function useMakeMachineKey(username: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (days: number) => http.post<MachineKey & { secret: string }>(pathOf(username), { days }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(username) }),
  });
}

export function useRevokeMachineKey(username: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (clientId: string) => http.delete(`${pathOf(username)}/${clientId}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(username) }),
  });
}
