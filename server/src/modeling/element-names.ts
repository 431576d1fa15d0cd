import type { Text } from '@lampid/domain/rules/finding';
import { EngineError } from '@lampid/engine/engine';
import type { Definitions, KnownDefinition } from './definitions.js';

/** Null when nobody knows it any more (a model that was taken out of the engine by hand). @throws EngineError when it is down */
export async function knownOrNull(
  definitions: Definitions,
  definitionId: string,
): Promise<KnownDefinition | null> {
  try {
    return await definitions.get(definitionId);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'not-found') return null;
    throw error;
  }
}

/** For pages, which show ids rather than nothing: null also while the engine is down. */
export async function readableOrNull(
  definitions: Definitions,
  definitionId: string,
): Promise<KnownDefinition | null> {
  try {
    return await definitions.get(definitionId);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** Each of these once, by id; null as `readableOrNull` says it. */
export async function readableByIds(
  definitions: Definitions,
  definitionIds: string[],
): Promise<Map<string, KnownDefinition | null>> {
  const ids = [...new Set(definitionIds)];
  return new Map(
    await Promise.all(ids.map(async (id) => [id, await readableOrNull(definitions, id)] as const)),
  );
}

/** What the model calls the element, in both languages; its id when nobody can tell. */
export function namesOfElement(definition: KnownDefinition | null | undefined, element: string): Text {
  return definition?.elements.get(element)?.names ?? { id: element, en: element };
}

export async function readElementNames(
  definitions: Definitions,
  definitionId: string,
  element: string,
): Promise<Text> {
  return namesOfElement(await readableOrNull(definitions, definitionId), element);
}

export function namesOfModel(definition: KnownDefinition | null | undefined, definitionId: string): Text {
  return definition?.names ?? { id: definitionId, en: definitionId };
}
