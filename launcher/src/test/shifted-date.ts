/** The environment of a Node process that takes another time for now: its clock goes on, shifted. */
import { daysBetween, todayJakarta } from '@lampid/domain/dates';

const DAY_MS = 24 * 3_600_000;

/** @param day `YYYY-MM-DD` in Asia/Jakarta, at the present hour */
export function onDate(day: string): Record<string, string> {
  return shiftedBy(daysBetween(todayJakarta(new Date()), day) * DAY_MS);
}

/** @param instant ISO 8601 with its zone: from there the clock goes on */
export function from(instant: string): Record<string, string> {
  return shiftedBy(Date.parse(instant) - Date.now());
}

function shiftedBy(ms: number): Record<string, string> {
  const program = `const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length === 0 ? [Real.now() + ${ms}] : given)); }
  static now() { return Real.now() + ${ms}; }
};`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(program)}` };
}
