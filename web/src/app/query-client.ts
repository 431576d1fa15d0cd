import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { isLineUp, onLineChange } from '../api/line.js';
import { ProblemError } from '../api/problem.js';
import { noticeSession, sessionQuery } from '../features/session/api/session.js';

// Before the next click is heard: of two that follow each other at once the second finds its button at work.
notifyManager.setScheduler(queueMicrotask);

export function createQueryClient(): QueryClient {
  const onError = (error: Error) => noticeSession(client, error);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        // Without a line a page says so; waiting in silence for it to come back tells nobody anything.
        networkMode: 'always',
        refetchOnReconnect: true,
        // A refusal stays a refusal; only an unreachable or failing server is asked again.
        retry: (count, error) =>
          count < 2 &&
          navigator.onLine &&
          (!(error instanceof ProblemError) || error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  onLineChange(() => {
    if (isLineUp()) askAgain(client);
  });
  return client;
}

/** The line is back: who is signed in may have changed meanwhile, and what failed may go well. */
function askAgain(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: sessionQuery().queryKey });
  void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
}
