import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { ProblemError } from '../../../api/problem.js';
import type { Session } from '../../../api/wire.js';

/** The signed-in officer, or null when nobody is. */
async function fetchSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return await http.get<Session>('/api/v1/session', { signal });
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => fetchSession(signal),
    staleTime: 60_000,
  });

export function useSession() {
  return useQuery(sessionQuery());
}

/**
 * What a refused call says of the sign-in: gone (the shell asks to sign in again, over the page), or somebody else's (asked anew, and the
 * shell leaves the page).
 */
export function noticeSession(client: QueryClient, error: unknown): void {
  if (!(error instanceof ProblemError)) return;
  const { queryKey } = sessionQuery();
  if (error.status === 401) client.setQueryData(queryKey, null);
  if (error.problem.type === '/problems/begun-by-another') void client.invalidateQueries({ queryKey });
}
