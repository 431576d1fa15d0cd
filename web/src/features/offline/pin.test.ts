import { expect, it } from 'vitest';
import { faultOfPin } from './pin.js';

it.each(['271828', '314159265', '100299'])('%s is a PIN', (pin) => expect(faultOfPin(pin)).toBeNull());

it.each([
  ['27182', 'short'],
  ['', 'short'],
  ['27182a', 'digits'],
  ['27 182', 'digits'],
  ['111111', 'easy'],
  ['123456', 'easy'],
  ['345678', 'easy'],
  ['987654', 'easy'],
  ['121212', 'easy'],
  ['123123', 'easy'],
  ['9'.repeat(33), 'short'],
])('%s is none: %s', (pin, fault) => expect(faultOfPin(pin)).toBe(fault));
