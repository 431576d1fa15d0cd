import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askListsAgain } from './long-lists.js';

export interface QueueCounts {
  all: number;
  free: number;
  mine: number;
  late: number;
}

const KEY = ['tasks', 'counts'];

/** What the stream told last; null before it told, and while the line is cut. */
export function useQueueCounts(): QueueCounts | null {
  return useQuery<QueueCounts | null>({ queryKey: KEY, enabled: false, initialData: null }).data;
}

/** Keeps the counts live while the page is open, and has the lists asked again when they change. */
export function useQueueStream(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const source = new EventSource('/api/v1/tasks/stream');
    source.addEventListener('counts', (event) => {
      client.setQueryData(KEY, JSON.parse((event as MessageEvent<string>).data) as QueueCounts);
      void askListsAgain(client);
    });
    // The browser comes back by itself; until then the lists ask for themselves.
    source.addEventListener('error', () => client.setQueryData(KEY, null));
    return () => {
      source.close();
      client.setQueryData(KEY, null);
    };
  }, [client, enabled]);
}
