import { expect, it } from 'vitest';
import { resultEntries } from './result-entries.js';

it('tells people, cards and numbers apart, people first', () => {
  const id = '01a2046c-64ab-752f-8f60-7b3b3b91290b';
  expect(
    resultEntries({
      deed: '3273-LU-23112026-0001',
      revokedReport: id,
      familyCard: id,
      resident: id,
      head2: id,
      note: 'x',
    }).map(({ name, kind }) => [name, kind]),
  ).toEqual([
    ['resident', 'resident'],
    ['head2', 'resident'],
    ['familyCard', 'card'],
    ['revokedReport', 'report'],
    ['deed', 'deed'],
    ['note', 'other'],
  ]);
});
