/** Collects what is deployed for one event type: its folder's models, tables and forms, and the shared ones they use. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isModelFile } from '@lampid/domain/model-files';
import { processesFolder } from './folders.js';
import { linksOf, type ResourceLinks } from './references.js';

/** Same shape as the engine port's `Resource`. */
export interface BundleResource {
  /** File name inside the deployment, e.g. `birth.bpmn`. */
  name: string;
  content: string;
}

/** Same shape as the engine port's `Bundle`, with a hash. */
export interface EventBundle {
  name: string;
  /** Sorted by name. */
  resources: BundleResource[];
  /** sha-256 (hex) over names and contents. */
  contentHash: string;
}

/** Reads the bundle. A shared file is taken only when something in the bundle refers to it. */
export async function readBundle(input: {
  name: string;
  folder: string;
  /** Searched in this order for what the folder itself lacks. */
  sharedFolders: string[];
}): Promise<EventBundle> {
  const own = await readFolder(input.folder);
  const shared = (await Promise.all(input.sharedFolders.map(readFolder))).flat();
  const resources = await withShared(own, shared);
  refuseSameName(input.name, resources);
  const sorted = resources.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { name: input.name, resources: sorted, contentHash: hashOf(sorted) };
}

/** sha-256 (hex) over the names and contents of the resources, in the order given. */
export function hashOf(resources: readonly BundleResource[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of resources) hash.update(`${name}\0${content}\0`);
  return hash.digest('hex');
}

/** The files of an event type that lies in no folder yet, with those of `processes/shared` that it will find when it does. */
export async function withProductShared(own: readonly BundleResource[]): Promise<BundleResource[]> {
  const files = own.filter(({ name }) => isModelFile(name));
  return withShared(files, await readFolder(join(processesFolder, 'shared')));
}

async function readFolder(folder: string): Promise<BundleResource[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => isModelFile(name)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, content: await readFile(join(folder, name), 'utf8') })),
  );
}

/** Adds shared resources until nothing that is referred to is missing (or nobody has it: the lint says so). */
async function withShared(own: BundleResource[], shared: BundleResource[]): Promise<BundleResource[]> {
  const taken = await Promise.all(own.map(linked));
  const offered = await Promise.all(shared.map(linked));
  // Grows while it is walked: a shared model needs its own forms.
  for (const { links } of taken) {
    for (const kind of ['processes', 'decisions', 'forms'] as const) {
      for (const id of links.needs[kind]) {
        const has = (candidate: Linked) => candidate.links.provides[kind].has(id);
        const found = taken.some(has) ? undefined : offered.find(has);
        if (found) taken.push(found);
      }
    }
  }
  return taken.map(({ resource }) => resource);
}

interface Linked {
  resource: BundleResource;
  links: ResourceLinks;
}

async function linked(resource: BundleResource): Promise<Linked> {
  return { resource, links: await linksOf(resource) };
}

function refuseSameName(bundle: string, resources: BundleResource[]): void {
  const names = resources.map((resource) => resource.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`bundle '${bundle}' has two files named '${twice}': one of them is shared`);
}
