import { expect, it } from 'vitest';
import { readOptions } from './options.js';

it('a history of 100,000 unless told otherwise', () => {
  expect(readOptions([])).toEqual({
    ...{ residents: 150_000, reports: 100_000, samples: 20, reset: false, profile: false },
  });
  expect(readOptions(['--reports', '5000', '--reset'])).toMatchObject({ reports: 5_000, reset: true });
});

it.each([
  ['--reports', 'many'],
  ['--residents', ''],
  ['--samples', '1'],
])('refuses %s %s', (name, value) => {
  expect(() => readOptions([name, value])).toThrow(name);
});
