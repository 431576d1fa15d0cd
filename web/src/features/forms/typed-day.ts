/** A day as it is typed at a counter. */
import { addDays } from '@lampid/domain/dates';
import { todayInJakarta } from '../../components/format.js';

const NUMBERS = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{2}|\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WITH_MONTH = /^(\d{1,2})[-/. ]*(\p{L}{3,})\.?[-/. ]*(\d{2}|\d{4})$/u;
/** What both languages call the months begins with these. */
const MONTHS = [
  ...[/^jan/i, /^[fp]eb/i, /^mar/i, /^apr/i, /^m[ae][iy]/i, /^jun/i],
  ...[/^jul/i, /^a(gu|gt|ug)/i, /^se/i, /^o[ck]t/i, /^no/i, /^de[cs]/i],
];

/** In December people plan for January; nobody speaks of next autumn in two digits. */
const SOON_DAYS = 100;

/**
 * `5/10/2026`, `05102026`, `5-10-26`, `5 Okt 2026` and `2026-10-05` are the fifth of October, at midnight here. Undefined for what is no day of
 * the calendar: the 31st of February is nobody's birthday, and not the third of March either.
 */
export function typedDay(text: string, today = todayInJakarta()): Date | undefined {
  const typed = text.trim();
  const iso = ISO.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(typed) ?? DIGITS.exec(typed);
  const named = numbers ? null : WITH_MONTH.exec(typed);
  const [, day, monthTyped, year] = numbers ?? named ?? [];
  if (day === undefined || monthTyped === undefined || year === undefined) return undefined;
  const month = named ? MONTHS.findIndex((beginning) => beginning.test(monthTyped)) + 1 : Number(monthTyped);
  return dayOf(yearOf(year, { month, day: Number(day) }, today), month, Number(day));
}

/** Of two digits the latest year that has begun, or the next one where the day is near. */
function yearOf(digits: string, { month, day }: { month: number; day: number }, today: string): number {
  if (digits.length === 4) return Number(digits);
  const year = Number(today.slice(0, 4));
  const inThisCentury = year - (year % 100) + Number(digits);
  const inThatYear = [month, day].map((part) => `-${String(part).padStart(2, '0')}`).join('');
  const latest = addDays(today, SOON_DAYS);
  const isNear = inThisCentury === year + 1 && `${inThisCentury}${inThatYear}` <= latest;
  return inThisCentury > year && !isNear ? inThisCentury - 100 : inThisCentury;
}

function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day);
  const exists = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return exists ? date : undefined;
}
