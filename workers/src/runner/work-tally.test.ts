import { describe, expect, it } from 'vitest';
import { WorkTally } from './work-tally.js';

describe('WorkTally', () => {
  it('counts what runs, ended and failed, by topic', () => {
    const tally = new WorkTally(['notify', 'verify-nik']);
    const [first, second, third] = [tally.begin('notify'), tally.begin('notify'), tally.begin('verify-nik')];
    first!('finished');
    third!('failed');
    expect(tally.read()).toEqual([
      { topic: 'notify', running: 1, finished: 1, failed: 0 },
      { topic: 'verify-nik', running: 0, finished: 0, failed: 1 },
    ]);
    second!('failed');
    expect(tally.read()[0]).toEqual({ topic: 'notify', running: 0, finished: 1, failed: 1 });
  });

  it('gives away a copy', () => {
    const tally = new WorkTally(['notify']);
    const before = tally.read();
    tally.begin('notify');
    expect(before[0]!.running).toBe(0);
  });
});
