/**
 * Loads `event.ts` of a folder outside this repository's build with jiti. Our packages and zod are handed to it as the
 * very modules that run here, so that classes such as EffectConflict are the same on both sides.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createJiti } from 'jiti';
import type { EventDefinition } from './define-event.js';
import { definitionOf } from './definition-of.js';

const handedOver = /(?:from|import)\s*\(?\s*['"]((?:@lampid\/[^'"]+)|(?:zod(?:\/[^'"]+)?))['"]/g;

export async function loadForeignEvent(folder: string): Promise<EventDefinition> {
  const specifiers = await importsOf(folder);
  const modules = await Promise.all(
    specifiers.map(async (specifier) => [specifier, (await import(specifier)) as unknown] as const),
  );
  const jiti = createJiti(import.meta.url, { virtualModules: Object.fromEntries(modules), fsCache: false });
  return definitionOf(await jiti.import(join(folder, 'event.ts')), folder);
}

async function importsOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const found = sources.flatMap((source) => [...source.matchAll(handedOver)].map((match) => match[1]!));
  return [...new Set(found)].sort();
}
