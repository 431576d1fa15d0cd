/** Names on certificates: Permendagri 73/2022 art. 4 and 5. Facts only; the limits stand in the decision table. */

/** Tokens that abbreviate a name (art. 5(3)a). */
const ABBREVIATIONS = new Set(['m', 'muh', 'moh', 'mhd', 'abd', 'st', 'hj', 'h']);
/** Academic and religious titles (art. 5(3)c), written without dots. */
const TITLES = new Set(
  'dr drg prof ir st sh se spd skom skm ssos mm mt mh msi mpd phd haji hajah hj kh ustaz ustadz ustadzah kyai kiai'.split(
    ' ',
  ),
);
/** Words that speak badly of their bearer (art. 4(2)a). Deliberately short: the officer decides. */
const NEGATIVE = new Set(
  'setan iblis anjing babi bodoh goblok tolol bangsat keparat maling pencuri pembunuh sampah najis haram jelek busuk bencana celaka sial'.split(
    ' ',
  ),
);

/** Trimmed, with single spaces, in NFC. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

export function isTidyName(name: string): boolean {
  return tidyName(name) === name.normalize('NFC');
}

export function nameWords(name: string): string[] {
  return tidyName(name)
    .split(' ')
    .filter((word) => word !== '');
}

export interface NameFacts {
  /** Characters of the tidied name, spaces included. */
  length: number;
  words: number;
  /** Characters of the shortest word, 0 when there is none. */
  shortestWord: number;
  digit: boolean;
  /** Anything that is neither letter, digit nor space; the apostrophe counts unless allowed. */
  punctuation: boolean;
  nonLatin: boolean;
  abbreviation: boolean;
  title: boolean;
  negative: boolean;
  untidy: boolean;
}

export function nameFacts(name: string, { apostropheAllowed = false } = {}): NameFacts {
  const tidy = tidyName(name);
  const words = nameWords(name);
  // `Dr.` and `S.Pd` are titles too, whatever else is wrong with them.
  const bare = words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const judged = apostropheAllowed ? tidy.replace(/['’]/gu, '') : tidy;
  return {
    length: [...tidy].length,
    words: words.length,
    shortestWord: words.length === 0 ? 0 : Math.min(...words.map((word) => [...word].length)),
    digit: /\p{N}/u.test(tidy),
    punctuation: /[^\p{L}\p{M}\p{N}\s]/u.test(judged),
    nonLatin: /[^\P{L}\p{Script=Latin}]|\p{M}/u.test(tidy),
    abbreviation: bare.some((word) => ABBREVIATIONS.has(word)),
    title: bare.some((word) => TITLES.has(word)),
    negative: bare.some((word) => NEGATIVE.has(word)),
    untidy: !isTidyName(name),
  };
}

/** For comparing and searching: lower case, tidy, without diacritics. */
export function foldName(name: string): string {
  return tidyName(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
