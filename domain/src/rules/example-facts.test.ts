import { expect, it } from 'vitest';
import type { TableSource } from './decision-table.js';
import { exampleFacts } from './example-facts.js';

const heading = (input: string) => ({ id: `Kolom ${input}`, en: `Column ${input}` });

const table = (inputs: string[], cells: string[]): TableSource => ({
  id: 't',
  names: { id: 'T', en: 'T' },
  hitPolicy: 'COLLECT',
  each: null,
  inputs,
  labels: inputs.map(heading),
  outputs: ['code'],
  rules: [{ inputs: cells, outputs: ['"X"'] }],
});
const valuesOf = (inputs: string[], cells: string[]) =>
  exampleFacts(table(inputs, cells), 0)?.map(({ value }) => value) ?? null;

it('of limits, words, absence and dates are facts that the rule fires on', () => {
  const inputs = ['a', 'b', 'c', 'd', 'e', 'date(day)'];
  const cells = ['< 12', 'not("x")', 'null', '[3..5], > 90', '-', '>= date("2019-12-30")'];
  expect(valuesOf(inputs, cells)).toEqual([11, 'lain', null, 3, '2019-12-30']);
  expect(exampleFacts(table(['a'], ['true']), 0)).toEqual([{ fact: 'a', label: heading('a'), value: true }]);
});

it('are none where a cell or column is more than a comparison', () => {
  expect(valuesOf(['a'], ['count(?) > 1'])).toBeNull();
  expect(valuesOf(['matches(a, "x")'], ['true'])).toBeNull();
});
