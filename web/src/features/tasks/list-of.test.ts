import { expect, it } from 'vitest';
import { isOpenedFrom, listOf, openedFrom } from './list-of.js';

it('a task knows the list that it was opened from, and one from elsewhere has the whole queue', () => {
  expect(listOf(openedFrom('type=birth&sort=-openedAt'))).toBe('type=birth&sort=-openedAt');
  for (const state of [null, undefined, {}, 'type=birth', { list: 1 }]) {
    expect(listOf(state)).toBe('');
    expect(isOpenedFrom(state)).toBe(false);
  }
  expect(isOpenedFrom(openedFrom(''))).toBe(true);
});
