/** Which rule of a changed table was which before. */

export interface Pair<T> {
  before: T | undefined;
  after: T | undefined;
}

/**
 * By code where it stands once on both sides, else by id, else by code in the order in which the same code stands (a changed law is a
 * second row of one code). Pairs come in the order of `after`, then what is gone.
 */
export function pairRules<T>(input: {
  before: readonly T[];
  after: readonly T[];
  /** Empty or undefined: the table has no codes. */
  codeOf: (rule: T, when: 'before' | 'after') => string | undefined;
  idOf: (rule: T) => string;
}): Pair<T>[] {
  const { before, after, codeOf, idOf } = input;
  const left = new Set(before);
  const found = new Map<T, T>();
  const times = {
    before: countOf(before.map((rule) => codeOf(rule, 'before'))),
    after: countOf(after.map((rule) => codeOf(rule, 'after'))),
  };
  const take = (isPair: (old: T, fresh: T) => boolean) => {
    for (const fresh of after) {
      const old = found.has(fresh) ? undefined : [...left].find((candidate) => isPair(candidate, fresh));
      if (old === undefined) continue;
      left.delete(old);
      found.set(fresh, old);
    }
  };
  const sameCode = (old: T, fresh: T) => {
    const code = codeOf(fresh, 'after');
    return Boolean(code) && codeOf(old, 'before') === code;
  };
  take((old, fresh) => {
    const code = codeOf(fresh, 'after') ?? '';
    return sameCode(old, fresh) && times.before.get(code) === 1 && times.after.get(code) === 1;
  });
  take((old, fresh) => idOf(fresh) !== '' && idOf(old) === idOf(fresh));
  take(sameCode);
  // Rules without code and id are only known by their place.
  take(
    (old, fresh) =>
      !codeOf(fresh, 'after') &&
      idOf(fresh) === '' &&
      idOf(old) === '' &&
      before.indexOf(old) === after.indexOf(fresh),
  );
  return [
    ...after.map((fresh) => ({ before: found.get(fresh), after: fresh })),
    ...[...left].map((old) => ({ before: old, after: undefined })),
  ];
}

function countOf(codes: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
