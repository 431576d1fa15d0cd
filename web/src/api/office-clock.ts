/**
 * The time as the server told it last. The clock of an office's computer may be wrong by hours or years, and which day it is decides what is late, due or
 * still to come.
 */

/** Answers take a while, and their date is told in whole seconds. */
const TRUSTED_MS = 30_000;

let ahead = 0;

/** @param date the header of an answer that the server gave just now */
export function hearTime(date: string | null): void {
  const told = Date.parse(date ?? '');
  if (Number.isNaN(told)) return;
  const difference = told - Date.now();
  ahead = Math.abs(difference) > TRUSTED_MS ? difference : 0;
}

export function officeNow(): Date {
  return new Date(Date.now() + ahead);
}
