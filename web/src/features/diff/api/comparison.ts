import type { Text } from '@lampid/domain/rules/finding';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '../../../api/http.js';
import { readDefinition } from '../../models/api/processes.js';
import type { Resource } from '../../models/api/resource.js';

/** One side of a comparison: a deployed version, or files that somebody works on. */
export type ComparedSide = { definitionId: string } | { resources: Resource[] };

export type ChangeVerb = 'added' | 'removed' | 'changed' | 'moved';
export type ChangedKind = 'file' | 'model' | 'element' | 'decision' | 'column' | 'rule' | 'form' | 'field';

export interface BundleChange {
  file: string;
  kind: ChangedKind;
  id: string;
  name: string;
  type: string | null;
  /** Decision that a column or rule belongs to. */
  table: string | null;
  change: ChangeVerb;
  details: { path: string; label: Text; before: string | null; after: string | null }[];
}

export interface Comparison {
  changes: BundleChange[];
  /** How many there are in all; the list is cut. */
  total: number;
  /** The files of both sides. */
  before: Resource[];
  after: Resource[];
}

const comparisonQuery = (before: ComparedSide, after: ComparedSide) =>
  queryOptions({
    queryKey: ['comparison', keyOf(before), keyOf(after)],
    queryFn: async ({ signal }): Promise<Comparison> => {
      const [answer, old, fresh] = await Promise.all([
        http.post<Pick<Comparison, 'changes' | 'total'>>(
          '/api/v1/processes/compare',
          { before, after },
          { signal },
        ),
        filesOf(before, signal),
        filesOf(after, signal),
      ]);
      return { ...answer, before: old, after: fresh };
    },
    // Versions never change, and changed files have another key.
    staleTime: Infinity,
  });

export function useComparison(before: ComparedSide, after: ComparedSide) {
  return useQuery(comparisonQuery(before, after));
}

async function filesOf(side: ComparedSide, signal: AbortSignal): Promise<Resource[]> {
  if ('resources' in side) return side.resources;
  return (await readDefinition(side.definitionId, signal)).resources;
}

/** Files are known by a short sum of their text: a key of half a megabyte would be compared at every keystroke. */
function keyOf(side: ComparedSide): string {
  if ('definitionId' in side) return side.definitionId;
  return side.resources.map(({ name, content }) => `${name} ${content.length} ${sumOf(content)}`).join('\n');
}

/** FNV-1a, 32 bits. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum >>> 0;
}
