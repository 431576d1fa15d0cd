import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

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
  /** In whose stead, when a deputy decided; null otherwise. */
  deputyOf: string | null;
  /** Revision of the report that was decided on (or that the decision made). */
  revision: number;
  /** Of the change that the decider let pass; null where none was decided on. */
  consequences: string | null;
}

export async function recordDecision(tx: Tx, decision: Decision): Promise<void> {
  await tx.query(
    `insert into approval.decision
       (task_id, report_id, element, definition_id, outcome, note, data, decided_by, revision, consequences_sha256, deputy_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
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
      decision.consequences,
      decision.deputyOf,
    ],
  );
}

/** What the last decision on this revision was made on, or null. */
export async function decidedConsequences(
  tx: Tx,
  report: { id: string; revision: number },
): Promise<string | null> {
  const decided = await row<{ sha256: string }>(
    tx,
    `select consequences_sha256 as sha256 from approval.decision
     where report_id = $1 and revision = $2 and consequences_sha256 is not null order by id desc limit 1`,
    [report.id, report.revision],
  );
  return decided?.sha256 ?? null;
}

/** Oldest first. */
export async function decisionsOf(tx: Tx, reportId: string): Promise<(Decision & { decidedAt: Date })[]> {
  return rows(
    tx,
    `select task_id as "taskId", report_id as "reportId", element, definition_id as "definitionId", outcome, note, data,
       decided_by as "decidedBy", deputy_of as "deputyOf", decided_at as "decidedAt", revision, consequences_sha256 as consequences
     from approval.decision where report_id = $1 order by id`,
    [reportId],
  );
}
