/** What tests, the launcher and the demo turn: population, faults, example letters, arrivals elsewhere. No fault reaches these. */
import { Router } from 'express';
import { z } from 'zod';
import { UnknownOutgoingLetter, type Destination } from './destination.js';
import { faultsSchema, type FaultBoard } from './faults.js';
import type { Letters } from './letters.js';
import { personSchema } from './person.js';
import type { Population } from './population.js';
import type { Postings } from './postings.js';
import { answerLetter, publicLetter, readBody } from './siak-routes.js';

const residentsSchema = z.object({
  residents: z.array(personSchema),
  /** Official names by dotted code, for PROP_NAME ... KEL_NAME. */
  areaNames: z.record(z.string(), z.string()).optional(),
  /** True: people already known stay as they are (a seed that must not raise the dead). */
  keepExisting: z.boolean().optional(),
});
const exampleSchema = z.object({
  kodeTujuan: z.string().regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/),
  keadaan: z
    .enum(['TERBIT', 'TENGGANG', 'KEDALUWARSA', 'DIBATALKAN', 'DIPAKAI', 'DIRESERVASI', 'TUJUAN_LAIN'])
    .default('TERBIT'),
});
const destinationSchema = z.object({
  nomor: z.string(),
  action: z.enum(['arrive', 'reserve', 'confirm', 'release']),
  nik: z.string().optional(),
});
const letterEndSchema = z.object({ nomor: z.string(), as: z.enum(['KEDALUWARSA', 'DIBATALKAN']) });
const resetSchema = z.object({ state: z.boolean().optional() }).optional();

export interface ControlParts {
  faults: FaultBoard;
  population: Population;
  postings: Postings;
  letters: Letters;
  destination: Destination;
  /** Forgets all people, postings and letters. */
  forgetEverything: () => void;
}

export function controlRoutes(parts: ControlParts): Router {
  const { faults, population, postings, letters, destination } = parts;
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', people: population.size, postings: postings.all().length });
  });

  router.post('/sim/control/residents', (request, response) => {
    const input = readBody(residentsSchema, request.body, response);
    if (!input) return;
    population.putAreaNames(input.areaNames ?? {});
    const changed = population.put(input.residents, { keepExisting: input.keepExisting ?? false });
    response.json({ received: input.residents.length, changed, total: population.size });
  });

  router.get('/sim/control/faults', (_request, response) => {
    response.json(faults.current);
  });
  router.post('/sim/control/faults', (request, response) => {
    const input = readBody(faultsSchema.partial(), request.body, response);
    if (!input) return;
    faults.patch(input);
    destination.planWaiting();
    response.json(faults.current);
  });
  router.post('/sim/control/reset', (request, response) => {
    const input = readBody(resetSchema, request.body, response);
    if (input === null) return;
    faults.reset();
    if (input?.state) parts.forgetEverything();
    response.json(faults.current);
  });

  router.get('/sim/control/postings', (request, response) => {
    const { correlationId } = request.query;
    const items = postings
      .all()
      .filter((posting) => correlationId === undefined || posting.correlationId === correlationId)
      .map(({ correlationId: id, jenis, received, status, kode, firstAt, nomorDokumen, callback }) => ({
        ...{ correlationId: id, jenis, received, status, kode, firstAt, nomorDokumen },
        callback: { due: callback.due, delivered: callback.delivered, dropped: callback.dropped },
      }));
    response.json({ items, total: items.length });
  });

  router.get('/sim/control/destination', (_request, response) => {
    response.json({ items: destination.all().map(withoutNiks) });
  });
  router.post('/sim/control/destination', async (request, response) => {
    const input = readBody(destinationSchema, request.body, response);
    if (!input) return;
    try {
      const { nomor, action, nik } = input;
      const letter =
        action === 'arrive' ? await destination.arrive(nomor) : await destination.act({ nomor, action, nik });
      response.json(withoutNiks(letter));
    } catch (error) {
      if (!(error instanceof UnknownOutgoingLetter)) throw error;
      response.status(404).json({ kode: 'SKPWNI_TIDAK_DITEMUKAN', pesan: error.message });
    }
  });

  router.post('/sim/control/letters', (request, response) => {
    const input = readBody(letterEndSchema, request.body, response);
    if (input) answerLetter(response, () => letters.end(input), publicLetter);
  });
  router.post('/sim/demo/skpwni', (request, response) => {
    const input = readBody(exampleSchema, request.body, response);
    if (input) response.status(201).json(publicLetter(letters.issue(input)));
  });

  return router;
}

function withoutNiks({
  niks,
  confirmed,
  ...letter
}: ReturnType<Destination['all']>[number]): Record<string, unknown> {
  return { ...letter, members: niks.length, confirmed: confirmed.length };
}
