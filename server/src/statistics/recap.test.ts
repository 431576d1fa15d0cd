import { expect, it } from 'vitest';
import { firstOfNext } from './recap.js';

it('the month after December is January of the next year', () => {
  expect(['2026-01', '2026-09', '2026-12'].map(firstOfNext)).toEqual([
    '2026-02-01',
    '2026-10-01',
    '2027-01-01',
  ]);
});
