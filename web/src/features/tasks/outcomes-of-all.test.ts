import { expect, it } from 'vitest';
import type { TaskSummary } from '../../api/wire.js';
import { outcomesOfAll } from './outcomes-of-all.js';

const task = (outcomes: string[], noteRequired: string[] = []) =>
  ({
    outcomes,
    noteRequired,
    labels: { approve: { id: 'Setujui', en: 'Approve' } },
  }) as unknown as TaskSummary;

it('are those that every task offers, and owe a reason when one of them does', () => {
  const review = task(['approve', 'return', 'reject'], ['return', 'reject']);
  expect(outcomesOfAll([review, task(['reject', 'approve'])])).toEqual([
    { outcome: 'approve', label: { id: 'Setujui', en: 'Approve' }, owesNote: false },
    { outcome: 'reject', label: { id: 'reject', en: 'reject' }, owesNote: true },
  ]);
  expect(outcomesOfAll([task(['resubmit', 'cancel']), task(['resubmit'])])).toEqual([]);
  expect(outcomesOfAll([])).toEqual([]);
});
