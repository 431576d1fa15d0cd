/** Cases as what-if reads them: the steps they took, what was decided, and the facts that were judged. Nobody's name or number is read. */
import type { Facts } from '@lampid/domain/rules/facts';
import type { Severity } from '@lampid/domain/rules/finding';
import type { RecordedStep } from '@lampid/processes/what-if/recorded-case';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

/** Which cases: of one event type, submitted in [from, until), in an area or below it. */
export interface CaseChoice {
  type: string;
  from: Date;
  until: Date;
  under: string;
}

export interface ChosenCase {
  id: string;
  ticket: string;
  areaCode: string;
  status: string;
  /** As PostgreSQL writes it: a Date would lose microseconds, and a page would begin with the last of the page before. */
  submittedAt: string;
}

export type CasePosition = Pick<ChosenCase, 'submittedAt' | 'id'>;

const CHOSEN = `type = $1 and submitted_at >= $2 and submitted_at < $3 and ticket is not null
  and (area_code = $4 or area_code like $4 || '.%')`;

const chosenBy = ({ type, from, until, under }: CaseChoice) => [type, from, until, under];

/** At most `most`. */
export async function countCases(tx: Tx, choice: CaseChoice, most: number): Promise<number> {
  const counted = await row<{ count: number }>(
    tx,
    `select count(*)::int as count from (select 1 from reporting.report where ${CHOSEN} limit $5) as chosen`,
    [...chosenBy(choice), most],
  );
  return counted!.count;
}

/** The next cases in the order in which they were submitted. */
export async function nextCases(
  tx: Tx,
  choice: CaseChoice,
  page: { after: CasePosition | null; limit: number },
): Promise<ChosenCase[]> {
  return rows(
    tx,
    `select id, ticket, area_code as "areaCode", status, submitted_at::text as "submittedAt"
     from reporting.report
     where ${CHOSEN} and ($5::timestamptz is null or (submitted_at, id) > ($5::timestamptz, $6::uuid))
     order by submitted_at, id limit $7`,
    [...chosenBy(choice), page.after?.submittedAt ?? null, page.after?.id ?? null, page.limit],
  );
}

/** Of the case's own process, without those that it called, in the order in which they were entered. */
export async function recordedSteps(
  tx: Tx,
  reportIds: readonly string[],
): Promise<(RecordedStep & { reportId: string })[]> {
  return rows(
    tx,
    `select s.report_id as "reportId", s.step_id as "stepId", split_part(s.element, '#', 1) as element,
       s.left_at is not null and not s.cancelled as left, d.outcome
     from approval.case_step s
     left join approval.task t on t.report_id = s.report_id and t.step_id = s.step_id
     left join approval.decision d on d.report_id = s.report_id and d.task_id = t.task_id
     where s.report_id = any($1::uuid[]) and s.instance_id = s.case_id
     order by s.report_id, s.entered_tx, s.entered_pos, s.step_id`,
    [reportIds],
  );
}

export interface StoredEvaluation {
  reportId: string;
  stepId: string;
  definitionId: string;
  facts: Facts;
  found: { code: string; severity: Severity }[];
}

/** Those whose facts were kept, oldest first. */
export async function recordedEvaluations(tx: Tx, reportIds: readonly string[]): Promise<StoredEvaluation[]> {
  return rows(
    tx,
    `select e.report_id as "reportId", e.step_id as "stepId", e.definition_id as "definitionId", e.facts,
       coalesce(f.found, '[]') as found
     from reporting.evaluation_facts e
     left join lateral (
       select jsonb_agg(jsonb_build_object('code', code, 'severity', severity)) as found
       from reporting.finding where report_id = e.report_id and evaluation = e.evaluation
     ) f on true
     where e.report_id = any($1::uuid[]) order by e.created_at`,
    [reportIds],
  );
}

/** Facts of evaluations that are older than this. Answers how many went. */
export async function forgetOldFacts(tx: Tx, keepDays: number): Promise<number> {
  const gone = await rows(
    tx,
    `delete from reporting.evaluation_facts where ctid = any(array(
       select ctid from reporting.evaluation_facts where created_at < now() - make_interval(days => $1)
       order by created_at limit 10000)) returning 1`,
    [keepDays],
  );
  return gone.length;
}
