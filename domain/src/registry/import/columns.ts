/** The sheet that residents are imported from: one line per person, headed in Indonesian as the offices keep it. */
import type { CodeList } from '../../codes.js';
import type { Text } from '../../rules/finding.js';

export const COLUMNS = {
  cardNumber: 'No KK',
  nik: 'NIK',
  name: 'Nama',
  sex: 'Jenis kelamin',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  religion: 'Agama',
  maritalStatus: 'Status kawin',
  relation: 'SHDK',
  education: 'Pendidikan',
  occupation: 'Pekerjaan',
  bloodType: 'Golongan darah',
  citizenship: 'Kewarganegaraan',
  fatherName: 'Nama ayah',
  motherName: 'Nama ibu',
  street: 'Alamat',
  rt: 'RT',
  rw: 'RW',
  areaCode: 'Kode kelurahan',
} as const;

export type Column = keyof typeof COLUMNS;

/** The official list that a column's code or text is taken from. */
export const CODED = {
  sex: 'jenisKelamin',
  religion: 'agama',
  maritalStatus: 'statusKawin',
  relation: 'shdk',
  education: 'pendidikan',
  occupation: 'pekerjaan',
  bloodType: 'golonganDarah',
  citizenship: 'kewarganegaraan',
} as const satisfies Partial<Record<Column, CodeList>>;

export type CodedColumn = keyof typeof CODED;

/** Where each column stands in the sheet, counted from 0. */
export type Layout = Record<Column, number>;

/** The layout that a head line means (any order, more columns are left alone), or the headings that are missing. */
export function readHead(
  head: readonly (string | number | boolean | null)[],
): { layout: Layout } | { missing: string[]; text: Text } {
  const places = head.map((cell) => plain(String(cell ?? '')));
  const found = (Object.entries(COLUMNS) as [Column, string][]).map(
    ([column, heading]) => [column, places.indexOf(plain(heading))] as const,
  );
  const missing = found.filter(([, place]) => place < 0).map(([column]) => COLUMNS[column]);
  if (missing.length === 0) return { layout: Object.fromEntries(found) as Layout };
  const list = missing.join(', ');
  return {
    missing,
    text: { id: `Baris judul tidak memuat kolom: ${list}`, en: `The head line lacks the columns: ${list}` },
  };
}

/** `NO. KK` and `No KK` are the same heading. */
function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z]/g, '');
}
