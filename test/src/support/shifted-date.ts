/** The environment of a Node process that takes another day for today: its clock goes on, shifted by whole days. */
import { daysBetween, todayJakarta } from '@lampid/domain/dates';

const DAY_MS = 24 * 3_600_000;

/** @param day `YYYY-MM-DD` in Asia/Jakarta, at the present hour */
export function onDate(day: string): Record<string, string> {
  const shift = daysBetween(todayJakarta(new Date()), day) * DAY_MS;
  const program = `const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length === 0 ? [Real.now() + ${shift}] : given)); }
  static now() { return Real.now() + ${shift}; }
};`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(program)}` };
}
