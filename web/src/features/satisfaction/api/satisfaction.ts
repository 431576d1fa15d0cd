import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import type { TrackingKey } from '../../tracking/api/tracking.js';

export interface Answer {
  /** 1 very bad ... 5 very good. */
  score: number;
  comment?: string;
}

export interface Satisfaction {
  /** The case has ended. */
  askable: boolean;
  online: number | null;
  counter: number | null;
}

/** From the tracking page; who may answer is who may see. */
export function useAnswerOnline(by: TrackingKey) {
  return useMutation({
    mutationFn: (answer: Answer) =>
      http.post<{ score: number }>('/api/v1/track/satisfaction', { ...by, ...answer }),
  });
}

export function useSatisfaction(reportId: string) {
  return useQuery({
    queryKey: ['satisfaction', reportId],
    queryFn: ({ signal }) => http.get<Satisfaction>(`/api/v1/reports/${reportId}/satisfaction`, { signal }),
  });
}

/** Asked when the documents are handed over. */
export function useAnswerAtCounter(reportId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: Answer) =>
      http.post<{ score: number }>(`/api/v1/reports/${reportId}/satisfaction`, answer),
    onSettled: () => client.invalidateQueries({ queryKey: ['satisfaction', reportId] }),
  });
}
