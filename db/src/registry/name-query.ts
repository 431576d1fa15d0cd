/** Questions for names, as PostgreSQL's text search asks them, for words that may be written otherwise. */

/** A word that somebody asked for. */
export interface AskedWord {
  word: string;
  /** Words of the register that it may stand for; itself among them when somebody is called so. */
  alike: string[];
  /** Somebody has this word and the next one as one. */
  joinsNext: boolean;
}

/**
 * Names that have, in any order, each of the words or one like it, two that follow each other perhaps written as one. Each way is a question of
 * its own: asked together they would read every list of the index to its end.
 * With `isNew` those that have all words as they stand, who were found before, are left out.
 */
export function waysOfWriting(asked: readonly AskedWord[], { isNew }: { isNew: boolean }): string[] {
  if (asked.length === 0) return [];
  const words = asked.map(anyOf);
  const joined = asked.flatMap(({ word, joinsNext }, index) =>
    joinsNext ? [words.toSpliced(index, 2, whole(word + asked[index + 1]!.word))] : [],
  );
  const asTheyStand = asked.map(({ word }) => beginning(word)).join('&');
  return [words, ...joined].map((all) => all.join('&') + (isNew ? `&!(${asTheyStand})` : ''));
}

/** Names that have all of the words but one, or one like it: for three words and more. */
export function waysWithoutAWord(asked: readonly AskedWord[]): string[] {
  if (asked.length < 3) return [];
  const words = asked.map(anyOf);
  return words.map((_, left) => words.toSpliced(left, 1).join('&'));
}

const whole = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`;
const beginning = (word: string) => `${whole(word)}:*`;

/** A word that somebody has is not taken for the beginning of others: those were found before. */
function anyOf({ word, alike }: AskedWord): string {
  const ways = [...(alike.includes(word) ? [] : [beginning(word)]), ...alike.map(whole)];
  return ways.length === 1 ? ways[0]! : `(${ways.join('|')})`;
}
