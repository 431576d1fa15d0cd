import { expect, it } from 'vitest';
import { dayFaults } from './absence-faults.js';

const codes = (from: string, until: string) =>
  dayFaults({ from, until }, '2026-11-30').map(({ code, field }) => `${code} ${field}`);

it('one day is an absence, a year and a day is too long, and what is over is not entered any more', () => {
  expect(codes('2026-11-30', '2026-11-30')).toEqual([]);
  expect(codes('2026-11-20', '2026-11-30')).toEqual([]);
  expect(codes('2026-12-01', '2027-12-01')).toEqual([]);
  expect(codes('2026-12-01', '2027-12-02')).toEqual(['TOO_LONG until']);
  expect(codes('2026-11-28', '2026-11-29')).toEqual(['OVER_ALREADY until']);
  expect(codes('2026-12-02', '2026-12-01')).toEqual(['END_BEFORE_START until']);
});
