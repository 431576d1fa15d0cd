import { expect, it } from 'vitest';
import { readOptions } from './options.js';

it('a city of 2.5 million people unless told otherwise', () => {
  expect(readOptions([])).toMatchObject({ residents: 2_500_000, reports: 1_200_000, reset: false });
  expect(readOptions(['--residents', '50000', '--reset'])).toMatchObject({ residents: 50_000, reset: true });
});

it.each([
  ['--residents', 'many'],
  ['--reports', ''],
  ['--samples', '9.5'],
  ['--at-once', '0'],
])('refuses %s %s', (name, value) => {
  expect(() => readOptions([name, value])).toThrow(name);
});
