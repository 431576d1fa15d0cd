import { movesOf } from '@lampid/db/modeling/migration-cases';
import { caseHistory, type HistoryStep } from '@lampid/db/reporting/queries-history';
import type { z } from 'zod';
import type { Deps } from '../deps.js';
import type { Caller } from '../identity/authorize.js';
import { namesOfElement, readableByIds } from '../modeling/element-names.js';
import type { KnownDefinition } from '../modeling/definitions.js';
import { findReportToShow } from './read-report.js';
import type { historyItemSchema, historySchema } from './report-schemas.js';

/** The case step by step, from our own projection: the engine may have forgotten it. @throws Problem 404 */
export async function readHistory(
  deps: Deps,
  input: { caller: Caller; id: string },
): Promise<z.input<typeof historySchema>> {
  await findReportToShow(deps.db, input.caller, input.id);
  return historyOf(deps, input.id);
}

/** Of any case, by its business key; who may see it is the caller's to check. */
export async function historyOf(
  deps: Pick<Deps, 'db' | 'definitions'>,
  id: string,
): Promise<z.input<typeof historySchema>> {
  const [steps, moves] = await Promise.all([caseHistory(deps.db, id), movesOf(deps.db.manager, id)]);
  const definitions = await readableByIds(deps.definitions, [
    ...steps.map((step) => step.definitionId),
    ...moves.flatMap(({ sourceId, targetId }) => [sourceId, targetId]),
  ]);
  return {
    items: steps.map((step) => historyItem(step, definitions.get(step.definitionId) ?? null)),
    definitions: [...definitions.values()].flatMap((definition) =>
      definition
        ? [
            {
              definitionId: definition.definitionId,
              processKey: definition.processKey,
              version: definition.version,
              names: definition.names,
            },
          ]
        : [],
    ),
    moves: moves.map(({ at, by, sourceId, targetId, steps: moved }) => ({
      ...{ at: at.toISOString(), by, sourceId, targetId },
      steps: moved.map((step) => ({
        ...step,
        fromNames: namesOfElement(definitions.get(sourceId), step.from),
      })),
    })),
  };
}

function historyItem(
  step: HistoryStep,
  definition: KnownDefinition | null,
): z.input<typeof historyItemSchema> {
  const element = definition?.elements.get(step.element);
  const names = namesOfElement(definition, step.element);
  const { stepId, instanceId, definitionId, parentStepId, calledInstanceId, cancelled } = step;
  return {
    ...{ stepId, instanceId, definitionId, parentStepId, calledInstanceId, cancelled },
    element: step.element,
    name: names.id,
    names,
    kind: step.elementType,
    start: step.enteredAt?.toISOString() ?? null,
    end: step.leftAt?.toISOString() ?? null,
    actor: actorOf(step),
    outcome: step.decision?.outcome ?? step.attempts.at(-1)?.result ?? null,
    outcomeLabel: (step.decision && element?.labels[step.decision.outcome]) ?? null,
    deputyOf: step.decision?.deputyOf ?? null,
    note: step.decision?.note ?? null,
    findings: step.findings,
    processKey: definition?.processKey ?? '',
    lane: element?.lane ?? null,
    attempts: step.attempts,
    incidents: step.incidents,
  };
}

function actorOf(step: HistoryStep): string | null {
  const worker = step.attempts.at(-1);
  return step.decision?.decidedBy ?? step.assignee ?? (worker ? `worker:${worker.topic}` : null);
}
