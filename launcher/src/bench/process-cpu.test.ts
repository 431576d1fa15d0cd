import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { difference, parseStat, treeCpu } from './process-cpu.js';

const times = (pid: number, parent: number, ownMs: number, reapedMs = 0) => ({
  pid,
  parent,
  ownMs,
  reapedMs,
});

describe('CPU of process trees', () => {
  it('reads a process whose name has spaces and brackets', () => {
    const line =
      '417 (postgres: (x) y) S 12 417 417 0 -1 4194560 900 5000 0 0 321 79 40 10 20 0 1 0 12345 1000000 500';
    expect(parseStat(line)).toEqual({ pid: 417, parent: 12, ownMs: 4000, reapedMs: 500 });
  });

  it('adds what lives below a root and what ended there, and nothing of its neighbours', () => {
    const processes = [
      times(10, 1, 100, 7),
      times(11, 10, 20),
      times(12, 11, 3, 4),
      times(20, 1, 1000),
      times(21, 20, 5),
    ];
    expect(treeCpu({ postgres: 10, engine: 20, gone: 99 }, processes)).toEqual({
      postgres: 134,
      engine: 1005,
      gone: 0,
    });
  });

  it('sees the work of a real child that has ended', () => {
    const before = treeCpu({ me: process.pid });
    execFileSync(process.execPath, ['-e', 'while (process.cpuUsage().user < 250_000);']);
    expect(difference(before, treeCpu({ me: process.pid })).me).toBeGreaterThanOrEqual(150);
  });
});
