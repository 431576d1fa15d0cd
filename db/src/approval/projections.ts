/**
 * The projections that queues, case pages and replay read: folded from the engine's feed, which is at least once. Every
 * statement merges, so that applying events again, or the halves of a step in either order, ends in the same rows.
 */
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import { ENDED_STATUSES } from '@lampid/domain/report-status';
import type {
  ProjectedIncident,
  ProjectedInstance,
  ProjectedReport,
  ProjectedStep,
  ProjectedTask,
  ProjectionBatch,
} from './projection-batch.js';

/** A step that ended, with both ends known. */
export interface FinishedStep {
  definitionId: string;
  element: string;
  seconds: number;
}

/** In the transaction that moves the cursor. Tasks go before reports, as decisions lock them: nobody waits in a circle. */
export async function applyBatch(tx: Tx, batch: ProjectionBatch): Promise<FinishedStep[]> {
  if (batch.instances.length > 0) await applyInstances(tx, batch.instances);
  const finished = batch.steps.length > 0 ? await applySteps(tx, batch.steps) : [];
  if (batch.tasks.length > 0) await applyTasks(tx, batch.tasks);
  if (batch.incidents.length > 0) await applyIncidents(tx, batch.incidents);
  if (batch.reports.length > 0) await applyReports(tx, batch.reports);
  if (batch.definedCases.length > 0) await followVersions(tx, batch.definedCases);
  return finished;
}

async function applyInstances(tx: Tx, instances: ProjectedInstance[]): Promise<void> {
  await tx.query(
    `insert into approval.case_instance as known
       (instance_id, case_id, parent_id, report_id, definition_id, process_key, defined_tx, defined_pos, started_at,
        ended_at, how)
     select i."instanceId", i."caseId", i."parentId", i."reportId", i."definitionId", i."processKey",
       (i.defined->>'tx')::numeric, (i.defined->>'pos')::bigint, i."startedAt", i."endedAt", i.how
     from jsonb_to_recordset($1::jsonb) as i ("instanceId" text, "caseId" text, "parentId" text, "reportId" uuid,
       "definitionId" text, "processKey" text, defined jsonb, "startedAt" timestamptz, "endedAt" timestamptz, how text)
     order by 1
     on conflict (instance_id) do update set
       parent_id = coalesce(known.parent_id, excluded.parent_id),
       report_id = coalesce(known.report_id, excluded.report_id),
       started_at = coalesce(known.started_at, excluded.started_at),
       ended_at = coalesce(known.ended_at, excluded.ended_at),
       how = coalesce(known.how, excluded.how),
       (definition_id, process_key, defined_tx, defined_pos) = (
         select l.definition_id, l.process_key, l.defined_tx, l.defined_pos from (values
           (known.definition_id, known.process_key, known.defined_tx, known.defined_pos),
           (excluded.definition_id, excluded.process_key, excluded.defined_tx, excluded.defined_pos)
         ) as l (definition_id, process_key, defined_tx, defined_pos)
         order by l.defined_tx desc, l.defined_pos desc limit 1)`,
    [JSON.stringify(instances)],
  );
}

