/** `POST /dukcapil/get_json/{idLembaga}/{METHOD}` and data balikan (DOMAIN.md 5). Business answers are always HTTP 200. */
import { createHash } from 'node:crypto';
import { Router, type Response } from 'express';
import { stringify } from 'lossless-json';
import { z } from 'zod';
import type { SimulatorConfig } from './config.js';
import {
  biodataContent,
  envelope,
  refusalContent,
  REFUSAL_OF_STATUS,
  verifyContent,
  type Content,
} from './dukcapil-answers.js';
import type { FaultBoard } from './faults.js';
import { jakartaDate } from './jakarta-date.js';
import type { Journal } from './journal.js';
import { hasNikFormat, MAGIC_SERIALS } from './nik.js';
import type { Population } from './population.js';

type Method = 'CALL_NIK' | 'CALL_VERIFY_BY_ELEMEN';

export interface DukcapilParts {
  config: SimulatorConfig;
  faults: FaultBoard;
  population: Population;
  journal: Journal;
  now: () => Date;
}

/** Elements that are not about the person. */
const ACCOUNT_KEYS = new Set(['NIK', 'USER_ID', 'PASSWORD', 'IP_USER', 'TRESHOLD']);

export function dukcapilRoutes(parts: DukcapilParts): Router {
  const { config, faults, population } = parts;
  const router = Router();
  const used = new Map<string, number>();

  /** One call of the account's quota; what is left after it, or -1 when nothing was. */
  const spend = (userId: string): number => {
    const key = `${faults.quotaEpoch} ${jakartaDate(parts.now())} ${userId}`;
    const count = used.get(key) ?? 0;
    if (count >= faults.current.quota) return -1;
    used.set(key, count + 1);
    return faults.current.quota - count - 1;
  };

  const refuseAccount = (institution: string, body: Record<string, string>): string | null => {
    const { USER_ID: userId = '', PASSWORD: password = '', IP_USER: ip = '' } = body;
    if (userId === '' || password === '' || ip === '') return 'User, password dan IP tidak boleh kosong';
    if (config.institutions.length > 0 && !config.institutions.includes(institution))
      return 'Instansi Tidak Aktif';
    if (userId !== config.account.userId || password !== config.account.password) return 'Login Gagal';
    if (config.clientIps.length > 0 && !config.clientIps.includes(ip)) return 'IP Client  Tidak terdaftar';
    return null;
  };

  /** Null: the call is never answered. */
  const answer = (method: Method, body: Record<string, string>): Content | null => {
    const nik = body['NIK'] ?? '';
    const asked = Object.fromEntries(
      Object.entries(body).filter(([key, value]) => !ACCOUNT_KEYS.has(key) && value !== ''),
    );
    if (nik === '' || (method === 'CALL_VERIFY_BY_ELEMEN' && Object.keys(asked).length === 0)) {
      return say('Parameter Tidak Lengkap / Tidak Valid');
    }
    const person = population.find(nik);
    const magic = person?.registered ? undefined : MAGIC_SERIALS[nik.slice(12)];
    if (magic === 'hang') return null;
    if (magic) return refusalContent(method, magic);
    if (!person) return refusalContent(method, hasNikFormat(nik) ? '13' : '15');
    const refusal = REFUSAL_OF_STATUS[person.status];
    if (refusal) return refusalContent(method, refusal);
    if (method === 'CALL_NIK') return biodataContent(person, population);
    const threshold = Number(body['TRESHOLD'] ?? '');
    return verifyContent({ person, asked, threshold: threshold > 0 ? threshold : 90, population });
  };

  router.post('/dukcapil/get_json/:institution/:method', (request, response) => {
    const method = request.params.method.toUpperCase();
    const body = upperCaseKeys(request.body);
    if ((method !== 'CALL_NIK' && method !== 'CALL_VERIFY_BY_ELEMEN') || body === null) {
      sendExact(response, envelope(say('Parameter Tidak Lengkap / Tidak Valid'), 0));
      return;
    }
    const accountFault = refuseAccount(request.params.institution, body);
    if (accountFault !== null) {
      sendExact(response, envelope(say(accountFault), 0));
      return;
    }
    const left = spend(body['USER_ID'] ?? '');
    const content = left < 0 ? say('Kuota Akses Hari ini telah Habis') : answer(method, body);
    if (content !== null) sendExact(response, envelope(content, Math.max(0, left)));
  });

  const returned = parts.journal.table<true>('data-balikan');
  router.post('/dukcapil/data_balikan', (request, response) => {
    if (!/^Bearer \S+/i.test(request.get('authorization') ?? '')) {
      response.status(401).json({ message: 'Unauthorized' });
      return;
    }
    const parsed = dataBalikanSchema.safeParse(request.body);
    if (!parsed.success) {
      response.status(400).json({ message: 'Format data tidak sesuai' });
      return;
    }
    const keys = parsed.data.flatMap((institution) =>
      institution.data.flatMap(({ NIK, param }) =>
        param.map(({ CUSTOMER_ID }) =>
          createHash('sha256')
            .update(JSON.stringify([institution.id_lembaga, NIK, CUSTOMER_ID]))
            .digest('hex'),
        ),
      ),
    );
    if (keys.every((key) => returned.get(key))) {
      response.status(400).json({ message: 'Data sudah pernah dikirim' });
      return;
    }
    for (const key of keys) returned.set(key, true);
    response.json({ message: 'Success' });
  });

  return router;
}

const textual = z.union([z.string(), z.number()]).transform(String);
const dataBalikanSchema = z
  .array(
    z.object({
      id_lembaga: textual,
      nama_lembaga: z.string(),
      data: z
        .array(z.object({ NIK: textual, param: z.array(z.object({ CUSTOMER_ID: textual })).min(1) }))
        .min(1),
    }),
  )
  .min(1);

function say(respon: string): Content {
  return { RESPON: respon };
}

/** Callers write `nik` or `NIK`, as text or as a number. */
function upperCaseKeys(body: unknown): Record<string, string> | null {
  const parsed = z.record(z.string(), z.union([z.string(), z.number(), z.null()])).safeParse(body);
  if (!parsed.success) return null;
  return Object.fromEntries(
    Object.entries(parsed.data).map(([key, value]) => [
      key.toUpperCase(),
      value === null ? '' : String(value),
    ]),
  );
}

function sendExact(response: Response, body: unknown): void {
  response.type('application/json').send(stringify(body) ?? 'null');
}
