import { expect, it } from 'vitest';
import { standingOf } from './standing-of.js';

const dadang = { username: 'supervisor.coblong', groups: ['supervisor:32.73.02'] };
const task = {
  ...{ id: 'second', state: 'open' as const, assignee: null, groups: ['supervisor:32.73.02'] },
  ...{ createdBy: 'operator.dago', outcomes: ['approve', 'return'], decisions: [] },
};
const decided = (taskId: string, outcome: string) => ({
  ...{ taskId, element: 'review', outcome, note: null },
  ...{ decidedBy: 'supervisor.coblong', decidedAt: '2026-11-30T02:00:00Z' },
});

it('is free, one’s own, or another’s', () => {
  expect(standingOf(task, dadang)).toEqual({ kind: 'free' });
  expect(standingOf({ ...task, assignee: dadang.username }, dadang)).toEqual({ kind: 'mine' });
  expect(standingOf({ ...task, assignee: 'supervisor2.coblong' }, dadang)).toEqual({
    kind: 'taken',
    by: 'supervisor2.coblong',
  });
});

it('is over once it is decided, whoever had it; the decision is its own and not that of an earlier task', () => {
  const decisions = [decided('first', 'return'), decided('second', 'approve')];
  const over = { ...task, state: 'deciding' as const, assignee: dadang.username, decisions };
  expect(standingOf(over, dadang)).toEqual({ kind: 'over', decision: decisions[1] });
  expect(standingOf({ ...over, state: 'ended', decisions: decisions.slice(0, 1) }, dadang)).toEqual({
    kind: 'over',
    decision: null,
  });
});

it('is for others where the groups are others, and where the officer entered the report; that one may be put right', () => {
  expect(standingOf({ ...task, groups: ['verifikator:32.73'] }, dadang)).toEqual({ kind: 'others' });
  const own = { ...task, createdBy: dadang.username };
  expect(standingOf(own, dadang)).toEqual({ kind: 'own-report' });
  expect(standingOf({ ...own, outcomes: ['resubmit', 'cancel'] }, dadang)).toEqual({ kind: 'free' });
});
