/**
 * Closes a month of an area: its report is computed, frozen as bytes and kept, and the month takes no more postings. Of a kecamatan or
 * city it is the sum of kelurahan that are closed themselves.
 */
import { createHash } from 'node:crypto';
import { areaLevel } from '@lampid/domain/areas';
import { canonicalJson } from '@lampid/domain/documents/document-content';
import { foldA9 } from '@lampid/domain/ledger/a9';
import { firstDayOf, nextMonth, previousMonth } from '@lampid/domain/months';
import type { Text } from '@lampid/domain/rules/finding';
import type { Tx } from '../data-source.js';
import { recordAudit } from '../kernel/audit.js';
import { row, rows } from '../kernel/rows.js';
import { ledgerOfMonth } from '../reporting/queries-recap.js';
import {
  closingCells,
  standingClosing,
  villagesInLedger,
  type ClosedMonth,
  type FrozenReport,
} from './closed-months.js';
import { registerBefore } from './register-at.js';

/** The month cannot be closed or reopened as it is now. */
export class MonthConflict extends Error {
  override name = 'MonthConflict';
  constructor(
    readonly code: 'CHILD_OPEN' | 'EARLIER_OPEN' | 'LATER_CLOSED' | 'NOT_BEGUN' | 'NOT_CLOSED',
    readonly text: Text,
  ) {
    super(text.en);
  }
}

export interface CloseMonth {
  area: string;
  areaName: string;
  /** `YYYY-MM`. */
  month: string;
  /** Username, or `worker:<topic>`. */
  by: string;
  /** The closing case, when there is one. */
  reportId?: string;
}

/** Closing what is closed changes nothing and answers what stands. @throws MonthConflict CHILD_OPEN, EARLIER_OPEN, LATER_CLOSED, NOT_BEGUN */
export async function closeMonth(tx: Tx, input: CloseMonth): Promise<ClosedMonth & { report: Buffer }> {
  const { area, month } = input;
  const isVillage = areaLevel(area) === 'village';
  // Waits for the registrations that are being written here; those that come later see the month closed.
  await tx.query('select pg_advisory_xact_lock(statistics.month_lock($1))', [area]);
  const standing = await standingClosing(tx, input);
  if (standing) return standing;
  const villages = await villagesInLedger(tx, input);
  if (villages.length === 0) {
    const text = {
      id: 'Register belum dimulai pada bulan ini',
      en: 'The register had not begun in this month',
    };
    throw new MonthConflict('NOT_BEGUN', text);
  }
  if (isVillage) await assertInOrder(tx, input);
  else await holdVillages(tx, { month, villages });
  const report = Buffer.from(canonicalJson(await reportOfMonth(tx, input)), 'utf8');
  const sha256 = createHash('sha256').update(report).digest('hex');
  await tx.query(
    `insert into statistics.closed_month (area_code, month, version, report, sha256, closed_by)
     select $1, $2::date, coalesce(max(version), 0) + 1, $3, $4, $5
     from statistics.closed_month where area_code = $1 and month = $2::date`,
    [area, firstDayOf(month), report, sha256, input.by],
  );
  if (isVillage) await openFrom(tx, { area, month: nextMonth(month) });
  await recordAudit(tx, {
    ...{ actor: input.by, action: 'month.closed', reportId: input.reportId ?? null },
    ...{ object: `month:${area}:${month}`, detail: { sha256 } },
  });
  return (await standingClosing(tx, input))!;
}

/** The month that the kelurahan posts into from now on, at the earliest. */
export async function openFrom(tx: Tx, { area, month }: { area: string; month: string }): Promise<void> {
  await tx.query(
    `insert into statistics.open_period (area_code, opens_on) values ($1, $2::date)
     on conflict (area_code) do update set opens_on = excluded.opens_on`,
    [area, firstDayOf(month)],
  );
}

/** The office of the area has signed. False when nothing stands closed (it was reopened meanwhile). */
export async function publishMonth(tx: Tx, question: { area: string; month: string }): Promise<boolean> {
  const published = await row(
    tx,
    `update statistics.closed_month set published_at = coalesce(published_at, now())
     where area_code = $1 and month = $2::date and reopened_at is null returning version`,
    [question.area, firstDayOf(question.month)],
  );
  return published !== null;
}

/**
 * Months close in their order: each begins where the one before ended. What lies before the first closing of a kelurahan is closed
 * with it.
 */
async function assertInOrder(tx: Tx, { area, month }: CloseMonth): Promise<void> {
  const order = await row<{ later: boolean; earlier: boolean }>(
    tx,
    `select coalesce((select opens_on > $2::date from statistics.open_period where area_code = $1), false) as later,
       exists (select from statistics.closed_month c where c.area_code = $1 and c.month < $2::date
         group by c.month having bool_and(c.reopened_at is not null)) as earlier`,
    [area, firstDayOf(month)],
  );
  if (order!.later) {
    const text = { id: 'Bulan sesudahnya sudah ditutup', en: 'A later month is closed already' };
    throw new MonthConflict('LATER_CLOSED', text);
  }
  if (order!.earlier) {
    const text = { id: 'Bulan sebelumnya masih dibuka kembali', en: 'An earlier month is still reopened' };
    throw new MonthConflict('EARLIER_OPEN', text);
  }
}

/** Nobody can reopen one of them until this transaction ends. */
async function holdVillages(
  tx: Tx,
  { villages, month }: { villages: string[]; month: string },
): Promise<void> {
  const held = await rows(
    tx,
    `select 1 from statistics.closed_month
     where area_code = any($1::text[]) and month = $2::date and reopened_at is null for share`,
    [villages, firstDayOf(month)],
  );
  if (held.length === villages.length) return;
  throw new MonthConflict('CHILD_OPEN', {
    id: `${villages.length - held.length} kelurahan belum menutup bulan ini`,
    en: `${villages.length - held.length} kelurahan have not closed this month`,
  });
}

async function reportOfMonth(tx: Tx, { area, areaName, month }: CloseMonth): Promise<FrozenReport> {
  const here = { manager: tx };
  const next = firstDayOf(nextMonth(month));
  const ledger = await ledgerOfMonth(here, { area, month: firstDayOf(month), next });
  const previous = await standingClosing(tx, { area, month: previousMonth(month) });
  const a9 = foldA9({
    area,
    ...ledger,
    previousClosing: previous && closingCells(previous.report),
    register: await registerBefore(here, { area, day: next }),
  });
  return { month, area, areaName, ...a9 };
}
