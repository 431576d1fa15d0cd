import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isLineUp, lineFound, lineLost, onLineChange } from './line.js';

const told: boolean[] = [];
let stop: () => void;
const answers: (number | 'none')[] = [];
const asked = vi.fn(async () => {
  const answer = answers.shift() ?? 'none';
  if (answer === 'none') throw new TypeError('Failed to fetch');
  return { status: answer };
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', asked);
  asked.mockClear();
  told.length = answers.length = 0;
  lineFound();
  stop = onLineChange(() => told.push(isLineUp()));
});
afterEach(() => {
  stop();
  lineFound();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks the server until it answers, and tells of the change once', async () => {
  answers.push('none', 502, 200);
  lineLost();
  lineLost();
  expect(told).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toEqual([false]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([false, true]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveBeenCalledTimes(3);
});

it('stops asking once any call is answered', async () => {
  lineLost();
  lineFound();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).not.toHaveBeenCalled();
  expect(told).toEqual([false, true]);
});
