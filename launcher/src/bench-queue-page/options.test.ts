import { expect, it } from 'vitest';
import { readOptions } from './options.js';

it('a queue of 100,000 unless told otherwise', () => {
  expect(readOptions([])).toEqual({ tasks: 100_000, samples: 10, reset: false });
  expect(readOptions(['--tasks', '5000', '--reset'])).toMatchObject({ tasks: 5_000, reset: true });
});

it.each([
  ['--tasks', 'many'],
  ['--tasks', ''],
  ['--samples', '2'],
])('refuses %s %s', (name, value) => {
  expect(() => readOptions([name, value])).toThrow(name);
});
