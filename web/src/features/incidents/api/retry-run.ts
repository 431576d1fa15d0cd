/**
 * Many incidents retried, a batch after the other: how far it is can be seen, it can be ended, and it goes on while its officer looks at
 * other pages. What became of each waits until it is closed.
 */
import { skipToken, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { http, problemFrom } from '../../../api/http.js';
import type { Problem } from '../../../api/problem.js';
import type { IncidentFilter } from './incidents.js';

/** A few seconds on a busy machine. */
const BATCH = 50;

export interface RetriedIncident {
  id: string;
  reportId: string | null;
  ticket: string | null;
  result: 'retried' | 'resolved' | null;
  problem: Problem | null;
}

export interface RetryRun {
  state: 'running' | 'ending' | 'ended';
  /** How many there were to be. */
  total: number;
  items: RetriedIncident[];
  /** By the server's clock; absent before its first answer. */
  startedAt?: string;
  error?: Error;
}

/** These, or all of a cause. */
export type RetryRequest = { ids: string[] } | (IncidentFilter & { cause: string });

const KEY = ['incident-retry'];

interface Answer {
  items: (Omit<RetriedIncident, 'problem'> & { problem: { status: number } | null })[];
  at: string;
  next: string | null;
}

async function* batchesOf(request: RetryRequest): AsyncGenerator<Answer> {
  const post = (body: object) => http.post<Answer>('/api/v1/incidents/retry', body);
  if ('ids' in request) {
    for (let first = 0; first < request.ids.length; first += BATCH)
      yield await post({ ids: request.ids.slice(first, first + BATCH) });
    return;
  }
  let next: string | null = null;
  do {
    const answer: Answer = await post({ ...request, limit: BATCH, ...(next !== null && { cursor: next }) });
    yield answer;
    ({ next } = answer);
  } while (next !== null);
}

async function work(client: QueryClient, request: RetryRequest, total: number): Promise<void> {
  const known = () => client.getQueryData<RetryRun>(KEY)!;
  const tell = (change: Partial<RetryRun>) => client.setQueryData<RetryRun>(KEY, { ...known(), ...change });
  client.setQueryData<RetryRun>(KEY, { state: 'running', total, items: [] });
  try {
    for await (const { items, at } of batchesOf(request)) {
      const told = items.map(({ problem, ...item }) => ({
        ...item,
        problem: problem && problemFrom(problem.status, problem),
      }));
      const { items: before, startedAt = at, state } = known();
      tell({ items: [...before, ...told], startedAt });
      void client.invalidateQueries({ queryKey: ['incidents'] });
      if (state === 'ending') break;
    }
  } catch (error) {
    tell({ error: error as Error });
    throw error;
  } finally {
    tell({ state: 'ended' });
    void client.invalidateQueries({ queryKey: ['incidents'] });
    void client.invalidateQueries({ queryKey: ['operations'] });
  }
}

/** One at a time: the run of this window, on whatever page. */
export function useRetryRun() {
  const client = useQueryClient();
  const { data: run = null } = useQuery<RetryRun | null>({
    ...{ queryKey: KEY, queryFn: skipToken, gcTime: Infinity, staleTime: Infinity },
  });
  const { mutate } = useMutation({
    mutationFn: ({ request, total }: { request: RetryRequest; total: number }) =>
      work(client, request, total),
  });
  return {
    run,
    isBusy: run !== null && run.state !== 'ended',
    start: (request: RetryRequest, total: number) => mutate({ request, total }),
    /** After the batch that is under way. */
    end: () =>
      client.setQueryData<RetryRun | null>(KEY, (known) => (known ? { ...known, state: 'ending' } : null)),
    close: () => client.setQueryData<RetryRun | null>(KEY, null),
  };
}
