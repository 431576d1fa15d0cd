import type { Text } from '@lampid/domain/rules/finding';

/** Indonesian first, English second. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Says a text in the language of the page. */
export type Tell = (text: Text) => string;

type Word = Text | ((...values: never[]) => Text);
export type Dictionary = Record<string, Word>;

/** A dictionary as one language speaks it: texts become strings, texts with values become functions to strings. */
export type Spoken<D extends Dictionary> = {
  [Key in keyof D]: D[Key] extends (...values: infer Values) => Text ? (...values: Values) => string : string;
};

/** Each feature keeps its own words beside its components; both languages are demanded by the type. */
export function dictionary<const D extends Dictionary>(words: D): D {
  return words;
}

const spokenByLanguage = new WeakMap<Dictionary, Map<Language, unknown>>();

/** The words in one language; the same object for the same input, so it may stand in dependency lists. */
export function speak<D extends Dictionary>(words: D, language: Language): Spoken<D> {
  const known = spokenByLanguage.get(words) ?? new Map<Language, unknown>();
  spokenByLanguage.set(words, known);
  const before = known.get(language);
  if (before) return before as Spoken<D>;
  const spoken = Object.fromEntries(
    Object.entries(words).map(([key, word]) => [
      key,
      typeof word === 'function'
        ? (...values: unknown[]) => (word as (...all: unknown[]) => Text)(...values)[language]
        : word[language],
    ]),
  ) as Spoken<D>;
  known.set(language, spoken);
  return spoken;
}
