import { describe, expect, it } from 'vitest';
import { readOptions } from './options.js';

describe('options of npm run bench', () => {
  it('without any: what the issue asks for', () => {
    expect(readOptions([])).toMatchObject({ minutes: 5, warmupCases: 3000, rate: null, profile: false });
  });

  it('a quick run keeps what was said explicitly', () => {
    const options = readOptions(['--quick', '--minutes', '1']);
    expect(options.minutes).toBe(1);
    expect(options.warmupCases).toBeLessThan(100);
  });

  it('refuses what it cannot use, naming it', () => {
    expect(() => readOptions(['--minutes', 'many'])).toThrow(/--minutes/);
    expect(() => readOptions(['--rate', '0'])).toThrow(/--rate/);
    expect(() => readOptions(['--warmup', ''])).toThrow(/--warmup/);
    expect(() => readOptions(['--fast'])).toThrow(/fast/);
  });
});
