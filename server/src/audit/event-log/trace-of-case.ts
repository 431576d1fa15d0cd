/** A case as a trace: what its steps were called, when each began and ended and by whom. Pure. */
import type { LoggedCase, LoggedStep } from '@lampid/db/reporting/queries-event-log';
import type { KnownDefinition } from '../../modeling/definitions.js';
import type { XesAttribute, XesTrace } from './xes.js';

/** What a step is in its own version of the model. */
export type StepModel = Pick<KnownDefinition, 'processKey' | 'version'> & {
  elements: ReadonlyMap<string, { name: string; role: string | null }>;
};

/** Of the standard life cycle: `ate_abort` is a step that was begun and taken away, by a deadline for instance. */
type Transition = 'start' | 'assign' | 'reassign' | 'complete' | 'ate_abort';

interface Moment {
  at: Date;
  transition: Transition;
  resource: string | null;
}

/**
 * @param steps of this case, in the feed's order
 * @param models by definition id; null where nobody knows the model any more, then an element goes by its id
 */
export function traceOfCase(
  found: LoggedCase,
  steps: readonly LoggedStep[],
  models: ReadonlyMap<string, StepModel | null>,
): XesTrace {
  const events = steps.flatMap((step) => {
    const model = models.get(step.definitionId) ?? null;
    const inFrame = step.parentStepId === null && (model === null || model.processKey === found.type);
    return momentsOf(step, inFrame).map((moment) => ({
      time: moment.at.getTime(),
      attributes: eventOf(step, model, moment),
    }));
  });
  return {
    attributes: [
      text('concept:name', found.ticket),
      text('lampid:area', found.areaCode),
      text('lampid:status', found.status),
      date('lampid:submitted', found.submittedAt),
      int('lampid:revisions', found.revision),
    ],
    // A stable order: of those at the same millisecond what the feed told first.
    events: events.sort((one, other) => one.time - other.time).map(({ attributes }) => attributes),
  };
}

/**
 * Work has a beginning and an end. What only happens (a message, a deadline, the end of the case) has one moment, and only when it did happen.
 * Gateways are the model's business, and the frames around other steps (sub-processes, called models, repetitions) are told by what is in
 * them.
 */
function momentsOf(step: LoggedStep, inFrame: boolean): Moment[] {
  const { elementType, enteredAt, leftAt, cancelled, resource } = step;
  if (/task$/i.test(elementType)) return workOf(step);
  const isTold =
    /^(intermediate|boundary)/i.test(elementType) || (inFrame && /(start|end)Event$/i.test(elementType));
  const happened = isTold && leftAt !== null && !cancelled && enteredAt !== null;
  return happened ? [{ at: leftAt, transition: 'complete', resource }] : [];
}

function workOf({ enteredAt, leftAt, cancelled, resource, assignments }: LoggedStep): Moment[] {
  const moments: Moment[] = [];
  // Nobody is at a person's task when it begins; a worker is at its own.
  const beginner = resource?.startsWith('worker:') ? resource : null;
  if (enteredAt) moments.push({ at: enteredAt, transition: 'start', resource: beginner });
  for (const { at, actor, to } of assignments)
    moments.push({
      at: new Date(at),
      ...(to === null ? { transition: 'assign', resource: actor } : { transition: 'reassign', resource: to }),
    });
  if (leftAt) moments.push({ at: leftAt, transition: cancelled ? 'ate_abort' : 'complete', resource });
  return moments;
}

function eventOf(
  step: LoggedStep,
  model: StepModel | null,
  { at, transition, resource }: Moment,
): XesAttribute[] {
  const element = model?.elements.get(step.element);
  const isOver = transition === 'complete';
  return [
    text('concept:name', element?.name || step.element),
    // Several runs through one element are told apart by it.
    text('concept:instance', step.stepId),
    text('lifecycle:transition', transition),
    date('time:timestamp', at),
    ...(resource === null ? [] : [text('org:resource', resource)]),
    ...(element?.role ? [text('org:role', element.role)] : []),
    text('lampid:element', step.element),
    text('lampid:kind', step.elementType),
    ...(model === null
      ? []
      : [text('lampid:process', model.processKey), int('lampid:version', model.version)]),
    ...(isOver && step.outcome !== null ? [text('lampid:outcome', step.outcome)] : []),
    ...(isOver && step.runs > 0 ? [int('lampid:runs', step.runs)] : []),
  ];
}

const text = (key: string, value: string): XesAttribute => ({ type: 'string', key, value });
const int = (key: string, value: number): XesAttribute => ({ type: 'int', key, value });
const date = (key: string, value: Date): XesAttribute => ({ type: 'date', key, value: value.toISOString() });
