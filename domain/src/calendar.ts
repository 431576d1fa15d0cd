/** The office calendar: working time Mon-Fri 08:00-16:00 Asia/Jakarta without holidays, and what is due when (DOMAIN 4.2). */
import { addDays, jakartaInstant, jakartaMinutes, todayJakarta, weekday } from './dates.js';

export interface OfficeCalendar {
  /** `YYYY-MM-DD`. */
  holidays: ReadonlySet<string>;
  /** Minutes after midnight. */
  opensAt: number;
  closesAt: number;
}

export const OFFICE_HOURS = { opensAt: 8 * 60, closesAt: 16 * 60 } as const;

export function officeCalendar(holidays: Iterable<string> = []): OfficeCalendar {
  return { holidays: new Set(holidays), ...OFFICE_HOURS };
}

export function isWorkingDay(day: string, calendar: OfficeCalendar): boolean {
  const of = weekday(day);
  return of !== 0 && of !== 6 && !calendar.holidays.has(day);
}

/** The end of the last year that has a holiday: whoever counts beyond it takes every one for a working day. Null when none is known. */
export function holidaysKnownUntil({ holidays }: Pick<OfficeCalendar, 'holidays'>): string | null {
  const last = [...holidays].sort().at(-1);
  return last === undefined ? null : `${last.slice(0, 4)}-12-31`;
}

/** The `days`-th working day after `from` (0: `from` itself, working or not). */
export function addWorkingDays(from: string, days: number, calendar: OfficeCalendar): string {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The instant when `minutes` of working time have passed since `from`. */
export function addWorkingMinutes(from: Date, minutes: number, calendar: OfficeCalendar): Date {
  let day = todayJakarta(from);
  let at = jakartaMinutes(from);
  let left = minutes;
  for (;;) {
    if (isWorkingDay(day, calendar) && at < calendar.closesAt) {
      const begin = Math.max(at, calendar.opensAt);
      if (begin + left <= calendar.closesAt) return jakartaInstant(day, begin + left);
      left -= calendar.closesAt - begin;
    }
    day = addDays(day, 1);
    at = 0;
  }
}

/** Minutes of working time between two instants; 0 when `to` is not later. */
export function workingMinutesBetween(from: Date, to: Date, calendar: OfficeCalendar): number {
  if (to <= from) return 0;
  const last = todayJakarta(to);
  let total = 0;
  for (let day = todayJakarta(from); day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    const begin = Math.max(from.getTime(), jakartaInstant(day, calendar.opensAt).getTime());
    const end = Math.min(to.getTime(), jakartaInstant(day, calendar.closesAt).getTime());
    if (end > begin) total += (end - begin) / 60_000;
  }
  return total;
}

/** Working minutes until a person is reminded, the next level is told, and the task is handed up. */
export const SLA_MINUTES = { remind: 45, escalate: 60, reassign: 240 } as const;
/** Calendar days until a returned report expires (P14D). */
export const RETURN_DAYS = 14;

/** ISO instants that every command that moves a token carries. */
export interface Deadlines {
  remindAt: string;
  escalateAt: string;
  reassignAt: string;
  returnUntil: string;
}

export function deadlines(now: Date, calendar: OfficeCalendar): Deadlines {
  const after = (minutes: number) => addWorkingMinutes(now, minutes, calendar).toISOString();
  return {
    remindAt: after(SLA_MINUTES.remind),
    escalateAt: after(SLA_MINUTES.escalate),
    reassignAt: after(SLA_MINUTES.reassign),
    returnUntil: new Date(now.getTime() + RETURN_DAYS * 86_400_000).toISOString(),
  };
}
