/** RFC 9457 problem documents in both languages: the one shape of every refusal. */
import type { Severity, Text } from '@lampid/domain/rules/finding';

/** One fault of the input. `field` is a path such as `data.child.name`, or null when the whole body is meant. */
export interface InputFault {
  code: string;
  field: string | null;
  severity: Severity;
  message: Text;
}

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The same words in both languages; `title` and `detail` are the Indonesian ones. */
  titles: Text;
  details: Text;
  instance?: string;
  /** To find the request in the logs. */
  traceId?: string;
  errors?: InputFault[];
}

interface ProblemKind {
  status: number;
  title: Text;
}

/** Every problem the API answers, by the last part of its `type`. */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: { id: 'JSON tidak dapat dibaca', en: 'Malformed JSON' } },
  'bad-request': { status: 400, title: { id: 'Permintaan tidak dapat dibaca', en: 'Bad request' } },
  'idempotency-key-required': {
    status: 400,
    title: { id: 'Header Idempotency-Key wajib diisi', en: 'The Idempotency-Key header is required' },
  },
  'not-signed-in': { status: 401, title: { id: 'Anda belum masuk', en: 'Not signed in' } },
  'bad-signature': {
    status: 401,
    title: { id: 'Tanda tangan pesan tidak sah', en: 'Bad message signature' },
  },
  'wrong-role': {
    status: 403,
    title: { id: 'Peran Anda tidak berwenang untuk tindakan ini', en: 'Your role may not do this' },
  },
  'own-report': {
    status: 403,
    title: {
      id: 'Petugas yang memasukkan laporan tidak boleh memutuskannya',
      en: 'Whoever entered a report may not decide it',
    },
  },
  'own-draft': {
    status: 403,
    title: {
      id: 'Penyusun dan pengusul draf tidak boleh menyetujuinya',
      en: 'Whoever wrote or proposed a draft may not approve it',
    },
  },
  'family-changed': {
    status: 409,
    title: {
      id: 'Keluarga berubah sejak halaman ini dibuka; periksa akibatnya lagi sebelum memutuskan',
      en: 'The family has changed since this page was opened; look at what it will do before deciding',
    },
  },
  'cross-site-request': {
    status: 403,
    title: { id: 'Permintaan dari situs lain ditolak', en: 'A request from another site was refused' },
  },
  'not-found': { status: 404, title: { id: 'Tidak ditemukan', en: 'Not found' } },
  'not-acceptable-method': { status: 405, title: { id: 'Metode tidak didukung', en: 'Method not allowed' } },
  'request-in-flight': {
    status: 409,
    title: {
      id: 'Permintaan dengan kunci yang sama masih diproses',
      en: 'A request with this key is still running',
    },
  },
  'draft-changed': {
    status: 409,
    title: {
      id: 'Draf ini sudah diubah di jendela lain',
      en: 'This draft was changed in another window',
    },
  },
  'draft-discarded': {
    status: 404,
    title: {
      id: 'Draf ini sudah dibuang di jendela lain',
      en: 'This draft was thrown away in another window',
    },
  },
  'begun-by-another': {
    status: 403,
    title: {
      id: 'Laporan ini dimulai oleh petugas lain; hanya petugas itu yang dapat menyimpan atau mengajukannya',
      en: 'This report was begun by another officer; only they can keep or submit it',
    },
  },
  'task-taken': {
    status: 409,
    title: { id: 'Tugas sudah diambil petugas lain', en: 'The task is already taken' },
  },
  'task-not-claimed': {
    status: 409,
    title: { id: 'Ambil tugas ini lebih dahulu', en: 'Claim the task first' },
  },
  'state-conflict': {
    status: 409,
    title: { id: 'Tindakan tidak sesuai dengan keadaan sekarang', en: 'Not possible in the present state' },
  },
  'task-gone': { status: 410, title: { id: 'Tugas sudah selesai', en: 'The task is gone' } },
  'too-large': { status: 413, title: { id: 'Kiriman terlalu besar', en: 'Too large' } },
  'unsupported-file': {
    status: 422,
    title: { id: 'Berkas bukan pdf, jpg, atau png yang sah', en: 'Not a valid pdf, jpg or png file' },
  },
  'invalid-input': { status: 422, title: { id: 'Isian tidak sah', en: 'Invalid input' } },
  'idempotency-key-reused': {
    status: 422,
    title: {
      id: 'Idempotency-Key sudah dipakai untuk isi yang lain',
      en: 'This Idempotency-Key was used with another body',
    },
  },
  'model-refused': {
    status: 422,
    title: { id: 'Model tidak dapat dipasang', en: 'The model cannot be deployed' },
  },
  'too-many-requests': {
    status: 429,
    title: {
      id: 'Terlalu banyak permintaan, coba lagi sebentar lagi',
      en: 'Too many requests, try again shortly',
    },
  },
  internal: { status: 500, title: { id: 'Terjadi kesalahan pada server', en: 'Internal error' } },
  'engine-unavailable': {
    status: 503,
    title: { id: 'Mesin proses sedang tidak tersedia', en: 'The process engine is unavailable' },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown by use cases and middleware; the handler at the end of the app turns it into a document. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details?: Text,
    readonly errors?: InputFault[],
  ) {
    super(details?.en ?? PROBLEMS[code].title.en);
    this.name = 'Problem';
    this.status = PROBLEMS[code].status;
  }

  toDocument(instance?: string, traceId?: string): ProblemDocument {
    const { title, status } = PROBLEMS[this.code];
    const details = this.details ?? title;
    return {
      type: `/problems/${this.code}`,
      title: title.id,
      status,
      detail: details.id,
      titles: title,
      details,
      ...(instance && { instance }),
      ...(traceId && { traceId }),
      ...(this.errors && { errors: this.errors }),
    };
  }
}

/** For work done one by one, where a refusal of one does not hold up the others. Whatever is no refusal is thrown on. */
export async function refusalOf(act: () => unknown): Promise<Problem | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

export function notFound(what: Text = { id: 'Data tidak ditemukan', en: 'No such thing' }): Problem {
  return new Problem('not-found', what);
}

export function invalidInput(errors: InputFault[]): Problem {
  return new Problem('invalid-input', undefined, errors);
}

export function inputFault(code: string, field: string | null, message: Text): InputFault {
  return { code, field, severity: 'E', message };
}
