import type { Resource } from '../models/api/resource.js';

/** The files that are new or differ from those of the base. */
export function changedFiles(base: readonly Resource[], files: readonly Resource[]): Resource[] {
  const before = new Map(base.map(({ name, content }) => [name, content]));
  return files.filter(({ name, content }) => before.get(name) !== content);
}
