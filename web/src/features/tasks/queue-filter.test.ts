import { describe, expect, it } from 'vitest';
import { readFilter, writeFilter } from './queue-filter.js';

describe('what a task list shows', () => {
  it.each([
    ['', ''],
    ['q=budi&late=true', 'q=budi&late=true'],
    [
      'assignee=none&type=birth&sort=-openedAt&severity=W',
      'type=birth&assignee=none&severity=W&sort=-openedAt',
    ],
    ['sort=dueAt', 'sort=dueAt'],
    ['sort=priority', ''],
    ['assignee=somebody&severity=Z&sort=sideways&late=no&q=%20', ''],
  ])('stands in the address and nothing else does: %s', (given, kept) => {
    expect(writeFilter(readFilter(new URLSearchParams(given)))).toBe(kept);
  });
});
