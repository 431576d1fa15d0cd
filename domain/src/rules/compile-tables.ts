import { compileSources, type CompiledTables } from './evaluate.js';
import { readTables } from './read-tables.js';

/** The decision tables of DMN documents. Throws TableError INVALID_TABLE, as `compileSources` does. */
export async function compileTables(dmnDocuments: readonly string[]): Promise<CompiledTables> {
  const sources = await Promise.all(dmnDocuments.map(readTables));
  return compileSources(sources.flat());
}
