import { describe, expect, it } from 'vitest';
import type { OpenStep } from './api/operations.js';
import { fullestModel, modelLoads } from './model-loads.js';

const called = (name: string) => ({ id: name, en: name });
const step = (
  processKey: string,
  version: number,
  element: string,
  rest: Partial<OpenStep> = {},
): OpenStep => ({
  ...{ definitionId: `${processKey}:${version}`, processKey, process: called(processKey), version, element },
  ...{
    names: called(element),
    kind: 'userTask',
    topic: null,
    count: 1,
    incidents: 0,
    oldestAt: '2026-11-22T03:00:00Z',
  },
  ...rest,
});

describe('modelLoads', () => {
  const steps = [
    step('birth', 1, 'review', { count: 3, oldestAt: '2026-11-20T03:00:00Z' }),
    step('birth', 2, 'review', { count: 4 }),
    step('birth', 2, 'register', { count: 1, incidents: 1, oldestAt: null }),
    step('death', 1, 'review', { count: 9 }),
  ];

  it('adds the versions of a model up, trouble first', () => {
    const loads = modelLoads(steps, { processKey: 'birth', version: null });
    expect(loads.map(({ element, count, incidents }) => [element, count, incidents])).toEqual([
      ['register', 1, 1],
      ['review', 7, 0],
    ]);
    expect(loads[1]!.oldestAt).toBe('2026-11-20T03:00:00Z');
  });

  it('keeps to one version when one is chosen', () => {
    expect(modelLoads(steps, { processKey: 'birth', version: 1 })).toEqual([
      expect.objectContaining({ element: 'review', count: 3 }),
    ]);
  });

  it('leaves what it was given as it is', () => {
    modelLoads(steps, { processKey: 'birth', version: null });
    expect(steps[0]!.count).toBe(3);
  });
});

describe('fullestModel', () => {
  it('is the model with most tokens, or none', () => {
    expect(fullestModel([step('birth', 1, 'a', { count: 2 }), step('death', 1, 'b', { count: 3 })])).toBe(
      'death',
    );
    expect(fullestModel([])).toBeNull();
  });
});
