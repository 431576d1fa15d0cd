import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

export interface Decision {
  taskId: string;
  reportId: string;
  element: string;
  definitionId: string;
  outcome: string;
  note: string | null;
  /** What else the form of the task held. */
  data: Record<string, unknown>;
  decidedBy: string;
  /** Revision of the report that was decided on (or that the decision made). */
  revision: number;
}

export async function recordDecision(tx: Tx, decision: Decision): Promise<void> {
  await tx.query(
    `insert into approval.decision
       (task_id, report_id, element, definition_id, outcome, note, data, decided_by, revision)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      decision.taskId,
      decision.reportId,
      decision.element,
      decision.definitionId,
      decision.outcome,
      decision.note,
      JSON.stringify(decision.data),
      decision.decidedBy,
      decision.revision,
    ],
  );
}

/** Oldest first. */
export async function decisionsOf(tx: Tx, reportId: string): Promise<(Decision & { decidedAt: Date })[]> {
  return rows(
    tx,
    `select task_id as "taskId", report_id as "reportId", element, definition_id as "definitionId", outcome, note, data,
       decided_by as "decidedBy", decided_at as "decidedAt", revision
     from approval.decision where report_id = $1 order by id`,
    [reportId],
  );
}
