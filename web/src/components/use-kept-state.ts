import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/** Nobody goes back further. */
const MOST_KEPT = 100;

const kept = new Map<string, unknown>();

function keep(id: string, value: unknown): void {
  kept.delete(id);
  kept.set(id, value);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
}

/**
 * State of a page that "back" brings back with it. It is kept in the memory of this window, where a number of a person may be, and in no
 * address and no history.
 */
export function useKeptState<Value>(name: string, initial: Value) {
  const id = `${name} ${useLocation().key}`;
  const [value, setValue] = useState(() => (kept.has(id) ? (kept.get(id) as Value) : initial));
  useEffect(() => keep(id, value), [id, value]);
  return [value, setValue] as const;
}
