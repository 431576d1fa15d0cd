import { officeNow } from '../api/office-clock.js';
import type { Language } from '../i18n/dictionary.js';

const ZONE = 'Asia/Jakarta';
const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], options);
  formatters.set(key, known);
  return known;
}

/** `2026-11-22` as a person reads it. A date has no zone: it is shown as it stands. */
export function formatDate(date: string, language: Language): string {
  // Masked dates are years; whatever is no whole date stays as it is.
  if (!/^\d{4}-\d{2}-\d{2}/.test(date)) return date;
  const parsed = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return date;
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    parsed,
  );
}

/** An instant in the office's zone, e.g. `22 Nov 2026, 14.05`. */
export function formatInstant(instant: string, language: Language): string {
  const parsed = new Date(instant);
  if (Number.isNaN(parsed.getTime())) return instant;
  return formatter(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).format(parsed);
}

/** An instant to the second, e.g. `22 Nov 2026, 14.05.07`. */
export function formatSecond(instant: string, language: Language): string {
  return formatter(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: ZONE,
  }).format(new Date(instant));
}

export function formatTime(instant: string, language: Language): string {
  return formatter(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: ZONE,
  }).format(new Date(instant));
}

export function formatMonth(month: string, language: Language): string {
  return formatter(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

const UNITS: { seconds: number; id: string; en: string }[] = [
  { seconds: 86_400, id: 'hari', en: 'd' },
  { seconds: 3_600, id: 'jam', en: 'h' },
  { seconds: 60, id: 'mnt', en: 'min' },
  { seconds: 1, id: 'dtk', en: 's' },
];

/** The two largest units of a length of time, e.g. `2 jam 5 mnt`. */
export function formatDuration(milliseconds: number, language: Language): string {
  let rest = Math.max(0, Math.floor(milliseconds / 1000));
  const parts: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) parts.push(`${count} ${unit[language]}`);
    if (parts.length === 2) break;
  }
  return parts.join(' ') || `< 1 ${UNITS.at(-1)?.[language]}`;
}

/** Today in Asia/Jakarta as `YYYY-MM-DD`. */
export function todayInJakarta(now: Date = officeNow()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(now);
}

/** `12,3 MB`, as storage is told to people: 1 MB is 1,048,576 bytes, like the limits. Nothing is less than a tenth. */
export function megabytes(bytes: number, language: Language): string {
  const size = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(
    Math.max(0.1, bytes / 2 ** 20),
  );
  return `${size} MB`;
}
