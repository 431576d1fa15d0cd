import type { Text } from '../../rules/finding.js';
import { COLUMNS, type Column } from './columns.js';

/** What is wrong with a line of the sheet. Its texts carry no value of the line: they are kept and shown in lists. */
export interface ImportFault {
  /** As the sheet counts: the head is line 1. */
  row: number;
  /** Heading of the column, or null when the line or family as a whole is meant. */
  column: string | null;
  code: string;
  /** E forbids the import, W is for the office to look at. */
  severity: 'E' | 'W';
  message: Text;
}

interface Kind {
  severity: ImportFault['severity'];
  message: Text;
}

const error = (id: string, en: string): Kind => ({ severity: 'E', message: { id, en } });
const warning = (id: string, en: string): Kind => ({ severity: 'W', message: { id, en } });

export const FAULTS = {
  REQUIRED: error('Wajib diisi', 'Must be filled in'),
  NUMBER_LOST_DIGITS: error(
    'Tersimpan sebagai angka, sehingga digit di belakang dapat hilang: jadikan kolom ini teks lalu isi kembali nomornya',
    'Stored as a number, which loses its last digits: make the column text and enter the number again',
  ),
  NIK_FORM: error('NIK harus 16 digit angka', 'A NIK has 16 digits'),
  NIK_IMPOSSIBLE: error(
    'NIK tidak mungkin: tanggal lahir di dalamnya tidak ada, atau nomor urutnya 0000',
    'Impossible NIK: the birth date in it does not exist, or its serial is 0000',
  ),
  NIK_TWICE_IN_FILE: error('NIK sudah dipakai pada baris lain di berkas ini', 'Another line has this NIK'),
  NIK_REGISTERED: error('NIK sudah terdaftar', 'The NIK is in the register'),
  NIK_OTHER_BIRTH_DATE: warning(
    'Tanggal lahir tidak sama dengan yang ada di dalam NIK',
    'The birth date is not the one in the NIK',
  ),
  NIK_OTHER_SEX: warning(
    'Jenis kelamin tidak sama dengan yang ada di dalam NIK',
    'The sex is not the one in the NIK',
  ),
  CARD_FORM: error('Nomor KK harus 16 digit angka', 'A family card number has 16 digits'),
  CARD_REGISTERED: error('Nomor KK sudah terdaftar', 'The family card is in the register'),
  CARD_TWO_ADDRESSES: error(
    'Alamat berbeda dari baris lain dengan nomor KK yang sama',
    'The address differs from that of other lines of this family card',
  ),
  CARD_WITHOUT_HEAD: error('Keluarga tidak memiliki kepala keluarga', 'The family has no head'),
  CARD_TWO_HEADS: error(
    'Keluarga memiliki lebih dari satu kepala keluarga',
    'The family has more than one head',
  ),
  CARD_WITHOUT_ADULT: error(
    'Keluarga tidak memiliki anggota dewasa (17 tahun atau sudah kawin)',
    'The family has no adult (17 years or married)',
  ),
  CHILD_OLDER_THAN_HEAD: warning(
    'Anak lebih tua daripada kepala keluarga',
    'The child is older than the head of the family',
  ),
  PARENT_YOUNGER_THAN_HEAD: warning(
    'Orang tua lebih muda daripada kepala keluarga',
    'The parent is younger than the head of the family',
  ),
  NAME_FORM: error(
    'Nama memuat angka atau huruf bukan latin, atau lebih dari 60 huruf',
    'The name has digits or non-Latin letters, or more than 60 characters',
  ),
  TOO_LONG: error('Teks terlalu panjang', 'The text is too long'),
  DATE_FORM: error(
    'Tanggal tidak dapat dibaca: pakai tanggal Excel, DD-MM-YYYY, atau YYYY-MM-DD',
    'Not a date: use an Excel date, DD-MM-YYYY or YYYY-MM-DD',
  ),
  DATE_IMPOSSIBLE: error('Tanggal ini tidak ada di kalender', 'There is no such day in the calendar'),
  DATE_AHEAD: error('Tanggal lahir di masa depan', 'The birth date lies ahead'),
  DATE_TOO_OLD: error('Tanggal lahir lebih dari 130 tahun yang lalu', 'Born more than 130 years ago'),
  MARRIED_TOO_YOUNG: error(
    'Status kawin bertentangan dengan tanggal lahir (di bawah 12 tahun)',
    'The marital status contradicts the birth date (under 12 years)',
  ),
  CODE_UNKNOWN: error(
    'Kode atau teks tidak ada dalam daftar resmi',
    'Neither a code nor a text of the official list',
  ),
  RT_FORM: error('RT/RW harus angka, paling banyak 3 digit', 'RT and RW are numbers of at most 3 digits'),
  AREA_UNKNOWN: error('Kode kelurahan tidak dikenal', 'No such kelurahan'),
  AREA_OUTSIDE: error('Kelurahan di luar kota ini', 'The kelurahan is not in this city'),
} as const satisfies Record<string, Kind>;

export type FaultCode = keyof typeof FAULTS;

export function faultOf(row: number, column: Column | null, code: FaultCode): ImportFault {
  return { row, column: column === null ? null : COLUMNS[column], code, ...FAULTS[code] };
}
