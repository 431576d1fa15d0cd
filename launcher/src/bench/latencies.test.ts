import { describe, expect, it } from 'vitest';
import { percentile, summarise } from './latencies.js';

describe('percentiles', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);

  it('are ranks of the samples, never values between them', () => {
    expect([0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 0.01)).toBe(7);
    expect(percentile([1, 1000], 0.5)).toBe(1);
    expect(percentile([1, 1000], 0.51)).toBe(1000);
  });

  it('do not depend on the order in which samples came, and sort by number', () => {
    expect(summarise([100, 9, 20])).toEqual({ count: 3, p50: 20, p95: 100, p99: 100, max: 100 });
  });

  it('say that nothing was measured', () => {
    expect(summarise([])).toMatchObject({ count: 0, p50: NaN, max: NaN });
  });
});
