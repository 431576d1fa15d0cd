/** Lists of reports, and what a report's page needs from several contexts at once. */
import type { DataSource } from 'typeorm';
import type { Tx } from '../data-source.js';
import { CASE_VIEWED } from '../kernel/case-views.js';
import { row, rows } from '../kernel/rows.js';
import { OPEN_STATUSES, type ReportStatus } from '@lampid/domain/report-status';

export interface ReportListRow {
  id: string;
  ticket: string | null;
  type: string;
  status: ReportStatus;
  title: string;
  areaCode: string;
  eventDate: string | null;
  createdBy: string;
  createdAt: Date;
  submittedAt: Date | null;
  endedAt: Date | null;
  /** Of the sorted column, to the microsecond, for cursors. */
  position: string;
}

export const REPORT_SORTS = {
  createdAt: 'r.created_at',
  submittedAt: `coalesce(r.submitted_at, 'infinity')`,
  endedAt: `coalesce(r.ended_at, 'infinity')`,
} as const;

export type ReportSort = keyof typeof REPORT_SORTS;

export interface ReportQuery {
  /** Everything in and below these areas. */
  areaCodes: readonly string[];
  type?: string | undefined;
  statuses?: string[] | undefined;
  /** LIKE pattern over names and ticket (both in `search_text`), lower case. */
  pattern?: string | undefined;
  /** Those in each of these lists only. */
  among?: readonly (readonly string[])[] | undefined;
  /** A NIK or KK number that stands in the report. */
  number?: string | undefined;
  createdBy?: string | undefined;
  /** Made by one of them, or anything but looked at: with so many that they are found on the way. */
  actors?: readonly string[] | undefined;
  /** Submitted at this instant or later, and before that one. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Drafts are their maker's own. */
  draftsOf: string;
  sort: ReportSort;
  descending: boolean;
  after: { position: string; id: string } | null;
  limit: number;
}

export async function listReports(dataSource: DataSource, query: ReportQuery): Promise<ReportListRow[]> {
  const column = REPORT_SORTS[query.sort];
  const direction = query.descending ? 'desc' : 'asc';
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  // '/' follows '.' in ASCII: codes below an area lie between the two (the column sorts by byte).
  const within = (code: string) =>
    `r.area_code = ${code} or (r.area_code > ${code} || '.' and r.area_code < ${code} || '/')`;
  const conditions = [`(${query.areaCodes.map((code) => within(bind(code))).join(' or ')})`];
  conditions.push(`(r.status <> 'draft' or r.created_by = ${bind(query.draftsOf)})`);
  if (query.type) conditions.push(`r.type = ${bind(query.type)}`);
  if (query.statuses) conditions.push(`r.status = any(${bind(query.statuses)}::text[])`);
  if (query.createdBy) conditions.push(`r.created_by = ${bind(query.createdBy)}`);
  if (query.pattern) conditions.push(`r.search_text like ${bind(query.pattern)}`);
  for (const ids of query.among ?? []) conditions.push(`r.id = any(${bind(ids)}::uuid[])`);
  // In the order of submission by what that order's index holds: else it would be read from its beginning.
  const submitted = query.sort === 'submittedAt' ? column : 'r.submitted_at';
  if (query.from) conditions.push(`${submitted} >= ${bind(query.from)} and r.submitted_at is not null`);
  if (query.until) conditions.push(`${submitted} < ${bind(query.until)}`);
  if (query.actors) {
    const actors = `any(${bind(query.actors)}::text[])`;
    conditions.push(
      // Asked once, by the actor's index.
      `(r.created_by = ${actors} or r.id in (select a.report_id from kernel.audit a
         where a.actor = ${actors} and a.report_id is not null and a.action <> '${CASE_VIEWED}'))`,
    );
  }
  if (query.number)
    conditions.push(`reporting.numbers_in(r.data) @> jsonb_build_array(${bind(query.number)}::text)
      and r.submitted_at is not null`);
  if (query.after) {
    const position = `(${bind(query.after.position)}::timestamptz, ${bind(query.after.id)}::uuid)`;
    conditions.push(`(${column}, r.id) ${query.descending ? '<' : '>'} ${position}`);
  }
  return rows<ReportListRow>(
    dataSource.manager,
    `select r.id, r.ticket, r.type, r.status, r.title, r.area_code as "areaCode", r.event_date as "eventDate",
       r.created_by as "createdBy", r.created_at as "createdAt", r.submitted_at as "submittedAt",
       r.ended_at as "endedAt", ${column}::text as position
     from reporting.report r where ${conditions.join(' and ')}
     order by ${column} ${direction}, r.id ${direction} limit ${bind(query.limit)}`,
    parameters,
  );
}

