/** A question for names, as PostgreSQL's text search asks it, for words that may be written otherwise. */

/** A word that somebody asked for. */
export interface AskedWord {
  word: string;
  /** Words of the register that it may stand for. */
  alike: string[];
}

/**
 * Names that have, in any order, each of the words or one like it; of three words and more one may be missing, and two that follow
 * each other may be written as one. Null without words.
 */
export function nameQuery(asked: readonly AskedWord[]): string | null {
  if (asked.length === 0) return null;
  const words = asked.map(({ word, alike }) => anyOf([beginning(word), ...alike.map(whole)]));
  const ways = asked.length > 2 ? words.map((_, left) => words.toSpliced(left, 1)) : [words];
  const joined = asked
    .slice(1)
    .map(({ word }, index) => words.toSpliced(index, 2, beginning(asked[index]!.word + word)));
  return anyOf([...ways, ...joined].map((all) => all.join('&')));
}

const whole = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`;
const beginning = (word: string) => `${whole(word)}:*`;
const anyOf = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join('|')})`);
