/** Sums of the ledger for the monthly report A-9, and the register to compare them with. */
import type { LedgerLine } from '@lampid/domain/ledger/a9';
import type { Countable } from '@lampid/domain/ledger/a9-cells';
import type { DataSource } from 'typeorm';
import { rows } from '../kernel/rows.js';

/** Codes below an area lie between `area.` and `area/`, for the columns sort by byte. */
const WITHIN = `(area_code = $1 or (area_code > $1 || '.' and area_code < $1 || '/'))`;

export interface MonthOfLedger {
  /** Everything reported before the month. */
  opening: LedgerLine[];
  /** Reported within it. */
  movements: LedgerLine[];
}

/** @param month first day, `YYYY-MM-01`; `next` first day of the next one */
export async function ledgerOfMonth(
  dataSource: Pick<DataSource, 'manager'>,
  question: { area: string; month: string; next: string },
): Promise<MonthOfLedger> {
  const lines = await rows<LedgerLine & { within: boolean }>(
    dataSource.manager,
    `select kind, unit, sex, citizenship, nullif(move_class, 0) as "moveClass", sum(amount)::int as amount, month >= $2::date as within
     from registry.posting_sum where ${WITHIN} and month < $3::date
     group by kind, unit, sex, citizenship, move_class, month >= $2::date`,
    [question.area, question.month, question.next],
  );
  const part = (within: boolean) =>
    lines.filter((line) => line.within === within).map(({ within: _, ...line }) => line);
  return { opening: part(false), movements: part(true) };
}

/** Active residents, and families by their head's sex, as they are now. */
export async function registerNow(
  dataSource: Pick<DataSource, 'manager'>,
  area: string,
): Promise<Countable[]> {
  return rows(
    dataSource.manager,
    `select 'person' as unit, sex, citizenship, count(*)::int as amount
     from registry.resident where ${WITHIN} and status = 'active' group by sex, citizenship
     union all
     select 'family', sex, citizenship, count(*)::int
     from registry.resident where ${WITHIN} and heads_card group by sex, citizenship`,
    [area],
  );
}
