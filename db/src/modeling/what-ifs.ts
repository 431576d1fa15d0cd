/** Runs of a candidate over cases, as records with a state; every change of state is one compare-and-set. */
import type { Text } from '@lampid/domain/rules/finding';
import type { CaseVerdict } from '@lampid/processes/what-if/recorded-case';
import type { Tx } from '../data-source.js';
import { newId } from '../kernel/new-id.js';
import { row, rows } from '../kernel/rows.js';
import type { CasePosition, ChosenCase } from './what-if-cases.js';

export const WHAT_IF_STATES = ['running', 'done', 'cancelled', 'failed'] as const;
export type WhatIfState = (typeof WHAT_IF_STATES)[number];

/** Names and texts that the results refer to. */
export interface WhatIfTexts {
  /** Names of steps, by id. */
  elements: Record<string, Text>;
  /** By code, as the tables write them. */
  rules: Record<string, { message: Text; legalBasis: string | null }>;
}

/** Numbers of cases by what came out. */
export interface WhatIfCounts {
  same: number;
  otherWay: number;
  otherFindings: number;
  notJudged: number;
}

export interface WhatIfRecord extends WhatIfCounts {
  id: string;
  base: string;
  resources: { name: string; content: string }[];
  processKey: string;
  areaCode: string;
  from: Date;
  until: Date;
  maxCases: number;
  state: WhatIfState;
  attempts: number;
  reached: CasePosition | null;
  /** Null until they were counted. */
  total: number | null;
  texts: WhatIfTexts | null;
  failure: Text | null;
  createdBy: string;
  createdAt: Date;
  endedAt: Date | null;
}

const SUMMARY = `id, base, process_key as "processKey", area_code as "areaCode", submitted_from as "from",
  submitted_until as "until", max_cases as "maxCases", state, attempts, reached, total, same, other_way as "otherWay",
  other_findings as "otherFindings", not_judged as "notJudged", failure, created_by as "createdBy",
  created_at as "createdAt", ended_at as "endedAt"`;

/** Null while another one of theirs runs. */
export async function createWhatIf(
  tx: Tx,
  asked: Pick<
    WhatIfRecord,
    'base' | 'resources' | 'processKey' | 'areaCode' | 'from' | 'until' | 'maxCases' | 'createdBy'
  >,
): Promise<string | null> {
  const created = await row<{ id: string }>(
    tx,
    `insert into modeling.what_if (id, base, resources, process_key, area_code, submitted_from, submitted_until,
       max_cases, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (created_by) where state = 'running' do nothing returning id`,
    [
      ...[newId(), asked.base, JSON.stringify(asked.resources), asked.processKey, asked.areaCode],
      ...[asked.from, asked.until, asked.maxCases, asked.createdBy],
    ],
  );
  return created?.id ?? null;
}

export function findWhatIf(tx: Tx, id: string): Promise<WhatIfRecord | null> {
  return row(tx, `select ${SUMMARY}, resources, texts from modeling.what_if where id = $1`, [id]);
}

/** Newest first, without files and texts. */
export function listWhatIfs(
  tx: Tx,
  query: { createdBy: string; limit: number },
): Promise<Omit<WhatIfRecord, 'resources' | 'texts'>[]> {
  return rows(
    tx,
    `select ${SUMMARY} from modeling.what_if where created_by = $1 order by created_at desc, id limit $2`,
    [query.createdBy, query.limit],
  );
}

/** The one that the loop has to work on: whoever asked first. */
export function whatIfToWorkOn(tx: Tx): Promise<WhatIfRecord | null> {
  return row(
    tx,
    `select ${SUMMARY}, resources, texts from modeling.what_if where state = 'running' order by created_at limit 1`,
  );
}

export async function countAttempt(tx: Tx, id: string): Promise<void> {
  await tx.query('update modeling.what_if set attempts = attempts + 1 where id = $1', [id]);
}

/** False when it was no longer running. */
export async function endWhatIf(
  tx: Tx,
  { id, state, failure }: { id: string; state: Exclude<WhatIfState, 'running'>; failure?: Text },
): Promise<boolean> {
  const ended = await row(
    tx,
    `update modeling.what_if set state = $2, failure = $3, ended_at = now()
     where id = $1 and state = 'running' returning id`,
    [id, state, failure ? JSON.stringify(failure) : null],
  );
  return ended !== null;
}

export async function beginWhatIf(
  tx: Tx,
  { id, total, texts }: { id: string; total: number; texts: WhatIfTexts },
): Promise<void> {
  await tx.query('update modeling.what_if set total = $2, texts = $3 where id = $1', [
    ...[id, total, JSON.stringify(texts)],
  ]);
}

/** What is kept of a case that did not come out the same. */
export interface WhatIfCase {
  ticket: string;
  areaCode: string;
  /** Status of the report when it was looked at. */
  status: string;
  reportId: string;
  verdict: Exclude<CaseVerdict, { kind: 'same' }>;
}

