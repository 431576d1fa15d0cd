import { areaNames } from '@lampid/db/reference/areas';
import { closingCells, readFrozen, standingClosing } from '@lampid/db/statistics/closed-months';
import { registerBefore } from '@lampid/db/statistics/register-at';
import { ledgerOfMonth } from '@lampid/db/reporting/queries-recap';
import { firstDayOf, nextMonth, previousMonth } from '@lampid/domain/months';
import { foldA9, type A9Report } from '@lampid/domain/ledger/a9';
import type { Deps } from '../deps.js';
import { notFound } from '../http/problem.js';
import { assertCovers, type Caller } from '../identity/authorize.js';
import { versionOf } from './list-closings.js';

export interface Recap extends A9Report {
  /** `YYYY-MM`. */
  month: string;
  area: string;
  areaName: string;
  /** The closing that froze it; null while the month is open. */
  closed: { version: number; sha256: string; closedAt: string; publishedAt: string | null } | null;
}

/**
 * The LAMPID monthly report A-9 of an area: of a closed month as it was frozen, else folded from the ledger as it stands.
 * @throws Problem 404
 */
export async function readRecap(
  deps: Deps,
  question: { caller: Caller; month: string; area: string },
): Promise<Recap> {
  const { caller, month, area } = question;
  assertCovers(caller, area);
  const areaName = (await areaNames(deps.db, [area])).get(area);
  if (areaName === undefined) throw notFound({ id: 'Wilayah tidak dikenal', en: 'No such area' });
  const closing = await standingClosing(deps.db.manager, { area, month });
  if (closing) {
    const { version, sha256, closedAt, publishedAt } = versionOf(closing);
    return { ...readFrozen(closing.report), closed: { version, sha256, closedAt, publishedAt } };
  }
  const next = firstDayOf(nextMonth(month));
  const [previous, ledger, register] = await Promise.all([
    standingClosing(deps.db.manager, { area, month: previousMonth(month) }),
    ledgerOfMonth(deps.db, { area, month: firstDayOf(month), next }),
    registerBefore(deps.db, { area, day: next }),
  ]);
  const previousClosing = previous && closingCells(previous.report);
  return { month, area, areaName, closed: null, ...foldA9({ area, ...ledger, register, previousClosing }) };
}
