/** One case as the projections have it and as the engine has it, in one shape. */
import type { Tx } from '@lampid/db/data-source';
import { row, rows } from '@lampid/db/kernel/rows';
import type { EnginePort, EngineSnapshot } from '@lampid/engine/engine';

/** Lists are sorted by id. `openInstances` counts the root and what it calls. */
export interface CaseState extends EngineSnapshot {
  openInstances: number;
}

export async function engineTruth(engine: EnginePort, businessKey: string): Promise<CaseState> {
  const { steps, tasks, incidents, running } = await engine.snapshot(businessKey);
  const calling = steps.filter(({ element, endedAt }) => element === 't_call' && endedAt === null);
  return {
    steps: sorted(steps, ({ stepId }) => stepId).map(
      ({ stepId, element, definitionId, startedAt, endedAt, cancelled }) => ({
        ...{ stepId, element, definitionId, startedAt, endedAt, cancelled },
      }),
    ),
    tasks: sorted(tasks, ({ taskId }) => taskId),
    incidents: sorted(incidents, ({ incidentId }) => incidentId),
    running,
    openInstances: (running ? 1 : 0) + calling.length,
  };
}

export async function projectedCase(tx: Tx, reportId: string): Promise<CaseState> {
  const [steps, tasks, incidents, instances] = await Promise.all([
    rows<{
      stepId: string;
      element: string;
      definitionId: string;
      startedAt: Date | null;
      endedAt: Date | null;
      cancelled: boolean;
    }>(
      tx,
      `select step_id as "stepId", element, definition_id as "definitionId", entered_at as "startedAt",
         left_at as "endedAt", cancelled
       from approval.case_step where report_id = $1`,
      [reportId],
    ),
    rows<CaseState['tasks'][number]>(
      tx,
      `select task_id as "taskId", element, candidate_groups as "candidateGroups"
       from approval.task where report_id = $1 and state <> 'ended'`,
      [reportId],
    ),
    rows<CaseState['incidents'][number]>(
      tx,
      `select incident_id as "incidentId", element from approval.incident
       where report_id = $1 and resolved_at is null`,
      [reportId],
    ),
    rows<{ parentId: string | null; open: boolean }>(
      tx,
      `select parent_id as "parentId", ended_at is null as open from approval.case_instance where report_id = $1`,
      [reportId],
    ),
  ]);
  return {
    steps: sorted(steps, ({ stepId }) => stepId).map(({ startedAt, endedAt, ...step }) => ({
      ...{ stepId: step.stepId, element: step.element, definitionId: step.definitionId },
      startedAt: startedAt?.toISOString() ?? 'never',
      endedAt: endedAt?.toISOString() ?? null,
      cancelled: step.cancelled,
    })),
    tasks: sorted(tasks, ({ taskId }) => taskId),
    incidents: sorted(incidents, ({ incidentId }) => incidentId),
    running: instances.some(({ parentId, open }) => parentId === null && open),
    openInstances: instances.filter(({ open }) => open).length,
  };
}

/** Status of the report, and elements in the order that the feed gives; several steps of one element in a row count once. */
export async function enteredPath(tx: Tx, reportId: string): Promise<{ status: string; path: string[] }> {
  const report = await row<{ status: string }>(tx, 'select status from reporting.report where id = $1', [
    reportId,
  ]);
  const steps = await rows<{ element: string }>(
    tx,
    'select element from approval.case_step where report_id = $1 order by entered_tx, entered_pos',
    [reportId],
  );
  const path = steps
    .map(({ element }) => element)
    .filter((element, index, all) => element !== all[index - 1]);
  return { status: report?.status ?? 'unknown', path };
}

function sorted<T>(items: readonly T[], id: (item: T) => string): T[] {
  return [...items].sort((one, other) => (id(one) < id(other) ? -1 : 1));
}
