/** What a task is to the officer who has it open. Pure. */
import type { Session, Task } from '../../api/wire.js';
import { RESUBMIT } from './resubmit.js';

export type Standing =
  | { kind: 'mine' | 'free' }
  | { kind: 'taken'; by: string }
  /** Other roles or areas do it. */
  | { kind: 'others' }
  /** Who entered a report never judges it. */
  | { kind: 'own-report' }
  /** Nothing more is to be done here; what was decided, unless the case went past it. */
  | { kind: 'over'; decision: Task['decisions'][number] | null };

export function standingOf(
  task: Pick<Task, 'id' | 'state' | 'assignee' | 'groups' | 'createdBy' | 'outcomes' | 'decisions'>,
  officer: Pick<Session, 'username' | 'groups'>,
): Standing {
  const { id, state, assignee, groups, createdBy, outcomes, decisions } = task;
  if (state !== 'open')
    return { kind: 'over', decision: decisions.find(({ taskId }) => taskId === id) ?? null };
  if (!groups.some((group) => officer.groups.includes(group))) return { kind: 'others' };
  if (createdBy === officer.username && !outcomes.includes(RESUBMIT)) return { kind: 'own-report' };
  if (assignee === null) return { kind: 'free' };
  return assignee === officer.username ? { kind: 'mine' } : { kind: 'taken', by: assignee };
}
