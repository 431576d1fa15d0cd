import { describe, expect, it } from 'vitest';
import type { TaskSummary } from '../../api/wire.js';
import { nextTask } from './next-task.js';

const task = (id: string, assignee: string | null) => ({ id, assignee }) as TaskSummary;
const who = { username: 'supervisor.coblong', decided: 'a' };

describe('nextTask', () => {
  it('goes on with what the officer holds, else with the oldest free one', () => {
    expect(nextTask([task('a', null), task('b', null), task('c', who.username)], who)?.id).toBe('c');
    expect(nextTask([task('a', null), task('b', 'other'), task('c', null)], who)?.id).toBe('c');
  });

  it('is none when all the rest is in other hands', () => {
    expect(nextTask([task('a', who.username), task('b', 'other')], who)).toBeNull();
  });
});
