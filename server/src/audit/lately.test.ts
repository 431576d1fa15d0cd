import { expect, it, vi } from 'vitest';
import { Lately } from './lately.js';

it('writes once what is looked at by several questions at once', async () => {
  const looks = new Lately(10);
  let finish!: () => void;
  const write = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const all = Promise.all([looks.once('a', write), looks.once('a', write)]);
  finish();
  await all;
  await looks.once('a', write);
  expect(write).toHaveBeenCalledTimes(1);
});

it('writes again what failed', async () => {
  const looks = new Lately(10);
  const write = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(undefined);
  await expect(looks.once('a', write)).rejects.toThrow('away');
  await looks.once('a', write);
  expect(write).toHaveBeenCalledTimes(2);
});

it('forgets the oldest of more than it may keep', async () => {
  const looks = new Lately(1);
  const write = vi.fn(() => Promise.resolve());
  for (const look of ['a', 'b', 'a']) await looks.once(look, write);
  expect(write).toHaveBeenCalledTimes(3);
});
