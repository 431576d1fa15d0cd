import type { DataSource } from 'typeorm';
import { rows } from '../kernel/rows.js';
import { registerNow } from '../reporting/queries-recap.js';

/**
 * Residents and families that the register held before this day: as it is now, less what was posted since. It is the register that is
 * counted, so a ledger that says otherwise is found out (R3).
 */
export async function registerBefore(
  dataSource: Pick<DataSource, 'manager'>,
  question: { area: string; day: string },
): ReturnType<typeof registerNow> {
  const [counted, since] = [
    await registerNow(dataSource, question.area),
    await rows<Awaited<ReturnType<typeof registerNow>>[number]>(
      dataSource.manager,
      `select unit, sex, citizenship, sum(sign)::int as amount from registry.posting
       where (area_code = $1 or (area_code > $1 || '.' and area_code < $1 || '/')) and report_date >= $2::date
       group by unit, sex, citizenship`,
      [question.area, question.day],
    ),
  ];
  return [...counted, ...since.map((line) => ({ ...line, amount: -line.amount }))];
}
