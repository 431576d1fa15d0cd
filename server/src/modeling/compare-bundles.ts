/** What changed between two bundles: deployed versions, or files that somebody works on. */
import type { Resource } from '@lampid/engine/engine';
import { diffBundles, UnreadableFile, type BundleChange } from '@lampid/processes/diff/diff-bundles';
import { hostileFiles } from '@lampid/processes/lint/hostile-files';
import type { Deps } from '../deps.js';
import { inputFault, Problem } from '../http/problem.js';
import { faultOf } from './lint-bundle.js';
import { resourcesOf } from './whole-bundle.js';

export type ComparedSide = { definitionId: string } | { resources: Resource[] };

/** Two unrelated models differ everywhere: nobody reads more than this. */
const MOST_CHANGES = 2_000;

/** @throws Problem 404 unknown version, 422 with the reason for each file that is hostile or cannot be read */
export async function compareBundles(
  deps: Deps,
  { before, after }: { before: ComparedSide; after: ComparedSide },
): Promise<{ changes: BundleChange[]; total: number }> {
  const [old, fresh] = [await filesOf(deps, before), await filesOf(deps, after)];
  try {
    const changes = await diffBundles(old, fresh);
    return { changes: changes.slice(0, MOST_CHANGES), total: changes.length };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw refused([inputFault('readable', error.file, error.text)]);
  }
}

async function filesOf(deps: Deps, side: ComparedSide): Promise<Resource[]> {
  // What is deployed was judged when it was.
  if ('definitionId' in side) return resourcesOf(deps, side.definitionId);
  const hostile = await hostileFiles(side.resources);
  if (hostile.length > 0) throw refused(hostile.map(faultOf));
  return side.resources;
}

function refused(faults: Problem['errors']): Problem {
  const text = { id: 'Berkas ini tidak dapat dibandingkan', en: 'These files cannot be compared' };
  return new Problem('model-refused', text, faults);
}
