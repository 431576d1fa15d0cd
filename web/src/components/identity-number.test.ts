import { expect, it } from 'vitest';
import { digitsOf, isNumber } from './identity-number.js';

it('is sixteen digits, however they are set, and no ticket', () => {
  expect(isNumber('3273 0210 0190 9001')).toBe(true);
  expect(digitsOf('3273 0210 0190 9001')).toBe('3273021001909001');
  expect(isNumber('LMP-L-3273021004-20261127-0006')).toBe(false);
});
