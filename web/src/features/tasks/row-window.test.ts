import { expect, it } from 'vitest';
import { rowWindow } from './row-window.js';

const list = { count: 100_000, rowHeight: 44, viewHeight: 600 };

it('draws what is in view and some around it, however long the list is', () => {
  expect(rowWindow({ ...list, scrollTop: 0 })).toMatchObject({ from: 0, to: 27, above: 0 });
  const middle = rowWindow({ ...list, scrollTop: 44 * 50_000 });
  expect(middle).toEqual({ from: 49_988, to: 50_027, above: 44 * 49_988, below: 44 * (100_000 - 50_027) });
  expect(rowWindow({ ...list, scrollTop: 44 * 100_000 })).toMatchObject({ to: 100_000, below: 0 });
});

it('always is as high as the whole list', () => {
  for (const scrollTop of [0, 43, 44, 12_345, 4_400_000]) {
    const { from, to, above, below } = rowWindow({ ...list, scrollTop });
    expect(above + (to - from) * list.rowHeight + below).toBe(list.count * list.rowHeight);
  }
});

it('of no rows draws none', () => {
  expect(rowWindow({ ...list, count: 0, scrollTop: 0 })).toEqual({ from: 0, to: 0, above: 0, below: 0 });
});
