/** A day as it is typed at a counter. Pure. */

const NUMBERS = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{2}|\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WITH_MONTH = /^(\d{1,2})[-/. ]*(\p{L}{3,})\.?[-/. ]*(\d{2}|\d{4})$/u;
/** What both languages call the months begins with these. */
const MONTHS = [
  ...[/^jan/i, /^[fp]eb/i, /^mar/i, /^apr/i, /^m[ae][iy]/i, /^jun/i],
  ...[/^jul/i, /^a(gu|gt|ug)/i, /^se/i, /^o[ck]t/i, /^no/i, /^de[cs]/i],
];

/**
 * `5/10/2026`, `05102026`, `5-10-26`, `5 Okt 2026` and `2026-10-05` are the fifth of October, at midnight here. Undefined for what is no day of
 * the calendar: the 31st of February is nobody's birthday, and not the third of March either.
 */
export function typedDay(text: string, today = new Date()): Date | undefined {
  const typed = text.trim();
  const iso = ISO.exec(typed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(typed) ?? DIGITS.exec(typed);
  if (numbers) return dayOf(yearOf(numbers[3]!, today), Number(numbers[2]), Number(numbers[1]));
  const named = WITH_MONTH.exec(typed);
  if (!named) return undefined;
  const month = MONTHS.findIndex((beginning) => beginning.test(named[2]!)) + 1;
  return dayOf(yearOf(named[3]!, today), month, Number(named[1]));
}

/** Of two digits the latest year that has begun. */
function yearOf(digits: string, today: Date): number {
  if (digits.length === 4) return Number(digits);
  const year = today.getFullYear();
  const inThisCentury = year - (year % 100) + Number(digits);
  return inThisCentury > year ? inThisCentury - 100 : inThisCentury;
}

function dayOf(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day);
  const exists = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return exists ? date : undefined;
}
