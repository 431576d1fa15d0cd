import { enqueue } from '@lampid/db/kernel/outbox';
import { loadReport } from '@lampid/db/reporting/report';
import { isEnded } from '@lampid/domain/report-status';
import type { Tx } from '@lampid/db/data-source';
import type { ReportEntity } from '@lampid/db/reporting/report-entity';
import { MonthConflict } from '@lampid/db/statistics/close-month';
import { closingCases } from '@lampid/db/statistics/closing-cases';
import { reopenMonth } from '@lampid/db/statistics/reopen-month';
import { cityOf, districtOf } from '@lampid/domain/areas';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { assertCovers, type Caller } from '../identity/authorize.js';
import { currentTraceparent } from '../observability/request-scope.js';
import { oneAtATime } from './start-closings.js';

/**
 * Opens a closed month again, for a reason that is kept. What is above it is reopened with it, and cases that still wait for a
 * signature end. @throws Problem 404, 409
 */
export async function reopenClosing(
  deps: Deps,
  input: { caller: Caller; month: string; area: string; reason: string },
): Promise<string[]> {
  const { caller, month, area, reason } = input;
  assertCovers(caller, area);
  try {
    return await oneAtATime(deps, async (tx) => {
      // The cases before the month, as a worker does that freezes one.
      const waiting = await holdCases(tx, { areas: [area, districtOf(area), cityOf(area)], month });
      const areas = await reopenMonth(tx, { area, month, by: caller.username, reason });
      for (const report of waiting.filter(({ areaCode }) => areas.includes(areaCode))) {
        await enqueue(tx, {
          ...{ reportId: report.id, kind: 'correlate', traceparent: currentTraceparent() },
          payload: { message: 'report-cancelled', variables: {}, expires: 'with-case' },
        });
      }
      return areas;
    });
  } catch (error) {
    if (error instanceof MonthConflict) throw new Problem('state-conflict', error.text);
    throw error;
  }
}

/** The cases of these areas that have not ended, in the order of their areas. */
async function holdCases(tx: Tx, question: { areas: string[]; month: string }): Promise<ReportEntity[]> {
  const waiting: ReportEntity[] = [];
  for (const { id } of await closingCases(tx, question)) {
    const report = await loadReport(tx, id, { lock: 'update' });
    if (report && !isEnded(report.status)) waiting.push(report);
  }
  return waiting;
}
