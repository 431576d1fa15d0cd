import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http, problemFrom } from '../../../api/http.js';
import type { Problem } from '../../../api/problem.js';
import type { QueuedTask } from '../../../api/wire.js';
import { useOfficer } from '../../../layout/session-context.js';
import { askListsAgain, changeLongLists } from './long-lists.js';

/** As many as one request takes. */
export const MOST_AT_ONCE = 100;

export interface TaskOutcome {
  id: string;
  done: boolean;
  problem: Problem | null;
}

export interface ManyTasks {
  ids: string[];
  /** Absent: they are only taken. */
  outcome?: string;
  note?: string;
}

async function workOff({ ids, outcome, note }: ManyTasks): Promise<TaskOutcome[]> {
  const answer =
    outcome === undefined
      ? await http.post<{ items: WireOutcome[] }>('/api/v1/tasks/claim', { ids })
      : await http.post<{ items: WireOutcome[] }>('/api/v1/tasks/complete', { ids, outcome, note });
  return answer.items.map(({ id, done, problem }) => ({
    ...{ id, done },
    problem: problem && problemFrom(problem.status, problem),
  }));
}

interface WireOutcome {
  id: string;
  done: boolean;
  problem: { status: number } | null;
}

/** Takes or decides many at once; each by itself, and of each is told what became of it. */
export function useManyTasks() {
  const client = useQueryClient();
  const { username } = useOfficer();
  return useMutation({
    mutationFn: workOff,
    onSuccess: (outcomes, { outcome }) => {
      const done = new Set(outcomes.flatMap(({ id, done }) => (done ? [id] : [])));
      const worked = (task: QueuedTask) => (outcome === undefined ? { ...task, assignee: username } : null);
      changeLongLists(client, (task) => (done.has(task.id) ? worked(task) : task));
    },
    onSettled: () =>
      Promise.all([askListsAgain(client), client.invalidateQueries({ queryKey: ['reports'] })]),
  });
}
