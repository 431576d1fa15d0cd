import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { every } from './every.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('looks once at a time, goes on after trouble, and waits for the last look when it is stopped', async () => {
  const ends: (() => void)[] = [];
  const trouble: unknown[] = [];
  let looks = 0;
  const loop = every(
    1_000,
    () => {
      looks += 1;
      if (looks === 1) return Promise.reject(new Error('away'));
      return new Promise((resolve) => ends.push(resolve));
    },
    (error) => trouble.push((error as Error).message),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(trouble).toEqual(['away']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks).toBe(2);
  let stopped = false;
  const stopping = loop.stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stopped).toBe(false);
  ends[0]!();
  await stopping;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks).toBe(2);
});