/** Acts and reports of somebody who did little. */
const FEW_ACTS = 2_000;

/**
 * Reports that one of them made, or did anything with but look; null where these are many. A list in its own order finds one of many soon, and would
 * go through the whole city for few.
 */
export async function reportsOfActors(
  dataSource: DataSource,
  actors: readonly string[],
): Promise<string[] | null> {
  const found = await rows<{ id: string; many: boolean }>(
    dataSource.manager,
    `with made as materialized (
       select id from reporting.report where created_by = any($1::text[]) limit $2
     ), acted as materialized (
       select report_id as id from kernel.audit
       where actor = any($1::text[]) and report_id is not null and action <> '${CASE_VIEWED}' limit $2
     )
     select id, greatest((select count(*) from made), (select count(*) from acted)) = $2 as many
     from (select id from made union select id from acted) as either`,
    [actors, FEW_ACTS],
  );
  return found[0]?.many ? null : found.map(({ id }) => id);
}

/** Reports that gave a deed or a move letter this number, void ones too; none for what is no such number. */
export async function reportsOfNumber(dataSource: DataSource, number: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    dataSource.manager,
    `select report_id as id from registry.deed where number = $1
     union select report_id from registry.move_letter where number = $1`,
    [number.trim().toUpperCase()],
  );
  return found.map(({ id }) => id);
}

/** Cases that are not at their end, for metrics: the ended ones grow for ever and are counted as they end. */
export async function countRunningReports(
  dataSource: DataSource,
): Promise<{ type: string; status: string; count: number }[]> {
  return rows(
    dataSource.manager,
    `select type, status, count(*)::int as count from reporting.report
     where status = any($1::text[])
     group by type, status`,
    [['draft', ...OPEN_STATUSES]],
  );
}

export interface IssuedDocumentRow {
  id: string;
  kind: string;
  number: string | null;
  status: 'valid' | 'void';
  /** The signed file exists: somebody has opened it. */
  signed: boolean;
  issuedAt: Date;
  /** Null: it waits at the counter. */
  handedOverAt: Date | null;
}

export async function issuedDocuments(
  dataSource: DataSource,
  reportId: string,
): Promise<IssuedDocumentRow[]> {
  return rows(
    dataSource.manager,
    `select id, kind, number, status, file_sha256 is not null as signed, issued_at as "issuedAt",
       handed_over_at as "handedOverAt"
     from registry.document where report_id = $1 order by issued_at, kind, id`,
    [reportId],
  );
}

/** Of the SKPWNI that this report's registration issued; null when it issued none that stands. */
export async function letterStatusOf(tx: Tx, reportId: string): Promise<string | null> {
  const letter = await row<{ status: string }>(
    tx,
    `select status from registry.move_letter where report_id = $1 and status <> 'void' order by issued_on desc, id desc limit 1`,
    [reportId],
  );
  return letter?.status ?? null;
}

/** True when this officer made any revision of the report's data. */
export async function hasEntered(tx: Tx, who: { reportId: string; username: string }): Promise<boolean> {
  const entered = await row(
    tx,
    'select 1 from reporting.report_revision where report_id = $1 and made_by = $2 limit 1',
    [who.reportId, who.username],
  );
  return entered !== null;
}

/** Which report issued the SKPWNI of this number, and how it stands. */
export async function letterByNumber(
  tx: Tx,
  number: string,
): Promise<{ reportId: string; status: string; destination: string } | null> {
  return row(
    tx,
    `select report_id as "reportId", status, destination->>'areaCode' as destination
     from registry.move_letter where number = $1`,
    [number],
  );
}
