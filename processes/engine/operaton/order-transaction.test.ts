import { describe, expect, it } from 'vitest';
import type { FeedRow } from './feed-row.js';
import { orderTransaction } from './order-transaction.js';

let nextId = 0;

function row(kind: FeedRow['kind'], given: Partial<FeedRow> & { ref: string; at: number }): FeedRow {
  nextId += 1;
  return {
    tx: '100',
    id: String(nextId),
    kind,
    instance_id: 'root',
    definition_id: 'd',
    parent: 'root',
    link: null,
    task_id: null,
    element: given.ref,
    type: null,
    who: null,
    ended_at: null,
    n: null,
    state: 0,
    ...given,
  };
}

/** A step that was entered and left at once. */
const through = (ref: string, n: number, more: Partial<FeedRow> = {}): FeedRow =>
  row('A', { ref, at: 1, ended_at: 1, n, ...more });

const told = (rows: FeedRow[]): string[] => orderTransaction(rows).map((o) => `${o.happening} ${o.row.ref}`);

/** Whatever order the rows arrive in. */
function toldAlways(rows: FeedRow[]): string[] {
  const first = told(rows);
  expect(told([...rows].reverse())).toEqual(first);
  expect(told([...rows].sort((a, b) => (a.ref < b.ref ? -1 : 1)))).toEqual(first);
  return first;
}

describe('orderTransaction', () => {
  it('follows the sequence counter, not ids or arrival', () => {
    expect(toldAlways([through('x', 5), through('y', 3), through('z', 1)])).toEqual([
      'step-entered z',
      'step-left z',
      'step-entered y',
      'step-left y',
      'step-entered x',
      'step-left x',
    ]);
  });

  it('lets time come before everything else', () => {
    const early = row('A', { ref: 'late-number', at: 1, ended_at: 2, n: 9 });
    const late = row('A', { ref: 'early-number', at: 3, n: 1 });
    expect(toldAlways([late, early])).toEqual([
      'step-entered late-number',
      'step-left late-number',
      'step-entered early-number',
    ]);
  });

  it('puts the steps of a scope between its entering and its leaving', () => {
    const scope = through('scope', 3);
    const inner = through('inner', 5, { parent: 'scope' });
    const after = through('after', 8);
    expect(toldAlways([after, inner, scope])).toEqual([
      'step-entered scope',
      'step-entered inner',
      'step-left inner',
      'step-left scope',
      'step-entered after',
      'step-left after',
    ]);
  });

  it('puts a called process inside its call activity, though its counters start anew', () => {
    const call = through('call', 7, { link: 'child' });
    const began = row('P', { ref: 'root', instance_id: 'child', parent: 'root', at: 1, ended_at: 1 });
    const inner = through('inner', 1, { instance_id: 'child', parent: 'child' });
    const after = through('after', 9);
    expect(toldAlways([after, inner, began, call])).toEqual([
      'step-entered call',
      'case-began root',
      'step-entered inner',
      'step-left inner',
      'case-over root',
      'step-left call',
      'step-entered after',
      'step-left after',
    ]);
  });

  it('ends a step that waited before it enters the next one, and its task before it', () => {
    const left = row('a', { ref: 'review', task_id: 't1', at: 1, ended_at: 50, n: 4 });
    // The deletion knows only the clock of the database, which may run ahead.
    const ended = row('D', { ref: 't1', at: 60 });
    const group = row('l', { ref: 't1', at: 61, instance_id: null, definition_id: null });
    const next = row('A', { ref: 'next', at: 50, n: 6 });
    expect(toldAlways([next, ended, group, left])).toEqual([
      'task-touched t1',
      'task-ended t1',
      'step-left review',
      'step-entered next',
    ]);
  });

  it('opens a task after its step, and begins and ends a case around everything', () => {
    const began = row('P', { ref: 'root', parent: null, at: 1 });
    const over = row('p', { ref: 'root', parent: null, at: 1, ended_at: 9 });
    const step = row('A', { ref: 'review', task_id: 't1', at: 1, n: 2 });
    const task = row('T', { ref: 't1', at: 1 });
    const end = row('A', { ref: 'end', at: 9, ended_at: 9, n: 5 });
    expect(
      toldAlways([over, task, end, step, began]).filter((line) => !line.startsWith('task-touched')),
    ).toEqual([
      'case-began root',
      'step-entered review',
      'task-opened t1',
      'step-entered end',
      'step-left end',
      'case-over root',
    ]);
  });
});
