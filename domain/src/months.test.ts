import { expect, it } from 'vitest';
import { monthName, nextMonth, previousMonth } from './months.js';

it('months follow each other over the turn of the year', () => {
  expect(['2026-01', '2026-11', '2026-12'].map(nextMonth)).toEqual(['2026-02', '2026-12', '2027-01']);
  expect(['2026-01', '2026-10', '2027-12'].map(previousMonth)).toEqual(['2025-12', '2026-09', '2027-11']);
});

it('a month has an Indonesian name', () => {
  expect(monthName('2026-08')).toBe('Agustus 2026');
});
