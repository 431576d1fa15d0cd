/** The reports of closed months, as they were frozen. */
import type { A9Report } from '@lampid/domain/ledger/a9';
import type { A9Cells } from '@lampid/domain/ledger/a9-cells';
import { closingOf } from '@lampid/domain/ledger/a9';
import { firstDayOf, nextMonth } from '@lampid/domain/months';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';

/** What is frozen: the report A-9 as canonical JSON. */
export interface FrozenReport extends A9Report {
  /** `YYYY-MM`. */
  month: string;
  area: string;
  areaName: string;
}

export interface ClosedMonth {
  area: string;
  /** `YYYY-MM`. */
  month: string;
  /** 1, 2, ...: a month that was reopened and closed again has several. */
  version: number;
  sha256: string;
  closedBy: string;
  closedAt: Date;
  publishedAt: Date | null;
  reopenedAt: Date | null;
  reopenedBy: string | null;
  reopenedReason: string | null;
}

const COLUMNS = `area_code as area, to_char(month, 'YYYY-MM') as month, version, sha256, closed_by as "closedBy",
  closed_at as "closedAt", published_at as "publishedAt", reopened_at as "reopenedAt", reopened_by as "reopenedBy",
  reopened_reason as "reopenedReason"`;

/** The closing that stands, with the bytes of its report; null while the month is open. */
export async function standingClosing(
  tx: Tx,
  question: { area: string; month: string },
): Promise<(ClosedMonth & { report: Buffer }) | null> {
  return row(
    tx,
    `select ${COLUMNS}, report from statistics.closed_month
     where area_code = $1 and month = $2::date and reopened_at is null`,
    [question.area, firstDayOf(question.month)],
  );
}

/** Every closing of the month in these areas, the newest of each area first. */
export async function closingsOf(
  tx: Tx,
  question: { areas: readonly string[]; month: string },
): Promise<ClosedMonth[]> {
  return rows(
    tx,
    `select ${COLUMNS} from statistics.closed_month
     where area_code = any($1::text[]) and month = $2::date order by area_code, version desc`,
    [question.areas, firstDayOf(question.month)],
  );
}

/** One version's bytes, for ever the same. */
export async function closingReport(
  tx: Tx,
  question: { area: string; month: string; version: number },
): Promise<{ report: Buffer; sha256: string } | null> {
  return row(
    tx,
    `select report, sha256 from statistics.closed_month where area_code = $1 and month = $2::date and version = $3`,
    [question.area, firstDayOf(question.month), question.version],
  );
}

export function readFrozen(report: Buffer): FrozenReport {
  return JSON.parse(report.toString('utf8')) as FrozenReport;
}

export function closingCells(report: Buffer): A9Cells {
  return closingOf(readFrozen(report));
}

/**
 * Kelurahan of an area that had somebody in the ledger by the end of the month, by code. Jumps from one to the next in the index: the ledger of a city has
 * millions of rows and some hundred kelurahan.
 */
export async function villagesInLedger(
  tx: Tx,
  { area, month }: { area: string; month: string },
): Promise<string[]> {
  const found = await rows<{ code: string }>(
    tx,
    `with recursive village (code) as (
       (select area_code from registry.posting
        where area_code = $1 or (area_code > $1 || '.' and area_code < $1 || '/') order by area_code limit 1)
       union all
       select (select p.area_code from registry.posting p
               where p.area_code > village.code and p.area_code < $1 || '/' order by p.area_code limit 1)
       from village where village.code is not null
     )
     select code from village where code is not null
       and exists (select from registry.posting p where p.area_code = code and p.report_date < $2::date)`,
    [area, firstDayOf(nextMonth(month))],
  );
  return found.map(({ code }) => code);
}
