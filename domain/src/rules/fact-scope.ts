/** How a table sees the facts: all of them, or, for a table evaluated per person or document, one element of its lists. */
import type { FactScope } from './decision-table.js';
import type { Facts, FactValue } from './facts.js';
import { TableError } from './table-error.js';

/** Facts that come from fields an analyst added: `extra_<key>`; a field left empty is null, not missing. */
const EXTRA = 'extra_';

const readFrom = (facts: Facts, name: string) => facts[name] ?? (name.startsWith(EXTRA) ? null : facts[name]);

export function factScope(facts: Facts): FactScope {
  return { read: (name) => readFrom(facts, name), all: () => facts };
}

/**
 * One scope per element of the list facts named `<prefix>Xxx`, which must be of one length: in scope n each of them stands
 * for its n-th element. No such list is an error, since nobody would notice rules that never apply.
 */
export function eachScope({
  decision,
  prefix,
  facts,
}: {
  decision: string;
  prefix: string;
  facts: Facts;
}): FactScope[] {
  const columns = new Map<string, FactValue[]>();
  for (const [name, value] of Object.entries(facts)) {
    if (Array.isArray(value) && /^[A-Z]/.test(name.slice(prefix.length)) && name.startsWith(prefix)) {
      columns.set(name, value);
    }
  }
  if (columns.size === 0)
    throw new TableError('MISSING_FACT', decision, `no list facts ${prefix}... were given`);
  const lengths = new Set([...columns.values()].map((column) => column.length));
  if (lengths.size > 1)
    throw new TableError('INVALID_TABLE', decision, `lists ${prefix}... differ in length`);
  return Array.from({ length: [...lengths][0]! }, (_, at) => ({
    read: (name: string) => (columns.has(name) ? columns.get(name)![at] : readFrom(facts, name)),
    all: () => ({
      ...facts,
      ...Object.fromEntries([...columns].map(([name, column]) => [name, column[at]!])),
    }),
  }));
}
