import { basename, join } from 'node:path';
import type { EventDefinition } from './define-event.js';

/** The default export, if it is an event definition whose id is the folder's name. */
export function definitionOf(module: unknown, folder: string): EventDefinition {
  const definition = (module as { default?: EventDefinition }).default;
  if (typeof definition?.id !== 'string' || typeof definition.effect !== 'function')
    throw new Error(`${join(folder, 'event.ts')} has no default export made by defineEvent`);
  if (definition.id !== basename(folder))
    throw new Error(`${join(folder, 'event.ts')} has id '${definition.id}': it must be the folder's name`);
  return definition;
}
