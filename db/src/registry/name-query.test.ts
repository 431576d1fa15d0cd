import { describe, expect, it } from 'vitest';
import { waysOfWriting, waysWithoutAWord, type AskedWord } from './name-query.js';

const asked = (...words: [string, ...string[]][]): AskedWord[] =>
  words.map(([word, ...alike]) => ({ word, alike, joinsNext: false }));

describe('waysOfWriting', () => {
  it('asks for a word that nobody has as a beginning, and for those like it', () => {
    expect(waysOfWriting(asked(['sutisnya', 'sutisna', 'sutisno']), { isNew: false })).toEqual([
      "('sutisnya':*|'sutisna'|'sutisno')",
    ]);
  });

  it('takes a word that somebody has whole, and leaves out what was found before', () => {
    expect(waysOfWriting(asked(['asep', 'asep'], ['roni', 'roni', 'rony']), { isNew: true })).toEqual([
      "'asep'&('roni'|'rony')&!('asep':*&'roni':*)",
    ]);
  });

  it('asks for two words as one where somebody has that one', () => {
    const [nur, hayati] = asked(['nur', 'nur'], ['hayati', 'hayati', 'hayat']);
    expect(waysOfWriting([{ ...nur!, joinsNext: true }, hayati!], { isNew: false })).toEqual([
      "'nur'&('hayati'|'hayat')",
      "'nurhayati'",
    ]);
  });

  it('keeps marks inside their quotes', () => {
    expect(waysOfWriting(asked(["a'|b\\"]), { isNew: false })).toEqual(["'a''|b\\\\':*"]);
    expect(waysOfWriting([], { isNew: true })).toEqual([]);
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
