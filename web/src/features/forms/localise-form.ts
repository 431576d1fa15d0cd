import type { FormSchema } from '../../api/wire.js';
import type { Language } from '../../i18n/dictionary.js';

type Json = Record<string, unknown>;

/**
 * Forms are written in Indonesian; a component's (or an option's) English text stands beside it as `properties` `label:en`,
 * `description:en`, `text:en`. A form without them stays Indonesian.
 */
export function localiseForm(schema: FormSchema, language: Language): FormSchema {
  if (language === 'id') return schema;
  return localise(schema, language) as FormSchema;
}

const SUFFIX = (language: Language) => `:${language}`;

function localise(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => localise(item, language));
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Json;
  const translated: Json = Object.fromEntries(
    Object.entries(source).map(([key, inner]) => [
      key,
      key === 'properties' ? inner : localise(inner, language),
    ]),
  );
  const properties = { ...(source['properties'] as Record<string, string> | undefined) };
  for (const [key, text] of Object.entries(properties)) {
    if (!key.endsWith(SUFFIX(language))) continue;
    const name = key.slice(0, -SUFFIX(language).length);
    const option = /^option:(.+)$/.exec(name)?.[1];
    if (option === undefined) translated[name] = text;
    else if (Array.isArray(translated['values']))
      translated['values'] = (translated['values'] as Json[]).map((entry) =>
        String(entry['value']) === option ? { ...entry, label: text } : entry,
      );
  }
  return translated;
}