async function applySteps(tx: Tx, steps: ProjectedStep[]): Promise<FinishedStep[]> {
  const merged = await rows<FinishedStep & { stepId: string }>(
    tx,
    `insert into approval.case_step as known
       (step_id, case_id, instance_id, report_id, definition_id, element, element_type, parent_step_id,
        called_instance_id, entered_at, entered_tx, entered_pos, defined_tx, defined_pos, left_at, cancelled, assignee)
     select s."stepId", s."caseId", s."instanceId", s."reportId", s."definitionId", s.element, s."elementType",
       s."parentStepId", s."calledInstanceId", s."enteredAt", coalesce((s.entered->>'tx')::numeric, 0),
       coalesce((s.entered->>'pos')::bigint, 0), (s.defined->>'tx')::numeric, (s.defined->>'pos')::bigint, s."leftAt",
       s.cancelled, s.assignee
     from jsonb_to_recordset($1::jsonb) as s ("stepId" text, "caseId" text, "instanceId" text, "reportId" uuid,
       "definitionId" text, element text, "elementType" text, "parentStepId" text, "calledInstanceId" text,
       "enteredAt" timestamptz, entered jsonb, defined jsonb, "leftAt" timestamptz, cancelled boolean, assignee text)
     order by 1
     on conflict (step_id) do update set
       report_id = coalesce(known.report_id, excluded.report_id),
       element_type = case known.element_type when '' then excluded.element_type else known.element_type end,
       parent_step_id = coalesce(known.parent_step_id, excluded.parent_step_id),
       called_instance_id = coalesce(known.called_instance_id, excluded.called_instance_id),
       entered_tx = case when known.entered_at is null then excluded.entered_tx else known.entered_tx end,
       entered_pos = case when known.entered_at is null then excluded.entered_pos else known.entered_pos end,
       entered_at = coalesce(known.entered_at, excluded.entered_at),
       left_at = coalesce(known.left_at, excluded.left_at),
       cancelled = known.cancelled or excluded.cancelled,
       assignee = coalesce(known.assignee, excluded.assignee),
       (definition_id, element, defined_tx, defined_pos) = (
         select l.definition_id, l.element, l.defined_tx, l.defined_pos from (values
           (known.definition_id, known.element, known.defined_tx, known.defined_pos),
           (excluded.definition_id, excluded.element, excluded.defined_tx, excluded.defined_pos)
         ) as l (definition_id, element, defined_tx, defined_pos)
         order by l.defined_tx desc, l.defined_pos desc limit 1)
     returning known.step_id as "stepId", known.definition_id as "definitionId", known.element,
       extract(epoch from known.left_at - known.entered_at)::float8 as seconds`,
    [JSON.stringify(steps)],
  );
  const leftNow = new Set(steps.flatMap((step) => (step.leftAt === null ? [] : [step.stepId])));
  return merged.filter((step) => step.seconds !== null && leftNow.has(step.stepId));
}

async function applyTasks(tx: Tx, tasks: ProjectedTask[]): Promise<void> {
  await tx.query(
    `insert into approval.task as known
       (task_id, step_id, case_id, report_id, definition_id, element, candidate_groups, due_at, told_tx, told_pos,
        opened_at, ended_at, state)
     select t."taskId", t."stepId", t."caseId", t."reportId", t."definitionId", t.element,
       array(select jsonb_array_elements_text(coalesce(t.told->'candidateGroups', '[]'))),
       (t.told->>'dueAt')::timestamptz, coalesce((t.told->'order'->>'tx')::numeric, 0),
       coalesce((t.told->'order'->>'pos')::bigint, 0), t."openedAt", t."endedAt",
       case when t."endedAt" is null then 'open' else 'ended' end
     from jsonb_to_recordset($1::jsonb) as t ("taskId" text, "stepId" text, "caseId" text, "reportId" uuid,
       "definitionId" text, element text, told jsonb, "openedAt" timestamptz, "endedAt" timestamptz)
     order by 1
     on conflict (task_id) do update set
       report_id = coalesce(known.report_id, excluded.report_id),
       opened_at = least(known.opened_at, excluded.opened_at),
       ended_at = coalesce(known.ended_at, excluded.ended_at),
       state = case when excluded.state = 'ended' then 'ended' else known.state end,
       (candidate_groups, due_at, definition_id, element, told_tx, told_pos) = (
         select l.candidate_groups, l.due_at, l.definition_id, l.element, l.told_tx, l.told_pos from (values
           (known.candidate_groups, known.due_at, known.definition_id, known.element, known.told_tx, known.told_pos),
           (excluded.candidate_groups, excluded.due_at, excluded.definition_id, excluded.element, excluded.told_tx,
            excluded.told_pos)
         ) as l (candidate_groups, due_at, definition_id, element, told_tx, told_pos)
         order by l.told_tx desc, l.told_pos desc limit 1)`,
    [JSON.stringify(tasks)],
  );
}

