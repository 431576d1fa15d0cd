/** Reads the answers of the Dukcapil web service (DOMAIN.md 5): envelope, outcome keys, match flags, biodata. */
import { z } from 'zod';
import type { Biodata, ExactMatch, FuzzyMatch, NikRefusal, Unavailable, VerifiedFields } from './outcomes.js';

const envelopeSchema = z.looseObject({
  content: z.array(z.record(z.string(), z.unknown())).min(1),
  quotaLimiter: z.number().nullish(),
});

export interface NikAnswer {
  content: Record<string, unknown>;
  /** Calls left today, or null when the answer does not say. */
  quotaLeft: number | null;
}

/** Null when the body is not Dukcapil's envelope. */
export function readEnvelope(body: unknown): NikAnswer | null {
  const parsed = envelopeSchema.safeParse(body);
  if (!parsed.success) return null;
  return { content: parsed.data.content[0] ?? {}, quotaLeft: parsed.data.quotaLimiter ?? null };
}

const REFUSAL_BY_CODE: Record<string, NikRefusal['kind']> = {
  // 08 is only known as "not usable" (DOMAIN.md 5): like 14 it goes to a person rather than back to the operator.
  '08': 'inactive',
  '11': 'deceased',
  '12': 'duplicate',
  '13': 'not-found',
  '14': 'inactive',
  '15': 'bad-format',
};

/** In order: the texts overlap ("Data Tidak Ditemukan, NIK tidak sesuai format" is 15, not 13). */
const REFUSAL_BY_TEXT: [RegExp, NikRefusal['kind']][] = [
  [/meninggal/i, 'deceased'],
  [/ganda/i, 'duplicate'],
  [/(?:non|tidak) ?aktif/i, 'inactive'],
  [/sesuai format|parameter tidak/i, 'bad-format'],
  [/tidak ditemukan/i, 'not-found'],
];

const UNAVAILABLE_BY_TEXT: [RegExp, Unavailable['reason']][] = [
  [/kuota/i, 'quota'],
  [
    /login gagal|ip address tidak sesuai|ip client\s+tidak|user id tidak aktif|instansi tidak aktif|tidak boleh kosong/i,
    'login',
  ],
];

/**
 * The outcome that is not a success, or null for code 00 and for content without any outcome key. Versions of the service
 * disagree on where it is said, so all of RESPONSE_CODE, RESPONSE, RESPONSE_DESC and RESPON are read.
 */
export function readRefusal(content: Record<string, unknown>): NikRefusal | Unavailable | null {
  const said = ['RESPONSE_CODE', 'RESPONSE', 'RESPONSE_DESC', 'RESPON']
    .map((key) => content[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => String(value).trim())
    .filter((value) => value !== '');
  if (said.length === 0) return null;

  const code = said.find((value) => /^\d{1,2}$/.test(value))?.padStart(2, '0');
  if (code === '00') return null;
  const kind = code === undefined ? undefined : REFUSAL_BY_CODE[code];
  if (kind !== undefined) return { kind };

  const text = said.join(' | ');
  const unavailable = UNAVAILABLE_BY_TEXT.find(([pattern]) => pattern.test(text));
  if (unavailable) return { kind: 'unavailable', reason: unavailable[1] };
  const refusal = REFUSAL_BY_TEXT.find(([pattern]) => pattern.test(text));
  if (refusal) return { kind: refusal[1] };
  if (code === undefined && /^(sukses|success|data ditemukan)/i.test(text)) return null;
  return { kind: 'unavailable', reason: 'http' };
}

const FLAG = /^(Sesuai|Tidak Sesuai)(?: \((\d+)\))?$/;
const SCORE_OF_BARE_MISMATCH = 40;

function readFlag(value: unknown): FuzzyMatch | undefined {
  const parts = typeof value === 'string' ? FLAG.exec(value.trim()) : null;
  if (!parts) return undefined;
  const match = parts[1] === 'Sesuai';
  return { match, score: parts[2] === undefined ? (match ? 100 : SCORE_OF_BARE_MISMATCH) : Number(parts[2]) };
}

function readExactFlag(value: unknown): ExactMatch | undefined {
  const flag = readFlag(value);
  return flag && { match: flag.match };
}

/** Fields that were not asked, or whose flag cannot be read, are absent. */
export function readVerifiedFields(content: Record<string, unknown>): VerifiedFields {
  const fields: VerifiedFields = {
    name: readFlag(content['NAMA_LGKP']),
    birthPlace: readFlag(content['TMPT_LHR']),
    motherName: readFlag(content['NAMA_LGKP_IBU']),
    address: readFlag(content['ALAMAT']),
    birthDate: readExactFlag(content['TGL_LHR']),
    sex: readExactFlag(content['JENIS_KLMIN']),
    familyCardNumber: readExactFlag(content['NO_KK']),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, flag]) => flag !== undefined));
}

/** Null when the content holds no NIK. */
export function readBiodata(content: Record<string, unknown>): Biodata | null {
  const nik = textOf(content['NIK']);
  if (nik === null || !/^\d{16}$/.test(nik)) return null;
  return {
    nik,
    familyCardNumber: textOf(content['NO_KK']),
    name: textOf(content['NAMA_LGKP']) ?? '',
    birthPlace: textOf(content['TMPT_LHR']),
    birthDate: isoDate(textOf(content['TGL_LHR'])),
    sex: sexOf(textOf(content['JENIS_KLMIN'])),
    motherName: textOf(content['NAMA_LGKP_IBU']),
    raw: content,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
}

/** `DD-MM-YYYY` and `YYYY-MM-DD` (both are seen) to `YYYY-MM-DD`. */
function isoDate(text: string | null): string | null {
  if (text === null) return null;
  const dayFirst = /^(\d{2})-(\d{2})-(\d{4})/.exec(text);
  if (dayFirst) return `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
}

function sexOf(text: string | null): 1 | 2 | null {
  if (text === null) return null;
  return /^laki/i.test(text) ? 1 : /^perempuan/i.test(text) ? 2 : null;
}
