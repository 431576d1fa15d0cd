/** Finds the event types: one folder each, in `processes/` and in a second folder (`PROCESSES_DIR`) that needs no build. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBundle, type EventBundle } from './bundle.js';
import { definitionOf } from './definition-of.js';
import type { EventDefinition } from './define-event.js';
import { ownModule, processesFolder } from './folders.js';
import type { TypeOf } from './lint/type-of.js';
import { loadForeignEvent } from './load-foreign-event.js';

export interface EventType {
  definition: EventDefinition;
  /** Absolute path of the folder with model, tables and forms. */
  folder: string;
  /** Absolute path of the module with `formFacts`; null when its reports tell nothing that rules compare. */
  formFacts: string | null;
  /** What is deployed for this type: its own models, tables and forms, and the shared ones that they use. */
  bundle(): Promise<EventBundle>;
}

/** LAMPID names the register's order: Lahir, Mati, Pindah, Datang; other types follow by id. */
const registerOrder = ['L', 'M', 'P', 'D'];

/**
 * All event types, sorted. `processesDir`: absolute or relative path of a second folder (empty = none).
 * Rejects when a folder has no usable `event.ts`, or two types have the same id or ticket letter.
 */
export async function findEvents({ processesDir }: { processesDir?: string } = {}): Promise<EventType[]> {
  const own = await eventFolders(processesFolder);
  const foreignRoot = processesDir ? resolve(processesDir) : null;
  const foreign = foreignRoot ? await eventFolders(foreignRoot) : [];
  const types = await Promise.all([
    ...own.map(async (folder) =>
      eventType({
        folder,
        definition: await loadOwnEvent(folder),
        formFacts: ownModule(basename(folder), 'form-facts'),
        sharedFolders: [join(processesFolder, 'shared')],
      }),
    ),
    ...foreign.map(async (folder) =>
      eventType({
        folder,
        definition: await loadForeignEvent(folder),
        formFacts: join(folder, 'form-facts.ts'),
        sharedFolders: [join(foreignRoot!, 'shared'), join(processesFolder, 'shared')],
      }),
    ),
  ]);
  refuseDuplicates(types);
  return types.sort(compareTypes);
}

/** What the lint asks of the event types: the process of a type is called as the type is. */
export function typesByProcess(types: Iterable<EventType>): TypeOf {
  const definitions = new Map([...types].map(({ definition }) => [definition.id, definition]));
  return (processKey) => definitions.get(processKey);
}

async function eventFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'event.ts')))
    .map((entry) => join(root, entry.name))
    .sort();
}

async function loadOwnEvent(folder: string): Promise<EventDefinition> {
  const module: unknown = await import(pathToFileURL(ownModule(basename(folder), 'event')).href);
  return definitionOf(module, folder);
}

function eventType(input: {
  folder: string;
  definition: EventDefinition;
  formFacts: string;
  sharedFolders: string[];
}): EventType {
  const { folder, definition, formFacts, sharedFolders } = input;
  return {
    ...{ definition, folder },
    formFacts: existsSync(formFacts) ? formFacts : null,
    bundle: () => readBundle({ name: definition.id, folder, sharedFolders }),
  };
}

function refuseDuplicates(types: EventType[]): void {
  for (const key of ['id', 'ticketLetter'] as const) {
    const seen = new Map<string, EventType>();
    for (const type of types) {
      const other = seen.get(type.definition[key]);
      if (other)
        throw new Error(`${type.folder} and ${other.folder} have the same ${key} '${type.definition[key]}'`);
      seen.set(type.definition[key], type);
    }
  }
}

function compareTypes(a: EventType, b: EventType): number {
  const rank = (type: EventType) => {
    const place = registerOrder.indexOf(type.definition.ticketLetter);
    return place < 0 ? registerOrder.length : place;
  };
  return rank(a) - rank(b) || (a.definition.id < b.definition.id ? -1 : 1);
}
