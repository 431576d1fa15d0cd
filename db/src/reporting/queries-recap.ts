/** Sums of the ledger for the monthly report A-9, and the register to compare them with. */
import type { LedgerLine } from '@lampid/domain/ledger/a9';
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
    `select kind, unit, sex, citizenship, move_class as "moveClass", sum(sign)::int as amount, report_date >= $2::date as within
     from registry.posting where ${WITHIN} and report_date < $3::date
     group by kind, unit, sex, citizenship, move_class, report_date >= $2::date`,
    [question.area, question.month, question.next],
  );
  const part = (within: boolean) =>
    lines.filter((line) => line.within === within).map(({ within: _, ...line }) => line);
  return { opening: part(false), movements: part(true) };
}

/** Active residents, and active family cards by the head's sex, as they are now. */
export async function registerNow(
  dataSource: Pick<DataSource, 'manager'>,
  area: string,
): Promise<Omit<LedgerLine, 'kind' | 'moveClass'>[]> {
  return rows(
    dataSource.manager,
    `select 'person' as unit, sex, citizenship, count(*)::int as amount
     from registry.resident where ${WITHIN} and status = 'active' group by sex, citizenship
     union all
     select 'family', head.sex, head.citizenship, count(*)::int
     from registry.family_card c
     join registry.membership m on m.card_id = c.id and m.until is null and m.relation = 1
     join registry.resident head on head.id = m.resident_id
     where ${WITHIN.replaceAll('area_code', 'c.area_code')} and c.status = 'active'
     group by head.sex, head.citizenship`,
    [area],
  );
}
