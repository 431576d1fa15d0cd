import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem.js';
import { sessionQuery } from '../features/session/api/session.js';

/** A lost session empties the known one: the shell then leads to sign-in and back to the same page. */
function forgetSessionOn401(client: () => QueryClient) {
  return (error: Error) => {
    if (error instanceof ProblemError && error.status === 401)
      client().setQueryData(sessionQuery().queryKey, null);
  };
}

export function createQueryClient(): QueryClient {
  const onError = forgetSessionOn401(() => client);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        // A refusal stays a refusal; only an unreachable or failing server is asked again.
        retry: (count, error) =>
          count < 2 && (!(error instanceof ProblemError) || error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  });
  return client;
}
