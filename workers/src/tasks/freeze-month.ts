import { areaNames } from '@lampid/db/reference/areas';
import { loadCalendar } from '@lampid/db/reference/calendar';
import { closeMonth, MonthConflict } from '@lampid/db/statistics/close-month';
import { addWorkingDays, type OfficeCalendar } from '@lampid/domain/calendar';
import { areaLevel } from '@lampid/domain/areas';
import { jakartaInstant, todayJakarta } from '@lampid/domain/dates';
import type { ClosingData } from '@lampid/processes/closing-data';
import { freezeMonth as contract } from '@lampid/processes/tasks/freeze-month';
import { bpmnError, handleTask, ok, type TaskOutcome } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { reportOf } from './report-of.js';

/** Working days until the office must have signed (DOMAIN 4.8): P3D of a kelurahan, P2D above. */
const DAYS_TO_SIGN = { village: 3, district: 2, city: 2 } as const;

/** Closes the month of the case's area in one transaction. What is closed already is taken as it stands. */
export const freezeMonth = handleTask<Services, typeof contract.input>(contract, async (run) => {
  const { services, dataSource, work } = run;
  // Before the transaction: they want a connection of their own.
  const [calendar, names] = await Promise.all([loadCalendar(dataSource), areaNames(dataSource)]);
  try {
    return await run.once(async (tx): Promise<TaskOutcome> => {
      const { report } = await reportOf(tx, services, run.input.reportId, { lock: 'share' });
      const { month } = report.data as unknown as ClosingData;
      const area = report.areaCode;
      const areaName = names.get(area) ?? area;
      await closeMonth(tx, { area, areaName, month, by: `worker:${work.topic}`, reportId: report.id });
      const level = areaLevel(area) as keyof typeof DAYS_TO_SIGN;
      return ok({ level, ...timeToSign(services.now(), DAYS_TO_SIGN[level], calendar) });
    });
  } catch (error) {
    if (!(error instanceof MonthConflict)) throw error;
    const { code } = error;
    return run.once(async () => bpmnError('MONTH_CONFLICT', code));
  }
});

/** Until the office closes on the last day; reminded when one working day is left. */
function timeToSign(now: Date, days: number, calendar: OfficeCalendar) {
  const closesAfter = (working: number) =>
    jakartaInstant(addWorkingDays(todayJakarta(now), working, calendar), calendar.closesAt).toISOString();
  return { signRemindAt: closesAfter(days - 1), signDueAt: closesAfter(days) };
}
