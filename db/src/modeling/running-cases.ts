/** Where running cases stand, as the projections know it. */
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import type { MovedStep } from './migration-cases.js';

export interface StandingCase {
  instanceId: string;
  reportId: string;
  ticket: string;
  definitionId: string;
  ended: boolean;
  /** Steps of this instance that have not ended. */
  open: { stepId: string; element: string; deciding: boolean }[];
  /** Elements that were done in it. */
  done: string[];
}

const STANDING = `i.instance_id as "instanceId", i.report_id as "reportId", r.ticket, i.definition_id as "definitionId", i.ended_at is not null as ended,
  coalesce((select jsonb_agg(jsonb_build_object('stepId', s.step_id, 'element', s.element,
      'deciding', coalesce((select t.state = 'deciding' from approval.task t where t.step_id = s.step_id and t.report_id = i.report_id
        and t.state <> 'ended' limit 1), false)) order by s.entered_tx, s.entered_pos)
    from approval.case_step s
    where s.report_id = i.report_id
      and s.instance_id = i.instance_id and s.left_at is null), '[]') as open,
  coalesce((select jsonb_agg(distinct s.element) from approval.case_step s
    where s.report_id = i.report_id
      and s.instance_id = i.instance_id and s.left_at is not null and not s.cancelled), '[]') as done`;

/** By instance id, after `after`. */
export function standingCases(
  tx: Tx,
  query: { definitionId: string; areaCode: string; after: string | null; limit: number },
): Promise<StandingCase[]> {
  return rows(
    tx,
    `select ${STANDING} from approval.case_instance i join reporting.report r on r.id = i.report_id
     where i.definition_id = $1 and i.ended_at is null
       and (r.area_code = $2 or r.area_code like $2 || '.%')
       and ($3::text is null or i.instance_id > $3)
     order by i.instance_id limit $4`,
    [query.definitionId, query.areaCode, query.after, query.limit],
  );
}

/**
 * One case, its open tasks held until the transaction ends: nobody decides one while it is moved. Null for an instance that
 * is none of ours.
 */
export async function holdCase(tx: Tx, instanceId: string): Promise<StandingCase | null> {
  await tx.query(
    `select t.task_id from approval.task t join approval.case_instance i on i.case_id = t.case_id and i.report_id = t.report_id
     where i.instance_id = $1 and t.state <> 'ended' order by t.task_id for update of t`,
    [instanceId],
  );
  return row(
    tx,
    `select ${STANDING} from approval.case_instance i join reporting.report r on r.id = i.report_id
     where i.instance_id = $1`,
    [instanceId],
  );
}

/** The tasks follow at once: between here and the feed's own word an officer would decide by the old version. */
export async function moveTasks(
  tx: Tx,
  moved: { reportId: string; targetId: string; steps: MovedStep[] },
): Promise<void> {
  await tx.query(
    `update approval.task t set definition_id = $1, element = s."to", version = t.version + 1
     from jsonb_to_recordset($2::jsonb) as s ("stepId" text, "to" text)
     where t.report_id = $3 and t.step_id = s."stepId" and t.state <> 'ended'
       and (t.definition_id <> $1 or t.element <> s."to")`,
    [moved.targetId, JSON.stringify(moved.steps), moved.reportId],
  );
}
