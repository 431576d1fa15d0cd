import { describe, expect, it } from 'vitest';
import { causeOfBreach, type LateWork } from './breach-cause.js';
import { percentile } from './percentile.js';

describe('percentile', () => {
  it('lies between its neighbours in proportion', () => {
    expect(percentile([40, 10, 30, 20], 0.5)).toBe(25);
    expect(percentile([10, 20, 30, 40, 50], 0.9)).toBe(46);
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([10, 9, 100], 0.5)).toBe(10);
  });

  it('of nothing is not known', () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});

describe('causeOfBreach', () => {
  const work = (known: Partial<LateWork> = {}): LateWork => ({
    ...{ dueAt: 100, claimedAt: null, wasHanded: false, decidedAt: null, hadIncident: false },
    ...{ isCorrection: false, isOfSynchronisation: false, ...known },
  });

  it.each([
    ['unclaimed', work()],
    ['unclaimed', work({ claimedAt: 101, decidedAt: 102 })],
    ['held', work({ claimedAt: 100 })],
    ['held', work({ claimedAt: 50, decidedAt: 101 })],
    ['held', work({ claimedAt: 101, wasHanded: true })],
    ['delivery', work({ claimedAt: 50, decidedAt: 100, hadIncident: true })],
    ['incident', work({ claimedAt: 50, hadIncident: true })],
    ['incident', work({ hadIncident: true })],
    ['returned', work({ isCorrection: true, hadIncident: true, claimedAt: 50 })],
    ['siak', work({ isOfSynchronisation: true, hadIncident: true })],
  ] as const)('is %s', (cause, late) => {
    expect(causeOfBreach(late)).toBe(cause);
  });
});
