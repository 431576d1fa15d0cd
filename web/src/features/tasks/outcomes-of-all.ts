import type { Text } from '@lampid/domain/rules/finding';
import type { TaskSummary } from '../../api/wire.js';
import { RESUBMIT } from './resubmit.js';

export interface SharedOutcome {
  outcome: string;
  label: Text;
  /** Any of them demands a reason for it. */
  owesNote: boolean;
}

/** The outcomes that every one of these tasks offers, in the order of the first. A correction is made one by one. */
export function outcomesOfAll(tasks: readonly TaskSummary[]): SharedOutcome[] {
  const [first, ...others] = tasks;
  if (!first) return [];
  return first.outcomes
    .filter((outcome) => outcome !== RESUBMIT && others.every(({ outcomes }) => outcomes.includes(outcome)))
    .map((outcome) => ({
      outcome,
      label: first.labels[outcome] ?? { id: outcome, en: outcome },
      owesNote: tasks.some(({ noteRequired }) => noteRequired.includes(outcome)),
    }));
}
