import { addWorkingMinutes, SLA_MINUTES, type OfficeCalendar } from '@lampid/domain/calendar';
import { todayJakarta } from '@lampid/domain/dates';
import type { ReportStatus } from '@lampid/domain/report-status';

/**
 * The day by which a citizen may expect the end, `YYYY-MM-DD`: within the office's own limit from now, for a step that nobody takes in time is
 * handed up by then. Null when it is not the office's turn: ended, returned, or waiting for another city.
 */
export function expectedDay(
  report: { status: ReportStatus; awaitsOthers: boolean },
  now: Date,
  calendar: OfficeCalendar,
): string | null {
  const working = ['submitted', 'in_review', 'awaiting_decision', 'registering', 'registered'];
  if (!working.includes(report.status) || report.awaitsOthers) return null;
  return todayJakarta(addWorkingMinutes(now, SLA_MINUTES.reassign, calendar));
}
