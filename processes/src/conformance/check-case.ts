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

/** Types that only frame or split the way. What starts an event sub-process is told: that is what happened. */
const UNSEEN = /Gateway$|^startEvent$|^subProcess$|^multiInstanceBody$/;
const ACTIVITY = /Task$|Activity$/;

/**
 * The way as people tell it: what was done and what happened, element by element. Repetitions of a multi-instance count once; a timer that
 * still waits or was given up never happened; and a sub-process ends without a word.
 */
export function wayOf(steps: readonly RecordedStep[]): string[] {
  const bodies = new Set(
    steps.flatMap(({ stepId, elementType }) => (elementType === 'multiInstanceBody' ? [stepId] : [])),
  );
  const repeated = new Set<string>();
  return steps.flatMap(({ element, elementType, parentStepId, leftAt, cancelled }) => {
    if (UNSEEN.test(elementType)) return [];
    if (!ACTIVITY.test(elementType) && (cancelled || leftAt === null)) return [];
    if (parentStepId !== null && elementType.endsWith('EndEvent')) return [];
    if (parentStepId === null || !bodies.has(parentStepId)) return [element];
    if (repeated.has(parentStepId)) return [];
    repeated.add(parentStepId);
    return [element];
  });
}
