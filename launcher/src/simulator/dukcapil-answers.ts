/** Contents of the verification service's answers (DOMAIN.md 5). */
import { codeName, type CodeList } from '@lampid/domain/codes';
import { likeness } from './likeness.js';
import type { Person } from './person.js';
import type { Population } from './population.js';

export type Content = Record<string, string | number | bigint | null>;

export const CODE_TEXTS = {
  '11': 'Data Ditemukan, Meninggal Dunia',
  '12': 'Data Ditemukan, Data Ganda',
  '13': 'Data Tidak Ditemukan, NIK tidak terdapat di database Kependudukan',
  '14': 'Data Ditemukan, Status Non Aktif silahkan hubungi Dinas Dukcapil',
  '15': 'Data Tidak Ditemukan, NIK tidak sesuai format Dukcapil',
} as const;
export type RefusalCode = keyof typeof CODE_TEXTS;

export const REFUSAL_OF_STATUS: Record<Person['status'], RefusalCode | null> = {
  AKTIF: null,
  MATI: '11',
  GANDA: '12',
  NONAKTIF: '14',
};

/** The real service says the outcome under keys that differ by method and version; so do we. */
export function refusalContent(method: 'CALL_NIK' | 'CALL_VERIFY_BY_ELEMEN', code: RefusalCode): Content {
  if (method === 'CALL_VERIFY_BY_ELEMEN') return { RESPONSE_CODE: code, RESPONSE_DESC: CODE_TEXTS[code] };
  return code === '13'
    ? { RESPON: 'Data Tidak Ditemukan' }
    : { RESPONSE_CODE: code, RESPONSE: CODE_TEXTS[code] };
}

/** Envelope of every answer; `quotaLimiter` is what the account has left today. */
export function envelope(content: Content, quotaLeft: number): Record<string, unknown> {
  return {
    content: [content],
    lastPage: true,
    numberOfElements: 1,
    sort: null,
    totalElements: 1,
    firstPage: true,
    number: 0,
    size: 1,
    quotaLimiter: quotaLeft,
  };
}

/** The national database answers texts, in capitals. */
function codeText(list: CodeList, code: number): string {
  return codeName(list, code).toUpperCase();
}

function areaParts(code: string): { number: number | null; code: string }[] {
  const parts = code.split('.');
  return [0, 1, 2, 3].map((level) => {
    const part = parts[level];
    return { number: part === undefined ? null : Number(part), code: parts.slice(0, level + 1).join('.') };
  });
}

/** CALL_NIK: NIK and NO_KK as JSON numbers, digit by digit. */
export function biodataContent(person: Person, population: Population): Content {
  const [province, city, district, village] = areaParts(person.kodeWilayah).map((part) => ({
    number: part.number,
    name: part.number === null ? '' : population.areaName(part.code),
  }));
  return {
    NIK: BigInt(person.nik),
    NO_KK: person.noKk === null ? null : BigInt(person.noKk),
    NAMA_LGKP: person.nama,
    JENIS_KLMIN: person.jenisKelamin === 1 ? 'Laki-Laki' : 'Perempuan',
    TMPT_LHR: person.tempatLahir,
    TGL_LHR: person.tanggalLahir,
    GOL_DARAH: codeText('golonganDarah', person.golonganDarah),
    AGAMA: codeText('agama', person.agama),
    STATUS_KAWIN: codeText('statusKawin', person.statusKawin),
    STAT_HBKEL: codeText('shdk', person.shdk),
    PDDK_AKH: codeText('pendidikan', person.pendidikan),
    JENIS_PKRJN: codeText('pekerjaan', person.pekerjaan),
    NAMA_LGKP_IBU: person.namaIbu,
    NAMA_LGKP_AYAH: person.namaAyah,
    NO_AKTA_LHR: person.nomorAktaLahir,
    PNYDNG_CCT: null,
    ALAMAT: person.alamat,
    NO_RT: person.rt === '' ? null : Number(person.rt),
    NO_RW: person.rw === '' ? null : Number(person.rw),
    DUSUN: null,
    KODE_POS: person.kodePos === null ? null : Number(person.kodePos),
    NO_PROP: province?.number ?? null,
    PROP_NAME: province?.name ?? '',
    NO_KAB: city?.number ?? null,
    KAB_NAME: city?.name ?? '',
    NO_KEC: district?.number ?? null,
    KEC_NAME: district?.name ?? '',
    NO_KEL: village?.number ?? null,
    KEL_NAME: village?.name ?? '',
    EKTP_STATUS: 'CARD_SHIPPED',
    EKTP_CREATED: null,
    LAST_UPDATED: null,
    RESPON: null,
  };
}

const FUZZY = ['NAMA_LGKP', 'TMPT_LHR', 'ALAMAT', 'NAMA_LGKP_IBU'] as const;
/** Below this a mismatch is answered without its score. */
const LOWEST_SCORE_SHOWN = 50;

/** CALL_VERIFY_BY_ELEMEN: a flag for every element that was asked and that the database can compare. */
export function verifyContent(input: {
  person: Person;
  asked: Readonly<Record<string, string>>;
  threshold: number;
  population: Population;
}): Content {
  const truth = biodataContent(input.person, input.population);
  const [year, month, day] = input.person.tanggalLahir.split('-');
  truth['TGL_LHR'] = `${day}-${month}-${year}`;
  const content: Content = { NIK: 'Sesuai' };
  for (const [element, asked] of Object.entries(input.asked)) {
    const stored = truth[element];
    if (element === 'NIK' || stored === undefined) continue;
    content[element] = (FUZZY as readonly string[]).includes(element)
      ? fuzzyFlag(likeness(asked, String(stored ?? '')), input.threshold)
      : sameValue(asked, stored)
        ? 'Sesuai'
        : 'Tidak Sesuai';
  }
  return content;
}

function fuzzyFlag(score: number, threshold: number): string {
  if (score >= threshold) return `Sesuai (${score})`;
  return score >= LOWEST_SCORE_SHOWN ? `Tidak Sesuai (${score})` : 'Tidak Sesuai';
}

/** `01` and 1 are the same RT. */
function sameValue(asked: string, stored: string | number | bigint | null): boolean {
  const [a, b] = [asked, String(stored ?? '')].map((value) =>
    /^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : value.trim().toUpperCase(),
  );
  return a === b;
}
