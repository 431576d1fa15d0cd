import { holds, type Variables } from '../portable-expression.js';
import type { Candidate } from './candidate.js';

export interface ChosenFlows {
  /** False: only one of the targets comes next, and which hangs on a variable that is not known. */
  certain: boolean;
  targets: string[];
}

/** Where the token goes when it leaves this element: at an exclusive gateway as the conditions say, elsewhere along every flow. */
export function chosenFlows(candidate: Candidate, id: string, variables: Variables): ChosenFlows {
  const flows = candidate.outgoing.get(id) ?? [];
  const targets = flows.map(({ target }) => target);
  if (candidate.elements.get(id)?.type === 'eventBasedGateway') return { certain: false, targets };
  const conditional = flows.filter(({ condition, isDefault }) => condition !== null && !isDefault);
  if (conditional.length === 0) return { certain: true, targets };
  for (const { condition, target } of conditional) {
    const answer = holds(condition!, variables);
    if (answer === true) return { certain: true, targets: [target] };
    if (answer === undefined) return { certain: false, targets };
  }
  const otherwise = flows.filter(({ isDefault, condition }) => isDefault || condition === null);
  return { certain: true, targets: otherwise.slice(0, 1).map(({ target }) => target) };
}
