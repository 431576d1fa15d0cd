import type { Facts } from '@lampid/domain/rules/facts';
import type { Finding } from '@lampid/domain/rules/finding';
import type { Tx } from '../data-source.js';
import { prepared } from '../kernel/prepared.js';
import { rows } from '../kernel/rows.js';

export interface StoredFinding extends Finding {
  id: string;
  /** Work id of the evaluation, `register`, `check`. */
  evaluation: string;
  /** Element of the model that evaluated. */
  step: string;
  definitionId: string;
  revision: number;
  current: boolean;
  /** Version of the model and tables that judged; null for one that is no longer known. */
  version: number | null;
  /** Who let it pass: the decider who acknowledged a warning, or decided in spite of a doubt or lateness. */
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  acknowledgedReason: string | null;
  createdAt: Date;
}

const REPLACE = prepared(
  'findings.replace',
  `with former as (
       update reporting.finding set current = false where report_id = $1 and current
     ), facts as (
       insert into reporting.evaluation_facts (report_id, evaluation, step_id, definition_id, facts)
       select $1, $2, $7::text, $4, $8::jsonb where $7::text is not null
     )
     insert into reporting.finding
       (report_id, evaluation, step, definition_id, revision, code, severity, field, message_id, message_en,
        legal_basis, compared)
     select $1, $2, $3, $4, $5, f.code, f.severity, f.field, f.message->>'id', f.message->>'en', f."legalBasis",
       coalesce(f.compared, '[]')
     from jsonb_to_recordset($6::jsonb)
       as f (code text, severity text, field text, message jsonb, "legalBasis" text, compared jsonb)`,
);

/** Keeps what an evaluation found. Earlier findings of the report stay, no longer current. */
export async function replaceFindings(
  tx: Tx,
  evaluation: {
    reportId: string;
    evaluation: string;
    step: string;
    definitionId: string;
    revision: number;
    findings: Finding[];
    /** What the tables compared, when tables judged. */
    judged?: { stepId: string; facts: Facts };
  },
): Promise<void> {
  const { reportId, step, definitionId, revision, judged } = evaluation;
  await tx.query(REPLACE, [
    reportId,
    evaluation.evaluation,
    step,
    definitionId,
    revision,
    JSON.stringify(evaluation.findings),
    judged?.stepId ?? null,
    judged ? JSON.stringify(judged.facts) : null,
  ]);
}

const COLUMNS = `f.id, evaluation, step, f.definition_id as "definitionId", revision, code, severity, field,
  jsonb_build_object('id', message_id, 'en', message_en) as message, legal_basis as "legalBasis", compared, current,
  d.version, acknowledged_by as "acknowledgedBy", acknowledged_at as "acknowledgedAt",
  acknowledged_reason as "acknowledgedReason", created_at as "createdAt"`;
const FROM = 'reporting.finding f left join modeling.definition d on d.definition_id = f.definition_id';

/** What the last evaluation found. */
export async function currentFindings(tx: Tx, reportId: string): Promise<StoredFinding[]> {
  return rows(tx, `select ${COLUMNS} from ${FROM} where report_id = $1 and current order by f.id`, [
    reportId,
  ]);
}

/** Of every evaluation, oldest first. */
export async function allFindings(tx: Tx, reportId: string): Promise<StoredFinding[]> {
  return rows(tx, `select ${COLUMNS} from ${FROM} where report_id = $1 order by f.id`, [reportId]);
}

export interface CleanJudging {
  /** Element of the model that evaluated. */
  step: string;
  definitionId: string;
  at: Date;
}

/**
 * When rules judged the report and found nothing: such an evaluation leaves no finding to tell of it. Its facts do, until they are too old to be
 * kept; of those before, the worker's own log of its attempts. Oldest first.
 */
export async function cleanJudgings(tx: Tx, reportId: string): Promise<CleanJudging[]> {
  return rows(
    tx,
    `with judged as (
       select evaluation, step_id, created_at as at from reporting.evaluation_facts where report_id = $1
       union all
       select work_id, step_id, min(ended_at) from kernel.attempt a
       where report_id = $1 and topic = 'validate-report' and result in ('complete', 'repeated')
         and not exists (select from reporting.evaluation_facts f where f.report_id = $1 and f.evaluation = a.work_id)
       group by 1, 2
     )
     select s.element as step, s.definition_id as "definitionId", j.at
     from judged j join approval.case_step s on s.report_id = $1 and s.step_id = j.step_id
     where not exists (select from reporting.finding f where f.report_id = $1 and f.evaluation = j.evaluation)
     order by j.at`,
    [reportId],
  );
}

/**
 * The decider lets the report pass: has seen these warnings (codes), and decides in spite of what is late or doubtful, where the
 * last decider counts. Answers the codes of current W findings that stay unacknowledged.
 */
export async function acknowledgeFindings(
  tx: Tx,
  acknowledgement: { reportId: string; codes: string[]; by: string; reason: string | null },
): Promise<string[]> {
  await tx.query(
    `update reporting.finding set acknowledged_by = $3, acknowledged_at = now(), acknowledged_reason = $4
     where report_id = $1 and current
       and (severity in ('A', 'L') or severity = 'W' and code = any($2::text[]) and acknowledged_by is null)`,
    [acknowledgement.reportId, acknowledgement.codes, acknowledgement.by, acknowledgement.reason],
  );
  const open = await rows<{ code: string }>(
    tx,
    `select distinct code from reporting.finding
     where report_id = $1 and current and severity = 'W' and acknowledged_by is null`,
    [acknowledgement.reportId],
  );
  return open.map((finding) => finding.code);
}
