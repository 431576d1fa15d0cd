/** SIAK's write side [DESIGN, DOMAIN.md 5]: event postings, and the SKPWNI of other cities. */
import { Router, type Response } from 'express';
import { z } from 'zod';
import type { Callbacks } from './callbacks.js';
import type { Destination } from './destination.js';
import { LetterRefused, type Letter, type LetterFault } from './letter.js';
import type { Letters } from './letters.js';
import type { Log } from './log.js';
import { CorrelationIdReused, type Postings } from './postings.js';

const postingSchema = z.object({
  correlationId: z.string().min(1).max(200),
  jenis: z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/),
  payload: z.record(z.string(), z.unknown()),
});
const nomor = z.string().min(1).max(60);
const reservationId = z.string().min(1).max(200);
const reserveSchema = z.object({
  nomor,
  kodeTujuan: z.string().regex(/^\d{2}\.\d{2}/),
  reservationId,
  niks: z.array(z.string().regex(/^\d{16}$/)).optional(),
});
const confirmSchema = z.object({ nomor, nik: z.string().regex(/^\d{16}$/), reservationId });
const releaseSchema = z.object({ nomor, reservationId });

const LETTER_FAULTS: Record<LetterFault, { status: number; pesan: string }> = {
  SKPWNI_FORMAT_SALAH: { status: 400, pesan: 'Nomor SKPWNI tidak sesuai format' },
  SKPWNI_TIDAK_DITEMUKAN: { status: 404, pesan: 'SKPWNI tidak ditemukan' },
  SKPWNI_DIPAKAI: { status: 409, pesan: 'SKPWNI sudah digunakan' },
  SKPWNI_DIRESERVASI: { status: 409, pesan: 'SKPWNI sedang diproses kedatangan lain' },
  SKPWNI_BELUM_DIRESERVASI: { status: 409, pesan: 'SKPWNI belum direservasi' },
  SKPWNI_KEDALUWARSA: { status: 409, pesan: 'SKPWNI kedaluwarsa' },
  SKPWNI_DIBATALKAN: { status: 409, pesan: 'SKPWNI dibatalkan' },
  SKPWNI_TUJUAN_LAIN: { status: 409, pesan: 'SKPWNI ditujukan ke kota lain' },
  BUKAN_ANGGOTA: { status: 422, pesan: 'Orang tersebut tidak tercantum di SKPWNI' },
};

export interface SiakParts {
  postings: Postings;
  callbacks: Callbacks;
  destination: Destination;
  letters: Letters;
  log: Log;
}

export function siakRoutes({ postings, callbacks, destination, letters, log }: SiakParts): Router {
  const router = Router();

  router.post('/sim/siak/v1/peristiwa', (request, response) => {
    const input = readBody(postingSchema, request.body, response);
    if (!input) return;
    try {
      const traceparent = request.get('traceparent') ?? null;
      const { posting, first } = postings.accept({ ...input, traceparent });
      log('info', 'event posted', {
        correlationId: posting.correlationId,
        jenis: posting.jenis,
        received: posting.received,
      });
      if (first && posting.letter) destination.learn(posting.letter);
      callbacks.owe(posting.correlationId);
      response
        .status(202)
        .json({ correlationId: posting.correlationId, status: 'DITERIMA', diterimaPada: posting.firstAt });
    } catch (error) {
      if (!(error instanceof CorrelationIdReused)) throw error;
      response
        .status(409)
        .json({ kode: 'CORRELATION_ID_DIPAKAI', pesan: 'correlationId sudah dipakai untuk isi lain' });
    }
  });

  router.get('/sim/siak/v1/skpwni', (request, response) => {
    const number = typeof request.query['nomor'] === 'string' ? request.query['nomor'] : '';
    answerLetter(response, () => letters.find(number), publicLetter);
  });
  // The path form of DOMAIN.md 5, with the slashes of the number encoded.
  router.get('/sim/siak/v1/skpwni/:nomor', (request, response) => {
    answerLetter(response, () => letters.find(request.params.nomor), publicLetter);
  });
  router.post('/sim/siak/v1/skpwni/reservasi', (request, response) => {
    const input = readBody(reserveSchema, request.body, response);
    if (input) answerLetter(response, () => letters.reserve(input), heldLetter);
  });
  router.post('/sim/siak/v1/skpwni/konfirmasi', (request, response) => {
    const input = readBody(confirmSchema, request.body, response);
    if (input) answerLetter(response, () => letters.confirm(input), heldLetter);
  });
  router.post('/sim/siak/v1/skpwni/lepas', (request, response) => {
    const input = readBody(releaseSchema, request.body, response);
    if (input) answerLetter(response, () => letters.release(input), heldLetter);
  });

  return router;
}

/** Everything but who holds whom. */
export function publicLetter(letter: Letter): Record<string, unknown> {
  return {
    ...letter,
    anggota: letter.anggota.map((member) => ({ ...member, reservationId: undefined })),
  };
}

function heldLetter(letter: Letter): Record<string, unknown> {
  return {
    nomor: letter.nomor,
    status: letter.status,
    belumDatang: letter.anggota.filter((member) => !member.sudahDatang).length,
  };
}

export function answerLetter(
  response: Response,
  find: () => Letter,
  show: (letter: Letter) => Record<string, unknown>,
): void {
  try {
    response.json(show(find()));
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error;
    const { status, pesan } = LETTER_FAULTS[error.kode];
    response.status(status).json({ kode: error.kode, pesan });
  }
}

/** Null after having answered 400. */
export function readBody<Output>(
  schema: z.ZodType<Output>,
  body: unknown,
  response: Response,
): Output | null {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  response
    .status(400)
    .json({ kode: 'PERMINTAAN_TIDAK_SAH', pesan: `Isian tidak sah: ${fields || 'badan permintaan'}` });
  return null;
}
