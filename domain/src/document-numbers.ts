/** Numbers of deeds, letters and family cards (DOMAIN 1.2, 1.3). A serial counts per prefix and is never given again. */
import { bareCode, cityOf, districtOf } from './areas.js';
import { compactDate, isCalendarDate, shortDate } from './dates.js';

/** LU lahir umum, LT lahir terlambat, KM kematian. */
export type DeedCode = 'LU' | 'LT' | 'KM' | (string & {});

const serialText = (serial: number) => {
  if (!Number.isInteger(serial) || serial < 1 || serial > 9999) throw new RangeError(`serial ${serial}`);
  return String(serial).padStart(4, '0');
};

/** `3273-LU-15042024`; the date is the day of registration. */
export function deedPrefix({ city, code, date }: { city: string; code: DeedCode; date: string }): string {
  return `${bareCode(cityOf(city))}-${code}-${compactDate(date)}`;
}

/** `SKPWNI/3273/15042024`. */
export function moveLetterPrefix({ city, date }: { city: string; date: string }): string {
  return `SKPWNI/${bareCode(cityOf(city))}/${compactDate(date)}`;
}

/** `327302150424`: kecamatan of the address and date of issue. */
export function cardPrefix({ areaCode, date }: { areaCode: string; date: string }): string {
  return bareCode(districtOf(areaCode)) + shortDate(date);
}

export const deedNumber = (prefix: string, serial: number) => `${prefix}-${serialText(serial)}`;
export const moveLetterNumber = (prefix: string, serial: number) => `${prefix}/${serialText(serial)}`;
export const cardNumber = (prefix: string, serial: number) => prefix + serialText(serial);

export function hasCardForm(number: string): boolean {
  return /^[0-9]{16}$/.test(number);
}

export function hasDeedForm(number: string): boolean {
  return /^\d{4}-[A-Z]{2}-\d{8}-\d{4}$/.test(number);
}

/** With the date in six digits too: one origin writes it so. */
export function hasMoveLetterForm(number: string): boolean {
  return /^SKPWNI\/\d{4}\/\d{6}(\d{2})?\/\d{4}$/.test(number);
}

/** `SKPWNI/3273/15042024/0001` -> `32.73` and date (null in the short form or when it is none); null when it is no letter number. */
export function parseMoveLetter(number: string): { originCity: string; issuedOn: string | null } | null {
  if (!hasMoveLetterForm(number)) return null;
  const [, city = '', date = ''] = number.split('/');
  const issuedOn = `${date.slice(4)}-${date.slice(2, 4)}-${date.slice(0, 2)}`;
  return {
    originCity: `${city.slice(0, 2)}.${city.slice(2)}`,
    issuedOn: isCalendarDate(issuedOn) ? issuedOn : null,
  };
}
