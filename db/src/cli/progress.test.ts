import { expect, it } from 'vitest';
import { sayProgress } from './progress.js';

it('says how far and how fast, and not too often', () => {
  const lines: string[] = [];
  let at = 1_000;
  const progress = sayProgress('residents', {
    ...{ begun: 5_000, of: 200_000, now: () => at, say: (line) => lines.push(line) },
  });
  progress(6_000);
  at += 6_000;
  progress(17_000);
  at += 4_000;
  progress(25_000);
  at += 2_000;
  progress(41_000);
  expect(lines).toEqual([
    'seed: 17000 of 200000 residents, 2000 a second',
    'seed: 41000 of 200000 residents, 3000 a second',
  ]);
});
