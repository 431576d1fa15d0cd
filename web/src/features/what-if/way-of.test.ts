import { expect, it } from 'vitest';
import { wayOf } from './way-of.js';

const nameOf = (element: string | null) => element ?? 'nothing';

it('tells the next step and where the way stops', () => {
  expect(wayOf({ next: 'special', stop: 'register' }, nameOf)).toBe('special → register');
});

it('tells one step once, and that there is none', () => {
  expect(wayOf({ next: 'special', stop: 'special' }, nameOf)).toBe('special');
  expect(wayOf({ next: null, stop: 'special' }, nameOf)).toBe('special');
  expect(wayOf({ next: null, stop: null }, nameOf)).toBe('nothing');
});
