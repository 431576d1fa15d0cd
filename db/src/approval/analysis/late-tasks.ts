/** Tasks of the analysed cases that ended, or stand, after their due time. */
import type { Tx } from '../../data-source.js';
import { rows } from '../../kernel/rows.js';
import { CHOSEN, parametersOf, type AnalysedCases } from './analysed-cases.js';

export interface LateTask {
  taskId: string;
  reportId: string;
  ticket: string;
  areaCode: string;
  /** Version of the model that the task lies in, and of the case's own. */
  definitionId: string;
  caseDefinitionId: string;
  element: string;
  assignee: string | null;
  openedAt: Date;
  dueAt: Date;
  /** The last officer took it; null: nobody has it. */
  claimedAt: Date | null;
  /** They had it from a colleague. */
  wasHanded: boolean;
  /** An officer decided; null: nobody did. */
  decidedAt: Date | null;
  /** Null while it stands. */
  endedAt: Date | null;
  /** An incident of the case stood at some time between the task's opening and its end. */
  hadIncident: boolean;
}

/** The latest first, at most `limit`. */
export function lateTasks(tx: Tx, cases: AnalysedCases, limit: number): Promise<LateTask[]> {
  return rows(
    tx,
    `with ${CHOSEN}
     select t.task_id as "taskId", report_id as "reportId", chosen.ticket, chosen.area_code as "areaCode",
       t.definition_id as "definitionId", chosen.definition_id as "caseDefinitionId", t.element, t.assignee,
       t.opened_at as "openedAt", t.due_at as "dueAt", t.claimed_at as "claimedAt", t.handed_by is not null as "wasHanded", t.ended_at as "endedAt",
       (select min(d.decided_at) from approval.decision d
         where d.report_id = t.report_id and d.task_id = t.task_id) as "decidedAt",
       exists (select from approval.incident i where i.report_id = t.report_id
         and i.opened_at < coalesce(t.ended_at, now()) and coalesce(i.resolved_at, now()) > t.opened_at) as "hadIncident"
     from chosen join approval.task t using (report_id)
     where t.due_at < coalesce(t.ended_at, now())
     order by coalesce(t.ended_at, now()) - t.due_at desc, t.task_id limit $7`,
    [...parametersOf(cases), limit],
  );
}
