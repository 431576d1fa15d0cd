/** What the installation counts on and somebody has to renew, told before it is missed. Pure. */
import { holidaysKnownUntil, type OfficeCalendar } from '@lampid/domain/calendar';
import { addDays, todayJakarta } from '@lampid/domain/dates';

export const RUNNING_OUT = ['holidays', 'certificate'] as const;

export interface RunningOut {
  what: (typeof RUNNING_OUT)[number];
  /** Its last day; null when there is nothing at all. */
  lastDay: string | null;
}

/** The holidays of a year are decreed in the autumn before it; a certificate takes some weeks. */
const TOLD_DAYS_BEFORE = { holidays: 120, certificate: 45 } as const;

export function runningOut(input: {
  now: Date;
  calendar: Pick<OfficeCalendar, 'holidays'>;
  certificateUntil: Date;
}): RunningOut[] {
  const today = todayJakarta(input.now);
  const lasts: RunningOut[] = [
    { what: 'holidays', lastDay: holidaysKnownUntil(input.calendar) },
    { what: 'certificate', lastDay: todayJakarta(input.certificateUntil) },
  ];
  return lasts.filter(
    ({ what, lastDay }) => lastDay === null || lastDay < addDays(today, TOLD_DAYS_BEFORE[what]),
  );
}
