import type { Place } from './api/migrations.js';

/** A case can only go on at a step of the kind that it stands at. */
export function targetsFor(place: Place, targets: readonly Place[]): Place[] {
  return targets.filter(
    ({ type, event, multiInstance }) =>
      type === place.type && event === place.event && multiInstance === place.multiInstance,
  );
}
