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
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  createdAt: Date;
}

const REPLACE = prepared(
  'findings.replace',
  `with former as (
       update reporting.finding set current = false where report_id = $1 and current
     )
     insert into reporting.finding
       (report_id, evaluation, step, definition_id, revision, code, severity, field, message_id, message_en)
     select $1, $2, $3, $4, $5, f.code, f.severity, f.field, f.message->>'id', f.message->>'en'
     from jsonb_to_recordset($6::jsonb) as f (code text, severity text, field text, message jsonb)`,
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
  },
): Promise<void> {
  const { reportId, step, definitionId, revision } = evaluation;
  await tx.query(REPLACE, [
    reportId,
    evaluation.evaluation,
    step,
    definitionId,
    revision,
    JSON.stringify(evaluation.findings),
  ]);
}

const COLUMNS = `id, evaluation, step, definition_id as "definitionId", revision, code, severity, field,
  jsonb_build_object('id', message_id, 'en', message_en) as message, current,
  acknowledged_by as "acknowledgedBy", acknowledged_at as "acknowledgedAt", created_at as "createdAt"`;

/** What the last evaluation found. */
export async function currentFindings(tx: Tx, reportId: string): Promise<StoredFinding[]> {
  return rows(tx, `select ${COLUMNS} from reporting.finding where report_id = $1 and current order by id`, [
    reportId,
  ]);
}

/** Of every evaluation, oldest first. */
export async function allFindings(tx: Tx, reportId: string): Promise<StoredFinding[]> {
  return rows(tx, `select ${COLUMNS} from reporting.finding where report_id = $1 order by id`, [reportId]);
}

/** The decider has seen these warnings (codes). Answers the codes of current W findings that stay unacknowledged. */
export async function acknowledgeFindings(
  tx: Tx,
  acknowledgement: { reportId: string; codes: string[]; by: string },
): Promise<string[]> {
  await tx.query(
    `update reporting.finding set acknowledged_by = $3, acknowledged_at = now()
     where report_id = $1 and current and severity = 'W' and code = any($2::text[]) and acknowledged_by is null`,
    [acknowledgement.reportId, acknowledgement.codes, acknowledgement.by],
  );
  const open = await rows<{ code: string }>(
    tx,
    `select distinct code from reporting.finding
     where report_id = $1 and current and severity = 'W' and acknowledged_by is null`,
    [acknowledgement.reportId],
  );
  return open.map((finding) => finding.code);
}
