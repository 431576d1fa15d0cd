/**
 * A module of bpmn.io in which its English words are asked for: `words` has the Indonesian ones, what it lacks stays as it is. Editors
 * are told once, when they are made.
 */
export function translateBy(words: Record<string, string>) {
  const isIndonesian = document.documentElement.lang === 'id';
  const translate = (template: string, replacements: Record<string, string> = {}) =>
    ((isIndonesian ? words[template] : undefined) ?? template).replace(
      /{([^}]+)}/g,
      (place, key: string) => replacements[key.trim()] ?? place,
    );
  return { translate: ['value', translate] };
}
