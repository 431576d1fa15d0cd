/** Which thing of the new file was which of the old one. */

export interface Pair<T> {
  /** Undefined: it was added. */
  before: T | undefined;
  /** Undefined: it was removed. */
  after: T | undefined;
}

export type When = 'before' | 'after';

/** What a thing is known by; empty or undefined: not by this. */
export type KeyOf<T> = (thing: T, when: When) => string | undefined;

/**
 * Pairs by the first key, what is left by the next, and so on; several of one key in their order. Pairs come in the order of `after`,
 * then what is gone.
 */
export function pairBy<T>(before: readonly T[], after: readonly T[], keys: readonly KeyOf<T>[]): Pair<T>[] {
  const found = new Map<T, T>();
  const taken = new Set<T>();
  for (const keyOf of keys) {
    const waiting = new Map<string, T[]>();
    for (const old of before) {
      const key = taken.has(old) ? undefined : keyOf(old, 'before');
      if (key) waiting.set(key, [...(waiting.get(key) ?? []), old]);
    }
    for (const fresh of after) {
      const key = found.has(fresh) ? undefined : keyOf(fresh, 'after');
      const old = key ? waiting.get(key)?.shift() : undefined;
      if (old === undefined) continue;
      found.set(fresh, old);
      taken.add(old);
    }
  }
  return [
    ...after.map((fresh) => ({ before: found.get(fresh), after: fresh })),
    ...before.filter((old) => !taken.has(old)).map((old) => ({ before: old, after: undefined })),
  ];
}

/** The same key, where it stands once on both sides. */
export function onlyOnce<T>(before: readonly T[], after: readonly T[], keyOf: KeyOf<T>): KeyOf<T> {
  const [old, fresh] = [countOf(before, 'before', keyOf), countOf(after, 'after', keyOf)];
  return (thing, when) => {
    const key = keyOf(thing, when) ?? '';
    return old.get(key) === 1 && fresh.get(key) === 1 ? key : undefined;
  };
}

function countOf<T>(things: readonly T[], when: When, keyOf: KeyOf<T>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of things) {
    const key = keyOf(thing, when) ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
