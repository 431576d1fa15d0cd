import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followStream } from '../../../api/steady-stream.js';
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
    const stop = followStream('/api/v1/tasks/stream', {
      event: 'counts',
      onData: (data) => {
        client.setQueryData(KEY, JSON.parse(data) as QueueCounts);
        void askListsAgain(client);
      },
      // Until it is back the lists ask for themselves.
      onCut: () => client.setQueryData(KEY, null),
    });
    return () => {
      stop();
      client.setQueryData(KEY, null);
    };
  }, [client, enabled]);
}
