import { describe, expect, it } from 'vitest';
import { movedKeys } from './moved-keys.js';

describe('movedKeys', () => {
  it.each([
    ['abcde', 'abcde', ''],
    ['abcde', 'bcdea', 'a'],
    ['abcde', 'eabcd', 'e'],
    ['abcde', 'abxcde', ''],
    ['abcde', 'acde', ''],
    ['abc', 'cba', 'ca'],
    ['', 'abc', ''],
  ])('from %j to %j moves as few as possible: %j', (before, after, moved) => {
    const found = movedKeys([...before], [...after]);
    expect(found.size).toBe(moved.length);
    if (moved.length === 1) expect([...found]).toEqual([moved]);
  });
});
