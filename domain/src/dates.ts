/**
 * Calendar dates are `YYYY-MM-DD` in Asia/Jakarta (UTC+7, no summer time); instants are UTC. Arithmetic on dates counts
 * days since 1970-01-01, so no time zone can shift it.
 */
const JAKARTA_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

const DAY_NAMES = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const MONTH_NAMES = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** The date in Jakarta at this instant. */
export function todayJakarta(now: Date): string {
  return new Date(now.getTime() + JAKARTA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at `minutes` after midnight of this day in Jakarta. */
export function jakartaInstant(day: string, minutes = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - JAKARTA_OFFSET_MS + minutes * 60_000);
}

/** Minutes since midnight in Jakarta at this instant (whole and fraction). */
export function jakartaMinutes(now: Date): number {
  return ((now.getTime() + JAKARTA_OFFSET_MS) % DAY_MS) / 60_000;
}

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isCalendarDate(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function dayNumber(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`not a date: ${day}`);
  return time / DAY_MS;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Completed years of age on a day; born on 29 February counts from 1 March in common years. Negative before birth. */
export function ageAt(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** 0 Sunday .. 6 Saturday. */
export function weekday(day: string): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** Indonesian day of the week: `Minggu` .. `Sabtu`. */
export function dayName(day: string): string {
  return DAY_NAMES[weekday(day)]!;
}

/** `15 April 2024`. */
export function longDate(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTH_NAMES[Number(month) - 1]} ${year}`;
}

/** `DDMMYYYY`, as deed and letter numbers carry it. */
export function compactDate(day: string): string {
  return day.slice(8, 10) + day.slice(5, 7) + day.slice(0, 4);
}

/** `DDMMYY`, as NIK and KK numbers carry it. */
export function shortDate(day: string): string {
  return day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4);
}

/** `15-04-2024`, as cards and forms print a date. */
export function numericDate(day: string): string {
  return day.split('-').reverse().join('-');
}
