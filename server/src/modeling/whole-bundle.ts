/** The files that somebody changed, over the rest of the version they started from. */
import type { Resource } from '@lampid/engine/engine';
import { EngineError } from '@lampid/engine/engine';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';

/** @throws Problem 404 unknown base version */
export async function wholeBundle(
  deps: Deps,
  { base, resources: changed }: { base?: string | undefined; resources: Resource[] },
): Promise<Resource[]> {
  return base === undefined ? changed : overlay(await resourcesOf(deps, base), changed);
}

/** The files of a deployed version. @throws Problem 404 */
export async function resourcesOf(deps: Deps, definitionId: string): Promise<Resource[]> {
  try {
    return (await deps.definitions.get(definitionId)).resources;
  } catch (error) {
    if (error instanceof EngineError && error.code !== 'unavailable') throw notFound();
    throw error;
  }
}

function overlay(base: Resource[], changed: Resource[]): Resource[] {
  const names = new Set(changed.map(({ name }) => name));
  return [...base.filter(({ name }) => !names.has(name)), ...changed];
}
