/** Two versions and a mapping between them, ready for the engine, with everything that is to be said about it. */
import type { ElementMapping } from '@lampid/db/modeling/case-migrations';
import { EngineError, type MigrationPlan } from '@lampid/engine/engine';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, notFound } from '../../http/problem.js';
import type { KnownDefinition } from '../definitions.js';
import { knownOrNull } from '../element-names.js';
import { checkMapping, type Remark } from './check-mapping.js';
import { isPlace } from './places.js';

export interface VersionPair {
  source: KnownDefinition;
  target: KnownDefinition;
}

/** @throws Problem 404 for an unknown version, 422 unless they are two versions of one process */
export async function readVersions(
  deps: Pick<Deps, 'definitions'>,
  ids: { source: string; target: string },
): Promise<VersionPair> {
  const [source, target] = await Promise.all([
    knownOrNull(deps.definitions, ids.source),
    knownOrNull(deps.definitions, ids.target),
  ]);
  if (!source || !target) throw notFound({ id: 'Versi model tidak ditemukan', en: 'No such version' });
  if (source.processKey !== target.processKey || source.definitionId === target.definitionId) {
    const text = {
      id: 'Pilih dua versi yang berbeda dari model yang sama',
      en: 'Choose two different versions of one model',
    };
    throw invalidInput([inputFault('OTHER_PROCESS', 'target', text)]);
  }
  return { source, target };
}

export function enginePlan({ source, target }: VersionPair, mapping: ElementMapping): MigrationPlan {
  const renamed = Object.keys(mapping).flatMap((id) => {
    const element = mapping[id] === id ? undefined : source.elements.get(id);
    return element ? [element] : [];
  });
  return {
    fromDefinitionId: source.definitionId,
    toDefinitionId: target.definitionId,
    mapping,
    multiInstance: renamed.filter(({ multiInstance }) => multiInstance).map(({ id }) => id),
    events: renamed.filter(({ event }) => event !== null && event !== 'compensate').map(({ id }) => id),
  };
}

/** Ours first; the engine is only asked about a mapping that makes sense to us. */
export async function remarksOn(
  deps: Pick<Deps, 'engine'>,
  versions: VersionPair,
  mapping: ElementMapping,
): Promise<Remark[]> {
  const own = checkMapping(versions.source, versions.target, mapping);
  if (own.some(({ kind }) => kind === 'fault')) return own;
  try {
    const faults = await deps.engine.migrationFaults(enginePlan(versions, mapping));
    return [...own, ...faults.map(({ element, message }) => engineRemark(element, message))];
  } catch (error) {
    // Where a plan cannot even be read, the engine says so in one line.
    if (!(error instanceof EngineError) || error.code !== 'refused') throw error;
    return [...own, engineRemark(Object.keys(mapping)[0] ?? '', error.message)];
  }
}

function engineRemark(element: string, message: string): Remark {
  const text = { id: `Mesin proses menolak: ${message}`, en: `The engine refuses: ${message}` };
  return { element, kind: 'fault', code: 'ENGINE_REFUSED', message: text };
}

/** From where each element came; where several became one, the first. */
export function undoMappingOf({ source, target }: VersionPair, mapping: ElementMapping): ElementMapping {
  const back: ElementMapping = {};
  for (const [from, to] of Object.entries(mapping)) if (to !== null) back[to] ??= from;
  for (const element of target.elements.values())
    if (isPlace(element, target.elements) && !(element.id in back)) back[element.id] = null;
  for (const [id, to] of Object.entries(back)) if (to !== null && !source.elements.has(to)) back[id] = null;
  return back;
}
