/** Months are `YYYY-MM`. */
import { longDate } from './dates.js';

export const firstDayOf = (month: string) => `${month}-01`;

export function nextMonth(month: string): string {
  return shifted(month, 1);
}

export function previousMonth(month: string): string {
  return shifted(month, -1);
}

/** `Oktober 2026` */
export function monthName(month: string): string {
  return longDate(firstDayOf(month)).replace(/^1 /, '');
}

function shifted(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  const count = year! * 12 + number! - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
