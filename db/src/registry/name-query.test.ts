import { describe, expect, it } from 'vitest';
import { nameQuery } from './name-query.js';

describe('nameQuery', () => {
  const asked = (...words: [string, ...string[]][]) =>
    nameQuery(words.map(([word, ...alike]) => ({ word, alike })));

  it('asks for each word as a beginning or for one like it', () => {
    expect(asked(['sutisnya', 'sutisna', 'sutisno'])).toBe("('sutisnya':*|'sutisna'|'sutisno')");
    expect(asked(['asep'])).toBe("'asep':*");
  });

  it('wants both of two words, or both written as one', () => {
    expect(asked(['nur'], ['hayati'])).toBe("('nur':*&'hayati':*|'nurhayati':*)");
  });

  it('lets one of three be missing', () => {
    expect(asked(['a'], ['b'], ['c'])).toBe(
      "('b':*&'c':*|'a':*&'c':*|'a':*&'b':*|'ab':*&'c':*|'a':*&'bc':*)",
    );
  });

  it('asks nothing without words and keeps marks inside their quotes', () => {
    expect(asked()).toBeNull();
    expect(asked(["a'|b\\"])).toBe("'a''|b\\\\':*");
  });
});
