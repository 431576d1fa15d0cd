import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '../../api/wire.js';
import { storyOf } from './story.js';

const step = (element: string, kind: string, more: Partial<HistoryItem> = {}) =>
  ({
    ...{ element, kind, definitionId: 'birth:1', parentStepId: null, cancelled: false },
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
      step('begun', 'startEvent', { definitionId: 'siak-sync:1' }),
      step('acknowledged', 'intermediateMessageCatch', { definitionId: 'siak-sync:1' }),
      step('done', 'noneEndEvent'),
    ]);
    expect(story.map((item) => item.element)).toEqual(['reported', 'review', 'sync', 'acknowledged', 'done']);
  });

  it('leaves out what has not begun', () => {
    expect(storyOf([step('review', 'userTask', { start: null })])).toEqual([]);
  });
});
