import { describe, expect, it } from 'vitest';
import { takenFlows, type Flow, type Visit } from './taken-flows.js';

const flow = (id: string, source: string, target: string, joinsAll = false): Flow => ({
  id,
  source,
  target,
  joinsAll,
});
const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 3, 0, second)).toISOString();
const visit = (element: string, start: number, end: number | null, cancelled = false): Visit => ({
  element,
  start: at(start),
  end: end === null ? null : at(end),
  cancelled,
});

describe('takenFlows', () => {
  const decision = [
    flow('in', 'validate', 'gate'),
    flow('bad', 'gate', 'fix'),
    flow('good', 'gate', 'review'),
    flow('again', 'fix', 'validate'),
    flow('back', 'review', 'fix'),
  ];

  it('takes one branch of a decision only', () => {
    const taken = takenFlows(decision, [
      visit('validate', 0, 1),
      visit('gate', 1, 1),
      visit('review', 1, null),
    ]);
    expect([...taken]).toEqual(['in', 'good']);
  });

  it('follows a loop and tells by time which flow led back', () => {
    const taken = takenFlows(decision, [
      visit('validate', 0, 1),
      visit('gate', 1, 1),
      visit('review', 1, 5),
      visit('fix', 5, null),
    ]);
    expect(taken).toEqual(new Set(['in', 'good', 'back']));
  });

  it('does not follow a step that was cancelled', () => {
    const flows = [flow('done', 'review', 'gate'), flow('late', 'timer', 'gate')];
    const taken = takenFlows(flows, [visit('review', 0, 4, true), visit('timer', 4, 4), visit('gate', 4, 4)]);
    expect(taken).toEqual(new Set(['late']));
  });

  it('takes every flow into a parallel join', () => {
    const flows = [flow('a', 'mother', 'join', true), flow('b', 'father', 'join', true)];
    const taken = takenFlows(flows, [visit('mother', 0, 1), visit('father', 0, 3), visit('join', 3, 3)]);
    expect(taken).toEqual(new Set(['a', 'b']));
  });

  it('takes nothing that happens after the step began', () => {
    const taken = takenFlows([flow('x', 'later', 'now')], [visit('now', 1, null), visit('later', 2, 3)]);
    expect(taken.size).toBe(0);
  });
});
