import { useQuery } from '@tanstack/react-query';
import { http, withQuery } from '../../../api/http.js';

export interface EventLogQuestion {
  /** Event type. */
  type: string;
  area: string;
  /** First and last day of submission. */
  from: string;
  until: string;
}

/** Cases that the log would have, and the most that one log takes. */
export function useEventLogSize(question: EventLogQuestion) {
  return useQuery({
    queryKey: ['audit', 'event-log', question],
    queryFn: ({ signal }) =>
      http.get<{ cases: number; most: number }>('/api/v1/audit/event-log', {
        query: { ...question },
        signal,
      }),
  });
}

export function eventLogAddress(question: EventLogQuestion): string {
  return withQuery('/api/v1/audit/event-log.xes', { ...question });
}
