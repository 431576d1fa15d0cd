import { expect, it } from 'vitest';
import { readOptions } from './options.js';

it('reads how many cases there are to be', () => {
  expect(readOptions([])).toEqual({ cases: 200 });
  expect(readOptions(['--cases', '50'])).toEqual({ cases: 50 });
  for (const bad of ['9', '1001', 'many', '1.5'])
    expect(() => readOptions(['--cases', bad])).toThrow('--cases');
});
