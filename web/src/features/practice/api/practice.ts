import type { Text } from '@lampid/domain/rules/finding';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { pollEvery } from '../../../api/poll-every.js';
import type { FormSchema, History } from '../../../api/wire.js';

export interface PracticeTask {
  id: string;
  names: Text;
  outcomes: string[];
  labels: Record<string, Text>;
  noteRequired: string[];
  form: FormSchema | null;
}

export interface Practice {
  id: string;
  state: 'running' | 'finished' | 'lapsed';
  history: History;
  /** Null on the way from one task to the next, and at the end. */
  task: PracticeTask | null;
}

interface Wire {
  practice: Practice | null;
}

const PATH = '/api/v1/practice';
const KEY = ['practice'];

/** Asked again while the engine moves the token. */
export function usePractice() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => http.get<Wire>(PATH, { signal }),
    refetchInterval: (query) => {
      const practice = query.state.data?.practice;
      return practice?.state === 'running' && practice.task === null ? pollEvery(700)(query) : false;
    },
  });
}

/** While one runs it stays the one. */
export function useStartPractice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<Wire>(PATH, {}),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  });
}

/** What was typed stays in the browser: the outcome moves the token. */
export function useAnswerPractice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answer: { taskId: string; outcome: string; note?: string }) =>
      http.post<Wire>(`${PATH}/answer`, answer),
    onSuccess: (answer) => client.setQueryData(KEY, answer),
  });
}
