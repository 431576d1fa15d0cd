/** The product's own bundles, and what becomes of one when a file of it is edited: for tests of comparing. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { readBundle, type BundleResource } from '../bundle.js';
import type { BundleChange } from '../diff/diff-bundles.js';
import { processesFolder } from '../folders.js';

export const bundleOf = async (event: string) =>
  (
    await readBundle({
      name: event,
      folder: join(processesFolder, event),
      sharedFolders: [join(processesFolder, 'shared')],
    })
  ).resources;

export const birth: readonly BundleResource[] = await bundleOf('birth');

/** The birth bundle with one file replaced by what `edit` makes of it; it must make something else. */
export function edited(file: string, edit: (content: string) => string): BundleResource[] {
  expect(birth.map(({ name }) => name)).toContain(file);
  return birth.map((resource) => {
    if (resource.name !== file) return resource;
    const content = edit(resource.content);
    expect(content, file).not.toBe(resource.content);
    return { name: file, content };
  });
}
export const swap = (from: string | RegExp, to: string) => (content: string) => content.replace(from, to);

/** Without what is the same for all of them. */
export const brief = (changes: BundleChange[]) =>
  changes.map(({ kind, id, change, details }) => ({
    ...{ kind, id, change },
    details: details.map(({ path, before, after }) => [path, before, after]),
  }));
