/** The replay of a case: its steps in the feed's order, with who did them, what came out and what was found. */
import type { DataSource } from 'typeorm';
import { rows } from '../kernel/rows.js';
import type { Finding } from '@lampid/domain/rules/finding';

export interface HistoryStep {
  stepId: string;
  instanceId: string;
  definitionId: string;
  element: string;
  elementType: string;
  parentStepId: string | null;
  calledInstanceId: string | null;
  enteredAt: Date | null;
  leftAt: Date | null;
  cancelled: boolean;
  /** Of a user task: who has it, had it or decided it. */
  assignee: string | null;
  decision: { outcome: string; note: string | null; decidedBy: string; deputyOf: string | null } | null;
  /** Runs of the worker, failures included, oldest first. */
  attempts: { topic: string; result: string; startedAt: string; endedAt: string; error: string | null }[];
  findings: Finding[];
  incidents: { id: string; kind: string; message: string; openedAt: string; resolvedAt: string | null }[];
}

export async function caseHistory(dataSource: DataSource, reportId: string): Promise<HistoryStep[]> {
  return rows<HistoryStep>(
    dataSource.manager,
    `with attempts as (
       select a.step_id, jsonb_agg(jsonb_build_object('topic', a.topic, 'result', a.result, 'startedAt', a.started_at,
           'endedAt', a.ended_at, 'error', a.error) order by a.id) as list
       from kernel.attempt a where a.report_id = $1 group by a.step_id
     ), judged as (
       -- The log of attempts comes a moment later and may lack the last of them before a crash; facts are written with the findings.
       select step_id, evaluation from reporting.evaluation_facts where report_id = $1
       union select step_id, work_id from kernel.attempt where report_id = $1
     ), findings as (
       select f.evaluation, jsonb_agg(jsonb_build_object('code', f.code, 'severity', f.severity, 'field', f.field,
           'message', jsonb_build_object('id', f.message_id, 'en', f.message_en), 'legalBasis', f.legal_basis,
           'compared', f.compared) order by f.id) as list
       from reporting.finding f where f.report_id = $1 group by f.evaluation
     ), incidents as (
       select i.step_id, jsonb_agg(jsonb_build_object('id', i.incident_id, 'kind', i.kind, 'message', i.message,
           'openedAt', i.opened_at, 'resolvedAt', i.resolved_at) order by i.opened_at) as list
       from approval.incident i where i.report_id = $1 and i.step_id is not null group by i.step_id
     )
     select s.step_id as "stepId", s.instance_id as "instanceId", s.definition_id as "definitionId", s.element,
       s.element_type as "elementType", s.parent_step_id as "parentStepId",
       s.called_instance_id as "calledInstanceId", s.entered_at as "enteredAt", s.left_at as "leftAt", s.cancelled,
       coalesce(d.decided_by, t.assignee, s.assignee) as assignee,
       case when d.id is not null
         then jsonb_build_object('outcome', d.outcome, 'note', d.note, 'decidedBy', d.decided_by,
           'deputyOf', d.deputy_of) end as decision,
       coalesce(attempts.list, '[]') as attempts, coalesce(findings.list, '[]') as findings,
       coalesce(incidents.list, '[]') as incidents
     from approval.case_step s
     left join approval.task t on t.report_id = s.report_id and t.step_id = s.step_id
     left join lateral (
       select * from approval.decision d where d.report_id = t.report_id and d.task_id = t.task_id order by d.id desc limit 1
     ) d on true
     left join attempts on attempts.step_id = s.step_id
     left join lateral (
       select jsonb_agg(entry) as list
       from judged j join findings f using (evaluation) cross join jsonb_array_elements(f.list) entry
       where j.step_id = s.step_id
     ) findings on true
     left join incidents on incidents.step_id = s.step_id
     where s.report_id = $1
     order by s.entered_tx, s.entered_pos, s.step_id`,
    [reportId],
  );
}

export interface AuditRow {
  id: string;
  at: Date;
  actor: string;
  action: string;
  reportId: string | null;
  object: string | null;
  detail: Record<string, unknown>;
}

/** Bound on what one case can have in its audit; the latest are left off. */
const MOST_ACTS = 5_000;

/** Of one case, oldest first. */
export async function auditOfReport(dataSource: DataSource, reportId: string): Promise<AuditRow[]> {
  return rows(
    dataSource.manager,
    `select id, at, actor, action, report_id as "reportId", object, detail from kernel.audit
     where report_id = $1 order by id limit ${MOST_ACTS}`,
    [reportId],
  );
}

/** Newest first. */
export async function listAudit(
  dataSource: DataSource,
  query: {
    reportId?: string | undefined;
    actor?: string | undefined;
    action?: string | undefined;
    /** Id of the last row seen. */
    before: string | null;
    limit: number;
  },
): Promise<AuditRow[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ['true'];
  if (query.reportId) conditions.push(`report_id = ${bind(query.reportId)}`);
  if (query.actor) conditions.push(`actor = ${bind(query.actor)}`);
  if (query.action) conditions.push(`action = ${bind(query.action)}`);
  if (query.before) conditions.push(`id < ${bind(query.before)}::bigint`);
  return rows(
    dataSource.manager,
    `select id, at, actor, action, report_id as "reportId", object, detail from kernel.audit
     where ${conditions.join(' and ')} order by id desc limit ${bind(query.limit)}`,
    parameters,
  );
}
