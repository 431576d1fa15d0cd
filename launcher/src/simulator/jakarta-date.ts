const DAY_MS = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DD` of an instant in Asia/Jakarta (UTC+7, no summer time). */
export function jakartaDate(instant: Date): string {
  return new Date(instant.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Monday to Friday; other cities' holidays are their own affair. */
export function addWorkingDays(date: string, days: number): string {
  let result = date;
  for (let left = days; left > 0;) {
    result = addDays(result, 1);
    const weekday = new Date(result).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return result;
}

/** `DDMMYYYY`, as document numbers carry it. */
export function compactDate(date: string): string {
  return date.split('-').reverse().join('');
}

/** `DDMMYYYY` or `DDMMYY` to `YYYY-MM-DD`; null for a day that is not in the calendar. */
export function readCompactDate(text: string): string | null {
  const [day, month] = [text.slice(0, 2), text.slice(2, 4)];
  const year = text.length === 6 ? `20${text.slice(4)}` : text.slice(4);
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(date);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : date;
}
