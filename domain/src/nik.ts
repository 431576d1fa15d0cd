/**
 * NIK: 16 digits `PPKKCC DDMMYY NNNN`, day + 40 for women, serial from 0001 per 12-digit prefix (PP 37/2007; DOMAIN 1.1).
 * The area is that of first registration and the digits never change, so for people who exist a NIK that disagrees with
 * their birth date, sex or area is a doubt, not an error. The two-digit year has no century.
 */
import { isCalendarDate, shortDate } from './dates.js';
import type { Sex } from './registry/snapshot.js';

export interface NikParts {
  /** Kecamatan of first registration, `PP.KK.CC`; may be obsolete. */
  districtCode: string;
  /** As the day part says (41..71: 2). */
  sex: Sex;
  /** `DD`, with the 40 taken off. */
  day: number;
  month: number;
  /** 0..99. */
  shortYear: number;
  serial: string;
}

export function hasNikForm(nik: string): boolean {
  return /^[0-9]{16}$/.test(nik);
}

/** The parts of a NIK, or null when it is not 16 digits. Parts may be impossible: see `birthDateCandidates`. */
export function parseNik(nik: string): NikParts | null {
  if (!hasNikForm(nik)) return null;
  const dayPart = Number(nik.slice(6, 8));
  return {
    districtCode: `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`,
    sex: dayPart > 40 ? 2 : 1,
    day: dayPart > 40 ? dayPart - 40 : dayPart,
    month: Number(nik.slice(8, 10)),
    shortYear: Number(nik.slice(10, 12)),
    serial: nik.slice(12),
  };
}

/** Possible birth dates, youngest first: 20YY and 19YY without dates that lie ahead or do not exist. */
export function birthDateCandidates(nik: string, today: string): string[] {
  const parts = parseNik(nik);
  if (!parts) return [];
  const pad = (value: number) => String(value).padStart(2, '0');
  return [2000, 1900]
    .map((century) => `${century + parts.shortYear}-${pad(parts.month)}-${pad(parts.day)}`)
    .filter((date) => isCalendarDate(date) && date <= today);
}

/** True when the digits stand for this birth date (whatever the century). */
export function matchesBirthDate(nik: string, birthDate: string): boolean {
  const parts = parseNik(nik);
  if (!parts) return false;
  const [year, month, day] = birthDate.split('-').map(Number);
  return parts.day === day && parts.month === month && parts.shortYear === year! % 100;
}

/** 12-digit prefix of a newly allocated NIK; `districtCode` is the kecamatan of the KK, `PP.KK.CC` (SIAK P4B). */
export function nikPrefix({
  districtCode,
  birthDate,
  sex,
}: {
  districtCode: string;
  birthDate: string;
  sex: Sex;
}) {
  const district = districtCode.replaceAll('.', '').slice(0, 6);
  if (district.length !== 6) throw new RangeError(`not a kecamatan: ${districtCode}`);
  const date = shortDate(birthDate);
  const day = Number(date.slice(0, 2)) + (sex === 2 ? 40 : 0);
  return district + String(day).padStart(2, '0') + date.slice(2);
}

/** No serial left under a 12-digit prefix: 0001..9999 are used and voided ones are never given again. */
export class NikSerialExhausted extends Error {
  readonly code = 'NIK_SERIAL_EXHAUSTED';
  constructor(prefix: string) {
    super(`no NIK serial left under ${prefix.slice(0, 6)}******`);
    this.name = 'NikSerialExhausted';
  }
}

/** The NIK after serial `last` (0 when none was given). */
export function nextNik({ prefix, last }: { prefix: string; last: number }): string {
  if (last >= 9999) throw new NikSerialExhausted(prefix);
  return prefix + String(last + 1).padStart(4, '0');
}

/** 16 digits, a serial from 0001 and a birth date that exists. */
export function isPossibleNik(nik: string, today: string): boolean {
  return parseNik(nik)?.serial !== '0000' && birthDateCandidates(nik, today).length > 0;
}
