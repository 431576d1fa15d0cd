/** Where the event folders lie, whether this code runs from `src` (tests, tsx) or from `dist` (built). */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** True when this runs from `processes/dist/src`. */
export const isBuilt = !existsSync(join(here, '..', 'package.json'));

/** The `processes` folder of the source tree: models, tables and forms stay here. */
export const processesFolder = isBuilt ? join(here, '..', '..') : join(here, '..');

/** A module in the folder of an event type that belongs to this repository: `event`, `form-facts`. */
export function ownModule(eventId: string, name: string): string {
  return isBuilt
    ? join(processesFolder, 'dist', eventId, `${name}.js`)
    : join(processesFolder, eventId, `${name}.ts`);
}
