import { enqueue } from '@lampid/db/kernel/outbox';
import { ENDED_STATUSES } from '@lampid/db/reporting/report';
import type { Tx } from '@lampid/db/data-source';
import { MonthConflict } from '@lampid/db/statistics/close-month';
import { closingCases } from '@lampid/db/statistics/closing-cases';
import { reopenMonth } from '@lampid/db/statistics/reopen-month';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { assertCovers, type Caller } from '../identity/authorize.js';
import { currentTraceparent } from '../observability/request-scope.js';

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
    return await deps.db.transaction(async (tx) => {
      const areas = await reopenMonth(tx, { area, month, by: caller.username, reason });
      await endCases(tx, { areas, month });
      return areas;
    });
  } catch (error) {
    if (error instanceof MonthConflict) throw new Problem('state-conflict', error.text);
    throw error;
  }
}

/**
 * Without a lock on the case: a freezing worker holds it while it waits for the month, which is ours. A case that ends meanwhile
 * takes the message with it.
 */
async function endCases(tx: Tx, { areas, month }: { areas: string[]; month: string }): Promise<void> {
  for (const { id, status } of await closingCases(tx, { areas, month })) {
    if (ENDED_STATUSES.includes(status)) continue;
    await enqueue(tx, {
      ...{ reportId: id, kind: 'correlate', traceparent: currentTraceparent() },
      payload: { message: 'report-cancelled', variables: {}, expires: 'with-case' },
    });
  }
}
