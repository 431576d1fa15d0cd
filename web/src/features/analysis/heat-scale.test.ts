import { describe, expect, it } from 'vitest';
import type { StepTime } from './api/analysis.js';
import { boundOf, levelOf, LEVELS, levelsTold, measured } from './heat-scale.js';

const step = (known: Partial<StepTime>): StepTime => ({
  ...{
    element: 'review',
    names: { id: 'Periksa', en: 'Review' },
    kind: 'userTask',
    role: 'supervisor',
    entered: 3,
    open: 0,
    total: 90,
  },
  ...{ whole: { median: 30, p90: 50 }, waiting: { median: 20, p90: 40 }, working: { median: 10, p90: 20 } },
  ...{ share: 0.5, ...known },
});

describe('levelOf', () => {
  it('rises with the value, and the legend says the same', () => {
    expect(levelOf(0, 100)).toBe(1);
    expect(levelOf(100, 100)).toBe(5);
    for (const level of LEVELS) {
      expect(levelOf(boundOf(level, 100) - 0.001, 100)).toBe(level);
      if (level < 5) expect(levelOf(boundOf(level, 100) + 0.001, 100)).toBe(level + 1);
    }
  });

  it('is the lowest when there is nothing to compare', () => {
    expect(levelOf(0, 0)).toBe(1);
  });
});

describe('levelsTold', () => {
  const told = (most: number) => levelsTold(most, (value) => String(Math.floor(value)));

  it('tells each level once', () => {
    expect(told(100).map(({ bound }) => bound)).toEqual(['4', '16', '36', '64', '100']);
  });

  it('leaves out those that no count falls into', () => {
    expect(told(3)).toEqual([
      { level: 1, bound: '0' },
      { level: 3, bound: '1' },
      { level: 5, bound: '3' },
    ]);
    expect(told(0)).toEqual([{ level: 1, bound: '0' }]);
  });
});

describe('measured', () => {
  it('takes what was asked for', () => {
    expect(measured(step({}), 'whole')).toBe(30);
    expect(measured(step({}), 'wholeP90')).toBe(50);
    expect(measured(step({}), 'waiting')).toBe(20);
    expect(measured(step({}), 'entered')).toBe(3);
  });

  it('leaves out what only frames, splits or watches', () => {
    expect(measured(step({ kind: 'exclusiveGateway' }), 'whole')).toBeNull();
    expect(measured(step({ kind: 'subProcess' }), 'whole')).toBeNull();
    expect(measured(step({ kind: 'intermediateCatchEvent', share: null }), 'whole')).toBeNull();
    expect(measured(step({ waiting: { median: null, p90: null } }), 'waiting')).toBeNull();
  });
});
