/** Lines of a sheet as offices would fill it in, about people who do not exist (NIK serials from 9100). */
import { addDays, shortDate } from '../dates.js';
import { COLUMNS, type Column } from '../registry/import/columns.js';
import type { Cell } from '../registry/import/read-cell.js';

export type Line = Record<Column, Cell>;

export const IMPORT_HEAD: string[] = Object.values(COLUMNS);

export const cellsOf = (line: Line): Cell[] =>
  (Object.keys(COLUMNS) as Column[]).map((column) => line[column]);

/** A head of 35 years and more, spouse and child; family `index` has numbers that no other index has. */
export function importFamily(index: number, area = '32.73.02.1004'): [Line, Line, Line] {
  const day = (age: number) => addDays('2024-12-31', -Math.floor(age * 365.25) - (index % 2_000));
  const prefix = area.replaceAll('.', '').slice(0, 6);
  // Serials from 9100: seeded people end below. 2,000 birth days and 900 serials keep 1.8 million families apart.
  const serial = String(9100 + (Math.floor(index / 2_000) % 900));
  const nik = (sex: 1 | 2, birthDate: string) => {
    const date = shortDate(birthDate);
    return (
      prefix +
      String(Number(date.slice(0, 2)) + (sex === 2 ? 40 : 0)).padStart(2, '0') +
      date.slice(2) +
      serial
    );
  };
  const cardDay = addDays('2010-01-01', index % 2_000);
  const family = {
    cardNumber: `${prefix}${shortDate(cardDay)}${serial}`,
    religion: 'ISLAM',
    education: 5,
    occupation: 'WIRASWASTA',
    bloodType: 'TIDAK TAHU',
    citizenship: 'WNI',
    birthPlace: 'BANDUNG',
    fatherName: 'AYAH CONTOH',
    motherName: 'IBU CONTOH',
    street: `JL. CONTOH NO. ${(index % 99) + 1}`,
    rt: '001',
    rw: '002',
    areaCode: area,
  };
  const member = (
    sex: 1 | 2,
    age: number,
    rest: Pick<Line, 'name' | 'maritalStatus' | 'relation'>,
  ): Line => ({
    ...family,
    ...rest,
    sex: sex === 1 ? 'L' : 'P',
    birthDate: day(age),
    nik: nik(sex, day(age)),
  });
  return [
    member(1, 41, { name: 'KEPALA CONTOH', maritalStatus: 'KAWIN', relation: 'KEPALA KELUARGA' }),
    member(2, 37, { name: 'ISTRI CONTOH', maritalStatus: 'KAWIN', relation: 'ISTRI' }),
    member(1, 9, { name: 'ANAK CONTOH', maritalStatus: 'BELUM KAWIN', relation: 'ANAK' }),
  ];
}
