import { describe, expect, it } from 'vitest';
import type { CaseMove, HistoryItem } from '../../api/wire.js';
import { presentVersion, storyOf, storyWithMoves } from './story.js';

const step = (element: string, kind: string, more: Partial<HistoryItem> = {}) =>
  ({
    ...{ element, kind, definitionId: 'birth:1', processKey: 'birth', parentStepId: null, cancelled: false },
    ...{ start: '2026-11-22T03:00:00Z', end: '2026-11-22T03:00:01Z' },
    ...more,
  }) as HistoryItem;

describe('storyOf', () => {
  it('tells work, begin and end, and what happened in between', () => {
    const story = storyOf([
      step('reported', 'startEvent'),
      step('gate', 'exclusiveGateway'),
      step('opened', 'startEvent', { parentStepId: 'room' }),
      step('review', 'userTask', { parentStepId: 'room', end: null }),
      step('remind', 'intermediateTimer', { parentStepId: 'room', end: null }),
      step('late', 'boundaryTimer', { cancelled: true }),
      step('sync', 'callActivity'),
      step('begun', 'startEvent', { processKey: 'siak-sync' }),
      step('acknowledged', 'intermediateMessageCatch', { processKey: 'siak-sync' }),
      step('done', 'noneEndEvent', { definitionId: 'birth:2' }),
    ]);
    expect(story.map((item) => item.element)).toEqual(['reported', 'review', 'sync', 'acknowledged', 'done']);
  });

  it('leaves out what has not begun', () => {
    expect(storyOf([step('review', 'userTask', { start: null })])).toEqual([]);
  });
});

describe('a case that went on in another version', () => {
  const at = (second: number) => `2026-11-22T03:00:0${second}Z`;
  const items = [
    step('validate', 'serviceTask', { start: at(0) }),
    step('sync', 'callActivity', { start: at(1), definitionId: 'birth:2' }),
    step('submit', 'serviceTask', { start: at(4), definitionId: 'siak-sync:1', processKey: 'siak-sync' }),
  ];

  it('tells it between the steps', () => {
    const move = {
      at: at(3),
      by: 'analyst2',
      sourceId: 'birth:1',
      targetId: 'birth:2',
      steps: [],
    } as CaseMove;
    const told = storyWithMoves({ items, moves: [move] });
    expect(told.map((entry) => (entry.kind === 'move' ? 'moved' : entry.item.element))).toEqual([
      ...['validate', 'sync', 'moved', 'submit'],
    ]);
  });

  it('is shown on the version that it is in, not on one that it called', () => {
    expect(presentVersion({ items })).toBe('birth:2');
    expect(presentVersion({ items: [] })).toBeNull();
  });
});
