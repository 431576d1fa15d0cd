import { expect, it } from 'vitest';
import { typedDay } from './typed-day.js';

const today = '2026-11-30';

it.each([
  ...['05/10/2026', '5/10/2026', '5-10-26', '5.10.2026', '5 10 2026', '05102026', '2026-10-05'],
  ...['5 Okt 2026', '5 Oktober 2026', '5 October 2026', '05-okt-26', ' 5 okt. 2026 '],
])('%s is the fifth of October 2026', (typed) => {
  expect(typedDay(typed, today)).toEqual(new Date(2026, 9, 5));
});

it.each([
  ['17 Agustus 1945', 1945, 8],
  ['17 Agt 1945', 1945, 8],
  ['17 Mei 1998', 1998, 5],
  ['17/02/27', 2027, 2],
  ['17/04/27', 1927, 4],
  ['17/12/26', 2026, 12],
  ['17 Pebruari 1999', 1999, 2],
  ['17 Des 99', 1999, 12],
])('%s has its year and month', (typed, year, month) => {
  expect(typedDay(typed, today)).toEqual(new Date(year, month - 1, 17));
});

it.each(['31/02/2026', '00/10/2026', '5/13/2026', '5 Foo 2026', 'abc', '', '5102026', '10/2026'])(
  '%s is no day',
  (typed) => expect(typedDay(typed, today)).toBeUndefined(),
);
