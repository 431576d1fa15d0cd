import type { Pool } from 'pg';
import { EngineError, type EngineSnapshot } from '../engine.js';
import { elementOf } from './engine-terms.js';

/** Everything the engine knows about one case, called processes included, read in one consistent snapshot. */
export async function takeSnapshot(pool: Pool, businessKey: string): Promise<EngineSnapshot> {
  const { rows } = await pool
    .query<{ snapshot: EngineSnapshot | null }>(
      `with root as (
         select id_ as id, end_time_ is null as running from act_hi_procinst
         where business_key_ = $1 and super_process_instance_id_ is null
       ), instance as (
         select i.id_ as id from act_hi_procinst i join root on i.root_proc_inst_id_ = root.id
       )
       select json_build_object(
         'running', root.running,
         'steps', coalesce((select json_agg(json_build_object(
             'stepId', a.id_, 'element', a.act_id_, 'definitionId', a.proc_def_id_,
             'startedAt', to_char(a.start_time_, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'endedAt', to_char(a.end_time_, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'cancelled', a.act_inst_state_ = 2) order by a.start_time_, a.sequence_counter_, a.id_)
           from act_hi_actinst a where a.root_proc_inst_id_ = root.id), '[]'),
         'tasks', coalesce((select json_agg(json_build_object(
             'taskId', t.id_, 'element', t.task_def_key_,
             'candidateGroups', array(select l.group_id_ from act_ru_identitylink l
                where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null order by 1)) order by t.id_)
           from act_ru_task t where t.proc_inst_id_ in (select id from instance)), '[]'),
         'incidents', coalesce((select json_agg(json_build_object(
             'incidentId', n.id_, 'element', coalesce(n.failed_activity_id_, n.activity_id_)) order by n.id_)
           from act_ru_incident n where n.proc_inst_id_ in (select id from instance) and n.cause_incident_id_ = n.id_), '[]')
       ) as snapshot from root`,
      [businessKey],
    )
    .catch((cause: unknown) => {
      throw new EngineError('unavailable', `The engine's database failed: ${(cause as Error).message}`, {
        cause,
      });
    });
  const snapshot = rows[0]?.snapshot;
  if (!snapshot) throw new EngineError('not-found', 'No case with this business key');
  return {
    running: snapshot.running,
    steps: snapshot.steps.map((step) => ({ ...step, element: elementOf(step.element) })),
    tasks: snapshot.tasks.map((task) => ({ ...task, element: elementOf(task.element) })),
    incidents: snapshot.incidents.map((incident) => ({ ...incident, element: elementOf(incident.element) })),
  };
}
