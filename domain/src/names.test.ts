import { describe, expect, it } from 'vitest';
import { foldName, isTidyName, nameFacts, nameWords, tidyName } from './names.js';

describe('names (Permendagri 73/2022)', () => {
  it('finds nothing wrong with an ordinary name', () => {
    expect(nameFacts('Siti Nurhaliza Putri')).toEqual({
      length: 20,
      words: 3,
      shortestWord: 4,
      digit: false,
      punctuation: false,
      nonLatin: false,
      abbreviation: false,
      title: false,
      negative: false,
      untidy: false,
    });
  });

  it.each([
    ['Budi S4ntoso', 'digit'],
    ['Budi-Santoso Jaya', 'punctuation'],
    ["Nur'aini Putri", 'punctuation'],
    ['Budi Santoso 🙂', 'punctuation'],
    ['Буди Santoso', 'nonLatin'],
    ['محمد علي', 'nonLatin'],
    ['Muh Rizki', 'abbreviation'],
    ['Haji Rizki', 'title'],
    ['S.Pd Rizki', 'title'],
    ['Anak Setan', 'negative'],
    [' Budi  Santoso', 'untidy'],
  ] as const)('%s: %s', (name, fact) => {
    expect(nameFacts(name)[fact]).toBe(true);
  });

  it('allows the apostrophe where the city does', () => {
    expect(nameFacts("Nur'aini Putri", { apostropheAllowed: true }).punctuation).toBe(false);
    expect(nameFacts('Nur-aini Putri', { apostropheAllowed: true }).punctuation).toBe(true);
  });

  it('takes accented Latin letters, composed or not, as Latin', () => {
    expect(nameFacts('Andr\u00e9 Putra').nonLatin).toBe(false);
    expect(nameFacts('Andre\u0301 Putra').nonLatin).toBe(false);
  });

  it('counts letters and words of the tidied name', () => {
    expect(nameFacts('  A   Bc ')).toMatchObject({ length: 4, words: 2, shortestWord: 1 });
    expect(nameFacts('')).toMatchObject({ length: 0, words: 0, shortestWord: 0 });
  });

  it('tidies without changing letters', () => {
    expect(tidyName(' Budi\t Santoso\u00a0 ')).toBe('Budi Santoso');
    expect(isTidyName(tidyName('  x  y '))).toBe(true);
    expect(nameWords('  x  y ')).toEqual(['x', 'y']);
    expect(foldName(' ANDR\u00c9  Putra')).toBe('andre putra');
  });
});
