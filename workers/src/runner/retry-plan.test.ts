import { describe, expect, it } from 'vitest';
import { planRetry } from './retry-plan.js';
import { PermanentFailure } from './task-handler.js';

const delaysMs = [1_000, 5_000, 30_000];

/** Runs the plan as the engine would: what it grants is what the next failure gets. */
function waits(error: unknown): { waits: number[]; attempts: number } {
  const seen: number[] = [];
  let retriesLeft: number | null = null;
  for (let attempt = 1; attempt < 50; attempt += 1) {
    const plan = planRetry({ error, retriesLeft, delaysMs });
    if (plan.retriesLeft === 0) return { waits: seen, attempts: attempt };
    seen.push(plan.retryAfterMs);
    retriesLeft = plan.retriesLeft;
  }
  throw new Error('never ends');
}

describe('planRetry', () => {
  it('waits as the contract says and then opens an incident', () => {
    expect(waits(new Error('connection lost'))).toEqual({ waits: [1_000, 5_000, 30_000], attempts: 4 });
  });

  it('does not repeat what no repetition can cure', () => {
    expect(waits(new PermanentFailure('no such report'))).toEqual({ waits: [], attempts: 1 });
  });

  it('keeps within the plan when an officer granted many retries', () => {
    const plan = planRetry({ error: new Error('x'), retriesLeft: 99, delaysMs });
    expect(plan).toMatchObject({ retriesLeft: 3, retryAfterMs: 1_000 });
  });

  it('tells no NIK and no row values', () => {
    const error = Object.assign(
      new Error('duplicate key (3273024107909001)\nDetail: Key (nik)=(3273024107909001)'),
      {
        code: '23505',
        detail: 'Key (nik)=(3273024107909001) already exists',
      },
    );
    const plan = planRetry({ error, retriesLeft: null, delaysMs });
    expect(JSON.stringify(plan)).not.toContain('3273024107909001');
    expect(plan.message).toContain('23505');
  });
});
