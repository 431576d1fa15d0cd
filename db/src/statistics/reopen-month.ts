/** Reopens a closed month, with a reason that is kept: its frozen report stays where it is, a later closing is a new version. */
import { areaLevel, cityOf, districtOf } from '@lampid/domain/areas';
import { firstDayOf } from '@lampid/domain/months';
import type { Tx } from '../data-source.js';
import { recordAudit } from '../kernel/audit.js';
import { row, rows } from '../kernel/rows.js';
import { MonthConflict, openFrom } from './close-month.js';

export interface ReopenMonth {
  /** A kelurahan, or a kecamatan or city whose own report is to be made anew. */
  area: string;
  /** `YYYY-MM`. */
  month: string;
  by: string;
  reason: string;
}

/**
 * Reopens the month of the area and of everything above it, which is a sum over it. Answers the areas that were reopened.
 * @throws MonthConflict NOT_CLOSED, LATER_CLOSED
 */
export async function reopenMonth(tx: Tx, input: ReopenMonth): Promise<string[]> {
  const { area, month, by, reason } = input;
  await tx.query('select pg_advisory_xact_lock(statistics.month_lock($1))', [area]);
  const own = await reopen(tx, [area], input);
  if (own.length === 0) {
    throw new MonthConflict('NOT_CLOSED', { id: 'Bulan ini tidak tertutup', en: 'The month is not closed' });
  }
  await assertLastClosed(tx, input);
  // After the own row: a kecamatan that was being closed over it has committed by now and is seen.
  const above = [districtOf(area), cityOf(area)].filter((code) => code !== area);
  const areas = [...own, ...(await reopen(tx, above, input))];
  if (areaLevel(area) === 'village') await openFrom(tx, { area, month });
  await recordAudit(
    tx,
    areas.map((code) => ({
      ...{ actor: by, action: 'month.reopened', object: `month:${code}:${month}` },
      detail: { reason, because: area },
    })),
  );
  return areas;
}

async function reopen(tx: Tx, areas: string[], { month, by, reason }: ReopenMonth): Promise<string[]> {
  const reopened = await rows<{ area: string }>(
    tx,
    `update statistics.closed_month set reopened_at = now(), reopened_by = $3, reopened_reason = $4
     where area_code = any($1::text[]) and month = $2::date and reopened_at is null returning area_code as area`,
    [areas, firstDayOf(month), by, reason],
  );
  return reopened.map(({ area }) => area);
}

/** The last one closed is reopened first: the others begin where it ended. */
async function assertLastClosed(tx: Tx, { area, month }: ReopenMonth): Promise<void> {
  const later = await row<{ month: string }>(
    tx,
    `select to_char(min(month), 'YYYY-MM') as month from statistics.closed_month
     where area_code in ($1, $3, $4) and month > $2::date and reopened_at is null having min(month) is not null`,
    [area, firstDayOf(month), districtOf(area), cityOf(area)],
  );
  if (!later) return;
  throw new MonthConflict('LATER_CLOSED', {
    id: `Buka kembali bulan ${later.month} lebih dahulu`,
    en: `Reopen ${later.month} first`,
  });
}
