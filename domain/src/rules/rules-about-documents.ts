import { compileSources, type CompiledTables } from './evaluate.js';

/** The tables without the rules that are about other fields: they are asked once for every kind. */
export function rulesAboutDocuments(tables: CompiledTables): CompiledTables {
  const known = aboutDocuments.get(tables);
  if (known) return known;
  const narrowed = compileSources(
    tables.sources
      // Rules of other tables do not stand each for itself.
      .filter(({ hitPolicy }) => hitPolicy === 'COLLECT' || hitPolicy === 'RULE ORDER')
      .map((source) => {
        const field = source.outputs.indexOf('field');
        return { ...source, rules: source.rules.filter(({ outputs }) => isAboutDocuments(outputs[field])) };
      }),
  );
  aboutDocuments.set(tables, narrowed);
  return narrowed;
}

const aboutDocuments = new WeakMap<CompiledTables, CompiledTables>();

/** A cell such as `"documents"` or `"documents[0]"`. */
const isAboutDocuments = (cell: string | undefined) => /^\s*"documents["[.{]/.test(cell ?? '');
