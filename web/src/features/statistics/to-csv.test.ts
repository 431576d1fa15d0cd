import { expect, it } from 'vitest';
import { barQuestion } from './bar-question.js';
import { toCsv } from './to-csv.js';

it('writes what spreadsheet programs read, and no formula', () => {
  const lines = [
    ['Dago, "atas"', 3, null],
    ['=1+1', -2.5, 0],
  ];
  expect(toCsv({ head: ['Wilayah', 'Lahir', 'Mati'], lines })).toBe(
    '\uFEFFWilayah,Lahir,Mati\r\n"Dago, ""atas""",3,\r\n\'=1+1,-2.5,0\r\n',
  );
});

it('asks for the cases of a bar', () => {
  const question = { from: '2026-01', to: '2026-11', area: '32.73' };
  expect(barQuestion(question, { by: 'month' }, { part: '2026-03', series: 'birth' })).toEqual({
    ...{ from: '2026-03', to: '2026-03', area: '32.73', row: 'birth' },
  });
  expect(barQuestion(question, { by: 'area' }, { part: '32.73.02', series: 'death' })).toMatchObject({
    ...{ area: '32.73.02', row: 'death' },
  });
  expect(barQuestion(question, { by: 'lateness' }, { part: 'birth', series: 'late' })).toMatchObject({
    ...{ type: 'birth', late: 'true' },
  });
});