async function applyIncidents(tx: Tx, incidents: ProjectedIncident[]): Promise<void> {
  await tx.query(
    `insert into approval.incident as known
       (incident_id, case_id, report_id, step_id, element, definition_id, kind, message, opened_at, resolved_at)
     select i."incidentId", i."caseId", i."reportId", i."stepId", i.element, i."definitionId", i.kind, i.message,
       i."openedAt", i."resolvedAt"
     from jsonb_to_recordset($1::jsonb) as i ("incidentId" text, "caseId" text, "reportId" uuid, "stepId" text,
       element text, "definitionId" text, kind text, message text, "openedAt" timestamptz, "resolvedAt" timestamptz)
     order by 1
     on conflict (incident_id) do update set
       step_id = coalesce(known.step_id, excluded.step_id),
       kind = case known.kind when '' then excluded.kind else known.kind end,
       message = case known.message when '' then excluded.message else known.message end,
       opened_at = least(known.opened_at, excluded.opened_at),
       resolved_at = coalesce(known.resolved_at, excluded.resolved_at)`,
    [JSON.stringify(incidents)],
  );
}

/** A step sets the status only when it is later in the feed than the one that set the present status. */
async function applyReports(tx: Tx, reports: ProjectedReport[]): Promise<void> {
  await tx.query(
    `with told as (
       select r."reportId" as id, r."caseId" as case_id, r."definitionId" as definition_id,
         r.status->>'value' as status, (r.status->'order'->>'tx')::numeric as tx,
         (r.status->'order'->>'pos')::bigint as pos, (r.status->>'at')::timestamptz as at, r."abandonedAt" as abandoned_at
       from jsonb_to_recordset($1::jsonb) as r ("reportId" uuid, "caseId" text, "definitionId" text, status jsonb,
         "abandonedAt" timestamptz)
     ), held as (
       -- In the order of the keys, so that two writers of many reports cannot wait for each other.
       select r.id from reporting.report r join told using (id) order by r.id for update of r
     ), judged as (
       select told.*, coalesce((told.tx, told.pos) > (r.status_order_tx, r.status_order_pos), false) as newer,
         r.status as before
       from told join held using (id) join reporting.report r using (id)
     ), final as (
       select *, case when newer then status else before end as after from judged
     )
     update reporting.report r set
       case_id = coalesce(final.case_id, r.case_id),
       definition_id = coalesce(final.definition_id, r.definition_id),
       status = case when final.abandoned_at is not null and final.after <> all($2::text[]) then 'cancelled'
                else final.after end,
       status_order_tx = case when final.newer then final.tx else r.status_order_tx end,
       status_order_pos = case when final.newer then final.pos else r.status_order_pos end,
       ended_at = case
         when final.newer and final.after = any($2::text[]) then final.at
         when final.abandoned_at is not null then coalesce(r.ended_at, final.abandoned_at)
         when final.newer then null
         else r.ended_at end,
       version = r.version + 1
     from final
     where r.id = final.id
       and (final.newer or final.abandoned_at is not null or (final.case_id is not null and r.case_id is null))`,
    [JSON.stringify(reports), ENDED_STATUSES],
  );
}

/** The version of a case is that of its root instance, which the feed's order has settled: told again, it stays the same. */
async function followVersions(tx: Tx, caseIds: string[]): Promise<void> {
  await tx.query(
    `with held as (
       select r.id, i.definition_id from approval.case_instance i join reporting.report r on r.id = i.report_id
       where i.instance_id = any($1::text[]) and r.definition_id is distinct from i.definition_id
       order by r.id for update of r
     )
     update reporting.report r set definition_id = held.definition_id, version = r.version + 1
     from held where r.id = held.id`,
    [caseIds],
  );
}
