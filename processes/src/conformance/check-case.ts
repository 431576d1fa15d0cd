/** A whole case, called models included: each instance against the version of the model that it ran in. Pure. */
import { checkPath, type Deviation, type RecordedInstance, type RecordedStep } from './check-path.js';
import type { StepRules } from './step-rules.js';

export interface CaseRecord {
  /** The root first. */
  instances: readonly { instanceId: string; definitionId: string; ended: RecordedInstance['ended'] }[];
  /** Of all instances, in the order in which they were entered. */
  steps: readonly (RecordedStep & { instanceId: string; definitionId: string })[];
}

export interface CaseDeviation extends Deviation {
  definitionId: string;
}

export type CaseVerdict =
  | { kind: 'conforms' }
  | { kind: 'deviates'; deviations: CaseDeviation[] }
  /** It changed to another version on the way, or its model is not known any more: no single model says what was allowed. */
  | { kind: 'not-judged'; why: 'migrated' | 'model-unknown' };

export function checkCase(record: CaseRecord, rulesOf: ReadonlyMap<string, StepRules | null>): CaseVerdict {
  const deviations: CaseDeviation[] = [];
  for (const { instanceId, definitionId, ended } of record.instances) {
    const steps = record.steps.filter((step) => step.instanceId === instanceId);
    if (steps.some((step) => step.definitionId !== definitionId))
      return { kind: 'not-judged', why: 'migrated' };
    const rules = rulesOf.get(definitionId);
    if (!rules) return { kind: 'not-judged', why: 'model-unknown' };
    deviations.push(
      ...checkPath(rules, { steps, ended }).map((deviation) => ({ ...deviation, definitionId })),
    );
  }
  return deviations.length === 0 ? { kind: 'conforms' } : { kind: 'deviates', deviations };
}

/** Types that only frame or split the way. */
const UNSEEN = /Gateway$|[sS]tartEvent$|^subProcess$|^multiInstanceBody$/;

/**
 * The way as people tell it: what was done and what happened, element by element. Repetitions of a multi-instance count once, and a timer that
 * was given up never happened.
 */
export function wayOf(steps: readonly RecordedStep[]): string[] {
  const bodies = new Set(
    steps.flatMap(({ stepId, elementType }) => (elementType === 'multiInstanceBody' ? [stepId] : [])),
  );
  const repeated = new Set<string>();
  return steps.flatMap(({ element, elementType, parentStepId, cancelled }) => {
    if (UNSEEN.test(elementType) || (cancelled && !/Task$|Activity$/.test(elementType))) return [];
    if (parentStepId === null || !bodies.has(parentStepId)) return [element];
    if (repeated.has(parentStepId)) return [];
    repeated.add(parentStepId);
    return [element];
  });
}
