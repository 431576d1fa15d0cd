/** Which element of the other version each element most likely became. Pure. */
import type { ElementMapping } from '@lampid/db/modeling/case-migrations';
import type { CaseElement } from '@lampid/processes/case-model';
import { placesOf } from './places.js';

export type Likeness = 'same' | 'alike' | 'none';

export interface Suggestion {
  mapping: ElementMapping;
  /** By element of the source, how its counterpart was found. */
  how: Record<string, Likeness>;
}

/**
 * The same id and kind; otherwise the one element of that kind, not yet spoken for, that does the same (topic, form, called
 * model, what it waits for) or is called the same. Several that are equally like leave it open.
 */
export function suggestMapping(
  source: ReadonlyMap<string, CaseElement>,
  target: ReadonlyMap<string, CaseElement>,
): Suggestion {
  const from = placesOf(source);
  const to = placesOf(target);
  const mapping: ElementMapping = {};
  const how: Record<string, Likeness> = {};
  const taken = new Set<string>();
  const settle = (element: CaseElement, found: CaseElement, likeness: Likeness) => {
    mapping[element.id] = found.id;
    how[element.id] = likeness;
    taken.add(found.id);
  };
  for (const element of from) {
    const same = to.find(({ id }) => id === element.id);
    if (same && isSameKind(element, same)) settle(element, same, 'same');
  }
  // Scopes and activities before what is attached to them or lies inside.
  for (const element of from.filter(({ id }) => !(id in mapping))) {
    const free = to.filter(
      (candidate) =>
        !taken.has(candidate.id) && isSameKind(element, candidate) && fits(element, candidate, mapping),
    );
    const best = mostAlike(element, free);
    if (best) settle(element, best, 'alike');
    else {
      mapping[element.id] = null;
      how[element.id] = 'none';
    }
  }
  return { mapping, how };
}

/** An engine can carry a token only between elements of one kind. */
export function isSameKind(one: CaseElement, other: CaseElement): boolean {
  return (
    one.type === other.type &&
    one.event === other.event &&
    one.multiInstance === other.multiInstance &&
    one.isEventSubProcess === other.isEventSubProcess
  );
}

/** Inside of, or attached to, what its surroundings became. */
function fits(element: CaseElement, candidate: CaseElement, mapping: ElementMapping): boolean {
  const follows = (own: string | null, others: string | null) =>
    own === null || !(own in mapping) || mapping[own] === null || mapping[own] === others;
  return follows(element.parent, candidate.parent) && follows(element.attachedTo, candidate.attachedTo);
}

function mostAlike(element: CaseElement, candidates: CaseElement[]): CaseElement | null {
  const rated = candidates
    .map((candidate) => ({ candidate, points: likeness(element, candidate) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points);
  const [first, second] = rated;
  return first && first.points > (second?.points ?? 0) ? first.candidate : null;
}

function likeness(one: CaseElement, other: CaseElement): number {
  const equal = (a: string | null, b: string | null) => a !== null && a !== '' && a === b;
  return (
    (equal(one.name.trim().toLowerCase(), other.name.trim().toLowerCase()) ? 4 : 0) +
    (equal(one.topic, other.topic) ? 2 : 0) +
    (equal(one.formId, other.formId) ? 2 : 0) +
    (equal(one.calledElement, other.calledElement) ? 2 : 0) +
    (equal(one.attachedTo, other.attachedTo) || equal(one.waitsFor, other.waitsFor) ? 1 : 0)
  );
}
