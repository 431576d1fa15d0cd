/** What an analyst changed, in the words of models, tables and forms; not of lines. */
import type { BundleResource } from '../bundle.js';
import type { BundleChange } from './bundle-change.js';
import { diffForms } from './diff-forms.js';
import { diffModels } from './diff-models.js';
import { diffTables } from './diff-tables.js';
import { labelOf } from './labels.js';

export type { BundleChange, ChangeDetail, ChangedKind, ChangeVerb } from './bundle-change.js';
export { UnreadableFile } from './unreadable-file.js';

/**
 * Changes file by file, in the order of the names. Order of attributes, white space and who wrote the file are no change. The caller has
 * refused hostile files before (`lint/hostile-content.ts`).
 * @throws UnreadableFile with the name of a file that differs and cannot be understood whole
 */
export async function diffBundles(
  before: readonly BundleResource[],
  after: readonly BundleResource[],
): Promise<BundleChange[]> {
  const [old, fresh] = [contents(before), contents(after)];
  const changes: BundleChange[] = [];
  for (const file of [...new Set([...old.keys(), ...fresh.keys()])].sort())
    changes.push(...(await diffFile(file, old.get(file), fresh.get(file))));
  return changes;
}

async function diffFile(
  file: string,
  before: string | undefined,
  after: string | undefined,
): Promise<BundleChange[]> {
  if (before === after) return [];
  if (before === undefined || after === undefined)
    return [
      {
        file,
        kind: 'file',
        id: file,
        name: file,
        type: null,
        table: null,
        change: after === undefined ? 'removed' : 'added',
        details: [],
      },
    ];
  if (file.endsWith('.bpmn')) return diffModels(file, before, after);
  if (file.endsWith('.dmn')) return diffTables(file, before, after);
  if (file.endsWith('.form')) return diffForms(file, before, after);
  const details = [{ path: 'content', label: labelOf('content'), before: null, after: null }];
  return [{ file, kind: 'file', id: file, name: file, type: null, table: null, change: 'changed', details }];
}

function contents(resources: readonly BundleResource[]): Map<string, string> {
  return new Map(resources.map(({ name, content }) => [name, content]));
}
