/** Where a case would go on to, from the step where it parts: until somebody or something would have to answer that nobody recorded. */
import type { Variables } from '../portable-expression.js';
import type { Candidate } from './candidate.js';
import { chosenFlows } from './chosen-flows.js';
import type { PredictedEnd } from './recorded-case.js';

/** Models are small; a circle of steps without anybody in it would be one without an end. */
const MOST_STEPS = 200;

export function predictEnd(candidate: Candidate, from: string, variables: Variables): PredictedEnd {
  const path: string[] = [];
  const tokens = [from];
  let status: string | null = null;
  let why: PredictedEnd['why'] = 'end';
  for (let token = tokens.shift(); token !== undefined && path.length < MOST_STEPS; token = tokens.shift()) {
    const element = candidate.elements.get(token);
    if (!element || path.includes(token)) continue;
    path.push(token);
    status = element.properties['status'] ?? status;
    if (element.type === 'userTask') return { path, stop: token, why: 'person', status };
    if (element.topic === 'validate-report') return { path, stop: token, why: 'judging', status };
    // A timer beside a task waits while the task is looked for.
    if (element.type === 'intermediateCatchEvent' || element.type === 'eventBasedGateway') {
      why = 'event';
      continue;
    }
    const next = nextOf(candidate, token, variables);
    if (next === null) return { path, stop: token, why: 'condition', status };
    tokens.push(...next);
  }
  return { path, stop: path.at(-1) ?? from, why, status };
}

/** Null when a condition hangs on what is not known. */
function nextOf(candidate: Candidate, id: string, variables: Variables): string[] | null {
  const { type, parent } = candidate.elements.get(id)!;
  if (type === 'subProcess') return innerStarts(candidate, id);
  if (type === 'endEvent') return parent === null ? [] : nextAfter(candidate, parent, variables);
  return nextAfter(candidate, id, variables);
}

function nextAfter(candidate: Candidate, id: string, variables: Variables): string[] | null {
  const chosen = chosenFlows(candidate, id, variables);
  return chosen.certain ? chosen.targets : null;
}

export function innerStarts({ elements }: Candidate, subProcess: string): string[] {
  return [...elements.values()]
    .filter(({ parent, type }) => parent === subProcess && type === 'startEvent')
    .map(({ id }) => id);
}
