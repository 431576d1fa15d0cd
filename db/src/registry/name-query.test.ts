import { describe, expect, it } from 'vitest';
import { waysOfWriting, waysWithoutAWord } from './name-query.js';

const asked = (...words: [string, ...string[]][]) => words.map(([word, ...alike]) => ({ word, alike }));

describe('waysOfWriting', () => {
  it('asks for each word as a beginning or for one like it, and not for what was asked before', () => {
    expect(waysOfWriting(asked(['sutisnya', 'sutisna', 'sutisno']))).toEqual([
      "('sutisnya':*|'sutisna'|'sutisno')&!('sutisnya':*)",
    ]);
  });

  it('asks for two words, or for both written as one', () => {
    expect(waysOfWriting(asked(['nur'], ['hayati', 'hayat']))).toEqual([
      "'nur':*&('hayati':*|'hayat')&!('nur':*&'hayati':*)",
      "'nurhayati':*&!('nur':*&'hayati':*)",
    ]);
  });

  it('leaves out what the beginning finds already, and keeps marks inside their quotes', () => {
    expect(waysOfWriting(asked(['asep', 'asep', 'asepta']))).toEqual(["'asep':*&!('asep':*)"]);
    expect(waysOfWriting(asked(["a'|b\\"]))).toEqual(["'a''|b\\\\':*&!('a''|b\\\\':*)"]);
    expect(waysOfWriting([])).toEqual([]);
  });
});

describe('waysWithoutAWord', () => {
  it('lets one of three be missing, and none of two', () => {
    expect(waysWithoutAWord(asked(['a', 'a'], ['b', 'b', 'd'], ['c']))).toEqual([
      "('b'|'d')&'c':*",
      "'a'&'c':*",
      "'a'&('b'|'d')",
    ]);
    expect(waysWithoutAWord(asked(['a'], ['b']))).toEqual([]);
  });
});
