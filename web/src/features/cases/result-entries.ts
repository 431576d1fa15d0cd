export interface ResultEntry {
  name: string;
  kind: 'resident' | 'card' | 'report' | 'deed' | 'letter' | 'other';
  value: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * An event type names its results as it likes (`resident`, `newCard`, `deed`, ...): ids lead somewhere by what the name says,
 * and everything else is shown as it is. People first.
 */
export function resultEntries(result: Record<string, string>): ResultEntry[] {
  const entries = Object.entries(result).map(([name, value]): ResultEntry => ({
    name,
    value,
    kind: kindOf(name, value),
  }));
  const order: ResultEntry['kind'][] = ['resident', 'card', 'report', 'deed', 'letter', 'other'];
  return entries.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function kindOf(name: string, value: string): ResultEntry['kind'] {
  if (UUID.test(value)) {
    if (/report/i.test(name)) return 'report';
    return /card|kk/i.test(name) ? 'card' : 'resident';
  }
  if (/deed|akta/i.test(name)) return 'deed';
  if (/letter|skpwni/i.test(name)) return 'letter';
  return 'other';
}
