import { expect, it } from 'vitest';
import { dueMonth } from './closing-clock.js';

it('the month before is due on the first days of a month, and on no other', () => {
  const days = ['2026-10-31', '2026-11-01', '2026-11-07', '2026-11-08', '2027-01-02'];
  expect(days.map(dueMonth)).toEqual([null, '2026-10', '2026-10', null, '2026-12']);
});
