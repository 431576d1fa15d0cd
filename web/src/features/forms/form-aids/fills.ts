/** Which fields a look-up fills in: `properties` of the looked-up field, `fills:<field>` = what of the person goes there. */
import { pathKey } from '../field-path.js';
import type { FoundPerson } from './form-aids.js';

export interface Fill {
  /** Path in the data. */
  path: (string | number)[];
  value: string;
}

const PREFIX = 'fills:';

/** `fills:name` is beside the looked-up field, `fills:/familyCardNumber` counts from the top of the report. */
export function fillsOf(
  properties: Record<string, string>,
  at: readonly (string | number)[],
  person: FoundPerson,
): Fill[] {
  return Object.entries(properties).flatMap(([key, what]) => {
    if (!key.startsWith(PREFIX)) return [];
    const value = person[what as keyof FoundPerson];
    if (value === null || value === undefined) return [];
    const target = key.slice(PREFIX.length);
    const path = target.startsWith('/')
      ? target.slice(1).split('.')
      : [...at.slice(0, -1), ...target.split('.')];
    return [{ path, value: String(value) }];
  });
}

export const samePath = (one: readonly (string | number)[], other: readonly (string | number)[]) =>
  pathKey(one as (string | number)[]) === pathKey(other as (string | number)[]);
