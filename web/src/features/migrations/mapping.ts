/** What an analyst changes about a mapping. Pure. */
import type { Mapping, Place, Plan } from './api/migrations.js';

/** A case can only go on at a step of the kind that it stands at. */
export function targetsFor(place: Place, targets: readonly Place[]): Place[] {
  return targets.filter(
    ({ type, event, multiInstance }) =>
      type === place.type && event === place.event && multiInstance === place.multiInstance,
  );
}

/** With a step go the events that hang on it: to what hangs on its target as the plan suggests it, or nowhere. */
export function mapElement(
  plan: Pick<Plan, 'source' | 'target' | 'mapping'>,
  mapping: Mapping,
  { from, to }: { from: string; to: string | null },
): Mapping {
  const next = { ...mapping, [from]: to };
  for (const event of plan.source.filter(({ attachedTo }) => attachedTo === from)) {
    const suggested = plan.mapping[event.id] ?? null;
    const hangsThere = plan.target.some(({ id, attachedTo }) => id === suggested && attachedTo === to);
    next[event.id] = to !== null && hangsThere ? suggested : null;
  }
  return next;
}
