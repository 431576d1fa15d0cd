/** The cases that close months: reports of the closing type, one per area and month at a time. */
import { firstDayOf } from '@lampid/domain/months';
import { CLOSING_TYPE } from '@lampid/processes/closing-data';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';
import { ENDED_STATUSES, type ReportStatus } from '@lampid/domain/report-status';
import { villagesInLedger } from './closed-months.js';

export interface ClosingCase {
  id: string;
  ticket: string;
  area: string;
  status: ReportStatus;
  /** When the task that waits should be done; null when none waits. */
  dueAt: Date | null;
}

/** The latest case of each area. */
export async function closingCases(
  tx: Tx,
  question: { areas: readonly string[]; month: string },
): Promise<ClosingCase[]> {
  return rows(
    tx,
    `select distinct on (r.area_code) r.id, r.ticket, r.area_code as area, r.status,
       (select min(t.due_at) from approval.task t where t.report_id = r.id and t.state = 'open') as "dueAt"
     from reporting.report r
     where r.type = '${CLOSING_TYPE}' and r.data->>'month' = $2 and r.area_code = any($1::text[])
     order by r.area_code, r.created_at desc, r.id desc`,
    [question.areas, question.month],
  );
}

/** Of these areas those that nobody is closing and whose report of the month is not published. */
export async function areasToClose(
  tx: Tx,
  question: { areas: readonly string[]; month: string },
): Promise<string[]> {
  const found = await rows<{ area: string }>(
    tx,
    `select area from unnest($1::text[]) as area
     where not exists (
         select from reporting.report r where r.type = '${CLOSING_TYPE}' and r.area_code = area
           and r.data->>'month' = $2 and not r.status = any($4::text[]))
       and not exists (
         select from statistics.closed_month c where c.area_code = area and c.month = $3::date
           and c.reopened_at is null and c.published_at is not null)
     order by area`,
    [question.areas, question.month, firstDayOf(question.month), ENDED_STATUSES],
  );
  return found.map(({ area }) => area);
}

/**
 * Kecamatan whose kelurahan have all published the month, and the city when all its kecamatan have; without those that have a report of
 * their own or were asked for one since.
 */
export async function readyRollups(tx: Tx, question: { city: string; month: string }): Promise<string[]> {
  const villages = await villagesInLedger(tx, { area: question.city, month: question.month });
  const found = await rows<{ area: string }>(
    tx,
    `with part as (
       select code, left(code, 8) as parent from unnest($1::text[]) as code
       union
       select left(code, 8), left(code, 5) from unnest($1::text[]) as code
     ), ready as (
       select part.parent as area, max(c.published_at) as since
       from part left join statistics.closed_month c
         on c.area_code = part.code and c.month = $3::date and c.reopened_at is null
       group by part.parent having bool_and(c.published_at is not null)
     )
     select area from ready
     where not exists (
         select from statistics.closed_month c where c.area_code = area and c.month = $3::date
           and c.reopened_at is null and c.published_at is not null)
       and not exists (
         select from reporting.report r where r.type = '${CLOSING_TYPE}' and r.area_code = area
           and r.data->>'month' = $2 and r.created_at >= since)
     order by area`,
    [villages, question.month, firstDayOf(question.month)],
  );
  return found.map(({ area }) => area);
}

/** Months that kelurahan have begun to publish and the city has not. */
export async function monthsUnderWay(tx: Tx, city: string): Promise<string[]> {
  const found = await rows<{ month: string }>(
    tx,
    `select distinct to_char(c.month, 'YYYY-MM') as month from statistics.closed_month c
     where c.area_code > $1 || '.' and c.area_code < $1 || '/' and c.reopened_at is null and c.published_at is not null
       and not exists (select from statistics.closed_month whole where whole.area_code = $1 and whole.month = c.month
         and whole.reopened_at is null and whole.published_at is not null)
     order by 1`,
    [city],
  );
  return found.map(({ month }) => month);
}
