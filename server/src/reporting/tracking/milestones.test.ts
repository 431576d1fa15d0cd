import { describe, expect, it } from 'vitest';
import { milestonesOf } from './milestones.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 2, minute));
const STATUS = { fix: 'returned', review: 'in_review', completed: 'completed' } as const;
const statusOf = ({ element }: { element: string }) => STATUS[element as keyof typeof STATUS];
const step = (element: string, minute: number) => ({ definitionId: 'd', element, enteredAt: at(minute) });

describe('milestones', () => {
  it('name each state once while it lasts, and again when the case comes back to it', () => {
    const report = { status: 'completed' as const, submittedAt: at(0), endedAt: at(9) };
    const steps = [
      step('validate', 0),
      step('review', 1),
      step('verify', 2),
      step('review', 3),
      step('fix', 4),
    ];
    const passed = milestonesOf(report, [...steps, step('review', 6), step('completed', 9)], statusOf);
    expect(passed.map(({ status }) => status)).toEqual([
      'submitted',
      'in_review',
      'returned',
      'in_review',
      'completed',
    ]);
    expect(passed[1]!.at).toBe(at(1).toISOString());
  });

  it('are submission and end where nothing else is known', () => {
    const report = { status: 'rejected' as const, submittedAt: at(0), endedAt: at(5) };
    expect(milestonesOf(report, [], statusOf).map(({ status }) => status)).toEqual(['submitted', 'rejected']);
  });
});
