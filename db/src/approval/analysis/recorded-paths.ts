/** The recorded ways of the analysed cases, as the check against their models reads them. */
import type { Tx } from '../../data-source.js';
import { rows } from '../../kernel/rows.js';
import { CHOSEN, parametersOf, type AnalysedCases } from './analysed-cases.js';

export interface AnalysedCase {
  reportId: string;
  ticket: string;
  areaCode: string;
  definitionId: string;
  submittedAt: Date;
  /** From its beginning to its end; null while it runs. */
  seconds: number | null;
}

/** Newest first. */
export function analysedCases(tx: Tx, cases: AnalysedCases): Promise<AnalysedCase[]> {
  return rows(
    tx,
    `with ${CHOSEN}
     select report_id as "reportId", ticket, area_code as "areaCode", definition_id as "definitionId",
       submitted_at as "submittedAt", extract(epoch from ended_at - started_at)::float8 as seconds
     from chosen order by submitted_at desc, report_id desc`,
    parametersOf(cases),
  );
}

export interface PathRow {
  reportId: string;
  /** The root first. */
  instances: { instanceId: string; definitionId: string; ended: 'completed' | 'cancelled' | null }[];
  /** In the order of the feed; instants are epoch ms. */
  steps: {
    stepId: string;
    instanceId: string;
    definitionId: string;
    element: string;
    elementType: string;
    parentStepId: string | null;
    enteredAt: number | null;
    leftAt: number | null;
    cancelled: boolean;
  }[];
}

const ms = (instant: string) => `extract(epoch from ${instant}) * 1000`;

/** In no order. */
export function recordedPaths(tx: Tx, reportIds: string[]): Promise<PathRow[]> {
  return rows(
    tx,
    `select wanted.id as "reportId",
       (select json_agg(json_build_object('instanceId', i.instance_id, 'definitionId', i.definition_id,
           'ended', i.how) order by i.parent_id nulls first, i.started_at)
         from approval.case_instance i where i.report_id = wanted.id) as instances,
       coalesce((select json_agg(json_build_object('stepId', s.step_id, 'instanceId', s.instance_id,
           'definitionId', s.definition_id, 'element', s.element, 'elementType', s.element_type,
           'parentStepId', s.parent_step_id, 'enteredAt', ${ms('s.entered_at')}, 'leftAt', ${ms('s.left_at')},
           'cancelled', s.cancelled) order by s.entered_tx, s.entered_pos, s.step_id)
         from approval.case_step s where s.report_id = wanted.id), '[]') as steps
     from unnest($1::uuid[]) as wanted (id)`,
    [reportIds],
  );
}