/** A page of cases and how far that is, together: a killed run goes on from there. False when the run was ended meanwhile. */
export async function keepVerdicts(
  tx: Tx,
  id: string,
  verdicts: { report: ChosenCase; verdict: CaseVerdict }[],
): Promise<boolean> {
  const last = verdicts.at(-1)!.report;
  const count = (kind: CaseVerdict['kind']) => verdicts.filter(({ verdict }) => verdict.kind === kind).length;
  const kept = await row<{ before: number }>(
    tx,
    `update modeling.what_if set attempts = 0, reached = $2, same = same + $3, other_way = other_way + $4,
       other_findings = other_findings + $5, not_judged = not_judged + $6
     where id = $1 and state = 'running'
     returning other_way + other_findings + not_judged - $4 - $5 - $6 as before`,
    [
      ...[id, JSON.stringify({ submittedAt: last.submittedAt, id: last.id })],
      ...[count('same'), count('way'), count('findings'), count('not-judged')],
    ],
  );
  if (!kept) return false;
  const different = verdicts.flatMap(({ report, verdict }) =>
    verdict.kind === 'same' ? [] : [{ report, verdict }],
  );
  if (different.length === 0) return true;
  await tx.query(
    `insert into modeling.what_if_case (what_if_id, position, report_id, kind, element, rules, detail)
     select $1, c.position, c."reportId", c.kind, c.element, c.rules, c.detail
     from jsonb_to_recordset($2::jsonb)
       as c (position int, "reportId" uuid, kind text, element text, rules text[], detail jsonb)`,
    [
      id,
      JSON.stringify(
        different.map(({ report, verdict }, index) => ({
          position: kept.before + index + 1,
          reportId: report.id,
          kind: verdict.kind,
          element: 'element' in verdict ? verdict.element : null,
          rules: 'changes' in verdict ? verdict.changes.map(ruleKey) : [],
          detail: { ticket: report.ticket, areaCode: report.areaCode, status: report.status, verdict },
        })),
      ),
    ],
  );
  return true;
}

/** A changed rule as one word: `+E U08`, `-W L17`. */
export function ruleKey(rule: { code: string; severity: string; change: 'added' | 'gone' }): string {
  return `${rule.change === 'added' ? '+' : '-'}${rule.severity} ${rule.code}`;
}

export interface WhatIfGroup {
  kind: 'way' | 'findings' | 'not-judged';
  /** Where the cases part, or what finds something else; null for those that were not judged. */
  element: string | null;
  /** `ruleKey`; null where the model, not a rule, makes the difference. */
  rule: string | null;
  /** Step that followed then; the one that would follow now, and the one where that way would stop. */
  taken: string | null;
  next: string | null;
  stop: string | null;
  /** Why they were not judged, and the fact that was missing. */
  why: string | null;
  fact: string | null;
  cases: number;
}

/** Most groups that are shown; a candidate that is this different wants another look. */
const MOST_GROUPS = 200;

/** The largest first. A case in which several rules differ is in the group of each. */
export function groupsOf(tx: Tx, id: string): Promise<WhatIfGroup[]> {
  return rows(
    tx,
    `select kind, element, rule, detail->'verdict'->>'taken' as taken,
       detail->'verdict'->'predicted'->'path'->>0 as next, detail->'verdict'->'predicted'->>'stop' as stop, detail->'verdict'->'why'->>'code' as why,
       detail->'verdict'->'why'->>'fact' as fact, count(*)::int as cases
     from modeling.what_if_case
     cross join lateral unnest(case when rules = '{}' then array[null] else rules end) as rule
     where what_if_id = $1
     group by 1, 2, 3, 4, 5, 6, 7, 8
     order by kind = 'not-judged', count(*) desc, 1, 2, 3 limit ${MOST_GROUPS}`,
    [id],
  );
}

export interface WhatIfPlace {
  kind: 'way' | 'findings';
  element: string;
  cases: number;
}

/** How many cases part at each step, or find something else there: every case once. */
export function placesOf(tx: Tx, id: string): Promise<WhatIfPlace[]> {
  return rows(
    tx,
    `select kind, element, count(*)::int as cases from modeling.what_if_case
     where what_if_id = $1 and element is not null group by kind, element order by count(*) desc, element`,
    [id],
  );
}

/** In the order in which they were submitted. */
export function casesOf(
  tx: Tx,
  query: {
    id: string;
    kinds: readonly WhatIfGroup['kind'][];
    element: string | null;
    rule: string | null;
    after: number;
    limit: number;
  },
): Promise<(WhatIfCase & { position: number })[]> {
  return rows(
    tx,
    `select position, report_id as "reportId", detail->>'ticket' as ticket, detail->>'areaCode' as "areaCode",
       detail->>'status' as status, detail->'verdict' as verdict
     from modeling.what_if_case
     where what_if_id = $1 and position > $2 and kind = any($3::text[])
       and ($4::text is null or element = $4) and ($5::text is null or $5 = any(rules))
     order by position limit $6`,
    [query.id, query.after, query.kinds, query.element, query.rule, query.limit],
  );
}

/** Ended ones that are older than this, with their cases. */
export async function forgetWhatIfs(tx: Tx, keepDays: number): Promise<void> {
  await tx.query(
    `delete from modeling.what_if where state <> 'running' and created_at < now() - make_interval(days => $1)`,
    [keepDays],
  );
}
