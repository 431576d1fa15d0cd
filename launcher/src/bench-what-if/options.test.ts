import { expect, it } from 'vitest';
import { readOptions } from './options.js';

it('reads how many cases there are to be', () => {
  expect(readOptions([])).toEqual({ cases: 10_000 });
  expect(readOptions(['--cases', '500'])).toEqual({ cases: 500 });
  for (const bad of ['0', '20001', 'many', '1.5'])
    expect(() => readOptions(['--cases', bad])).toThrow('--cases');
});
