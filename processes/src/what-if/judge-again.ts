/** What the candidate's tables find in the very facts that were judged then. */
import type { AppliedRule } from '@lampid/domain/rules/evaluate';
import type { FactValue } from '@lampid/domain/rules/facts';
import { OTHER_TEXT } from '@lampid/domain/rules/kept-facts';
import { TableError } from '@lampid/domain/rules/table-error';
import type { Candidate } from './candidate.js';
import type { NotJudged, RecordedEvaluation, RuleChange } from './recorded-case.js';

export type JudgedAgain = { rules: AppliedRule[]; changes: RuleChange[] } | { why: NotJudged };

export function judgeAgain(
  candidate: Candidate,
  decisions: readonly string[],
  evaluation: RecordedEvaluation,
): JudgedAgain {
  const why = unknownTo(candidate, decisions, evaluation);
  if (why) return { why };
  try {
    const rules = candidate.tables.applying(decisions, evaluation.facts);
    return { rules, changes: changesBetween(evaluation.found, rules) };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { why: { code: 'table-fails', fact: error.decision } };
  }
}

/** A guess would be worth nothing: what the facts do not tell is said. */
function unknownTo(
  { needs, uses }: Candidate,
  decisions: readonly string[],
  { facts, words }: RecordedEvaluation,
): NotJudged | null {
  for (const decision of decisions)
    for (const fact of needs.get(decision) ?? []) {
      const value = facts[fact];
      if (value === undefined) return { code: 'unknown-fact', fact };
      const use = uses.get(fact);
      if (!use || !hidesText(value)) continue;
      if (use.wholeText || [...use.words].some((word) => !words.has(word)))
        return { code: 'text-not-kept', fact };
    }
  return null;
}

function hidesText(value: FactValue): boolean {
  return Array.isArray(value) ? value.includes(OTHER_TEXT) : value === OTHER_TEXT;
}

/** A rule that applies to several people counts for each of them; another severity is another finding. */
export function changesBetween(
  then: readonly Pick<AppliedRule, 'code' | 'severity'>[],
  now: readonly Pick<AppliedRule, 'code' | 'severity'>[],
): RuleChange[] {
  const balance = new Map<string, number>();
  const count = (rules: typeof then, by: number) => {
    for (const { code, severity } of rules) {
      const key = `${severity}${code}`;
      balance.set(key, (balance.get(key) ?? 0) + by);
    }
  };
  count(now, 1);
  count(then, -1);
  return [...balance]
    .filter(([, difference]) => difference !== 0)
    .map(([key, difference]) => ({
      severity: key.charAt(0) as RuleChange['severity'],
      code: key.slice(1),
      change: difference > 0 ? 'added' : 'gone',
    }));
}
