/** Questions for names, as PostgreSQL's text search asks them, for words that may be written otherwise. */

/** A word that somebody asked for. */
export interface AskedWord {
  word: string;
  /** Words of the register that it may stand for. */
  alike: string[];
}

/**
 * Names that have, in any order, each of the words or one like it, two that follow each other perhaps written as one; without those that have all
 * of them as they stand. Each way is a question of its own: asked together they would read every list of the index to its end.
 */
export function waysOfWriting(asked: readonly AskedWord[]): string[] {
  if (asked.length === 0) return [];
  const words = asked.map(anyOf);
  const joined = asked
    .slice(1)
    .map(({ word }, index) => words.toSpliced(index, 2, beginning(asked[index]!.word + word)));
  const asTheyStand = asked.map(({ word }) => beginning(word)).join('&');
  return [words, ...joined].map((all) => `${all.join('&')}&!(${asTheyStand})`);
}

/** Names that have all of the words but one, or one like it: for three words and more. A word that somebody has is no beginning of others here. */
export function waysWithoutAWord(asked: readonly AskedWord[]): string[] {
  if (asked.length < 3) return [];
  const words = asked.map(({ word, alike }) =>
    either(alike.length > 0 ? alike.map(whole) : [beginning(word)]),
  );
  return words.map((_, left) => words.toSpliced(left, 1).join('&'));
}

const whole = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`;
const beginning = (word: string) => `${whole(word)}:*`;

const either = (ways: readonly string[]) => (ways.length === 1 ? ways[0]! : `(${ways.join('|')})`);

function anyOf({ word, alike }: AskedWord): string {
  const others = alike.filter((other) => !other.startsWith(word));
  return either([beginning(word), ...others.map(whole)]);
}
