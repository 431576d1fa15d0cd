/** What of a comparison can be drawn. Pure. */
import type { BundleChange, ChangeVerb, Comparison } from './api/comparison.js';

export interface DrawnFile {
  name: string;
  /** BPMN XML of each side; null: the file is not there. */
  before: string | null;
  after: string | null;
}

/** The models of both sides: changed ones first, for they are what one came for. */
export function drawnFiles({ before, after, changes }: Comparison): DrawnFile[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].filter((name) =>
    name.endsWith('.bpmn'),
  );
  const contentIn = (side: Comparison['before'], name: string) =>
    side.find((resource) => resource.name === name)?.content ?? null;
  const isChanged = (name: string) => changes.some(({ file }) => file === name);
  return names
    .sort((left, right) => Number(isChanged(right)) - Number(isChanged(left)) || (left < right ? -1 : 1))
    .map((name) => ({ name, before: contentIn(before, name), after: contentIn(after, name) }));
}

/** Marks of one file's diagram: what went stands before only, what came after only, the rest on both. */
export function marksOf(
  changes: readonly BundleChange[],
  file: string,
): { before: Map<string, ChangeVerb>; after: Map<string, ChangeVerb> } {
  const elements = changes.filter((change) => change.file === file && change.kind === 'element');
  const but = (verb: ChangeVerb) =>
    new Map(elements.filter(({ change }) => change !== verb).map(({ id, change }) => [id, change] as const));
  return { before: but('added'), after: but('removed') };
}
