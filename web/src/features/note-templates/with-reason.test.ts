import { expect, it } from 'vitest';
import { withReason } from './with-reason.js';

it('puts a reason behind what is written already', () => {
  expect(withReason('', 'KK tidak terbaca.')).toBe('KK tidak terbaca.');
  expect(withReason(undefined, 'KK tidak terbaca.')).toBe('KK tidak terbaca.');
  expect(withReason(' Mohon dilengkapi. ', 'KK tidak terbaca.')).toBe('Mohon dilengkapi. KK tidak terbaca.');
});
