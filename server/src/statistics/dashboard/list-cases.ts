/** The cases behind a bar of the dashboard: who arrived here may have been reported elsewhere. */
import { areaNames } from '@lampid/db/reference/areas';
import { countCases, registeredCases, type CaseFilter } from '@lampid/db/statistics/event-counts';
import { linesOfRow } from '@lampid/domain/ledger/a9';
import { AGE_BANDS, type EventRow } from '@lampid/domain/ledger/statistics';
import type { Deps } from '../../deps.js';
import { decodeCursor, toPage } from '../../http/page.js';
import { covers } from '../../identity/authorize.js';
import { periodOf, type MonthsOfArea } from './read-statistics.js';

export interface BarQuestion extends MonthsOfArea {
  row: EventRow | undefined;
  sex: 1 | 2 | undefined;
  /** Key of an age band. */
  age: string | undefined;
  type: string | undefined;
  late: boolean | undefined;
  limit: number;
  cursor: string | undefined;
}

export async function listCases(deps: Deps, question: BarQuestion) {
  const { months: _, ...period } = periodOf(question);
  const { row, sex, age, limit } = question;
  const after = decodeCursor(question.cursor, 2);
  const band = AGE_BANDS.find(({ key }) => key === age) ?? null;
  const filter: CaseFilter = {
    ...period,
    posted: row ? { lines: linesOfRow(row, question.area), sex: sex ?? null, age: band } : null,
    ...{ type: question.type ?? null, late: question.late ?? null },
    after: after && { registeredOn: String(after[0]), id: String(after[1]) },
    limit: limit + 1,
  };
  const [rows, total] = await Promise.all([
    registeredCases(deps.db.manager, filter),
    countCases(deps.db.manager, filter),
  ]);
  const names = await areaNames(
    deps.db,
    rows.map(({ areaCode }) => areaCode),
  );
  const page = toPage({
    ...{ rows, limit },
    item: ({ areaCode, ...found }) => ({
      ...{ ...found, areaName: names.get(areaCode) ?? areaCode },
      mayOpen: covers(question.caller, areaCode),
    }),
    position: ({ registeredOn, id }) => [registeredOn, id],
  });
  return { ...page, total };
}
