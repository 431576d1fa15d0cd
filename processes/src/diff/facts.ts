/** What a file says of one thing, path by path: two of these are compared, never two trees. */
import type { Text } from '@lampid/domain/rules/finding';
import type { ChangeDetail } from './bundle-change.js';

export interface Fact {
  label: Text;
  /** Compared. */
  value: string;
  /** Told to people in place of the value: the name of what a reference leads to. */
  shown?: string;
  /** The meta-model's own default: the same as not written. */
  isDefault?: boolean;
}

export type Facts = Map<string, Fact>;

/** Differences in the order of `before`, then what only `after` has. */
export function compareFacts(before: Facts, after: Facts): ChangeDetail[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].flatMap((path) => {
    const [old, fresh] = [before.get(path), after.get(path)];
    if (old?.value === fresh?.value || (isSilent(old) && isSilent(fresh))) return [];
    return [{ path, label: (fresh ?? old)!.label, before: tell(old), after: tell(fresh) }];
  });
}

/** Everything that was said of what came or went. */
export function listFacts(facts: Facts, change: 'added' | 'removed'): ChangeDetail[] {
  return [...facts].flatMap(([path, fact]) => {
    if (isSilent(fact)) return [];
    const said = tell(fact);
    return [
      {
        path,
        label: fact.label,
        before: change === 'removed' ? said : null,
        after: change === 'added' ? said : null,
      },
    ];
  });
}

function isSilent(fact: Fact | undefined): boolean {
  return fact === undefined || fact.isDefault === true;
}

function tell(fact: Fact | undefined): string | null {
  return fact === undefined ? null : (fact.shown ?? fact.value);
}
