/** What people read for a place of a model. Pure. */
import type { Tell } from '../../i18n/dictionary.js';
import type { Place } from './api/migrations.js';

/** The id of one that is not among them. */
export function placeName(places: readonly Place[], id: string, tell: Tell): string {
  const place = places.find((candidate) => candidate.id === id);
  return place ? tell(place.names) : id;
}

/** With its id, where the name alone may stand for several. */
export function placeLabel({ id, names }: Place, tell: Tell): string {
  const name = tell(names);
  return name === id ? id : `${name} (${id})`;
}
