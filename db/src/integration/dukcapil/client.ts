/**
 * Client of Dukcapil's verification service, of SIAK (event postings) and of other cities' SKPWNI (DOMAIN.md 5).
 * Business answers and outages are values; a throw is a programming error. NIK and KK are strings, sent in bodies only.
 */
import { AnswerCache } from './answer-cache.js';
import { createAsk, type Ask, type CallContext } from './ask.js';
import { CallGuard, type BreakerState } from './call-guard.js';
import { createLetterCalls, type LetterCalls } from './letter-calls.js';
import { maskedNik, withoutNik } from './masked-nik.js';
import { readBiodata, readEnvelope, readRefusal, readVerifiedFields } from './nik-answer.js';
import { DEFAULT_GUARD, type ClientEvent, type DukcapilClientOptions, type Service } from './options.js';
import type { BiodataOutcome, SubmitOutcome, VerifiedFields, VerifyOutcome } from './outcomes.js';
import { createPeerLetterCalls, routeLetters } from './peer-letters.js';
import { QuotaWatch, type Quota } from './quota-watch.js';

/** Fields to compare; those left out or empty are not asked. Dates `YYYY-MM-DD`, sex 1 laki-laki, 2 perempuan. */
export interface VerifyQuestion {
  nik: string;
  name?: string | null;
  birthPlace?: string | null;
  birthDate?: string | null;
  sex?: 1 | 2 | null;
  familyCardNumber?: string | null;
  motherName?: string | null;
  address?: string | null;
}

export interface DukcapilClient extends LetterCalls {
  /** CALL_VERIFY_BY_ELEMEN. At least one field besides the NIK must be asked, else Dukcapil answers `bad-format`. */
  verify(question: VerifyQuestion, context?: CallContext): Promise<VerifyOutcome>;
  /** CALL_NIK: the whole biodata. Needs a legal ground; prefer `verify`. */
  readBiodata(nik: string, context?: CallContext): Promise<BiodataOutcome>;
  /** Posts one event to SIAK. `correlationId` is the idempotency key: a repeat with the same content has no second effect. */
  submitEvent(
    posting: { correlationId: string; kind: string; payload: Record<string, unknown> },
    context?: CallContext,
  ): Promise<SubmitOutcome>;
  /** Drops a kept positive answer, for a person whose status our own registry just changed. */
  forget(nik: string): void;
  breakers(): ReadonlyMap<Service, BreakerState>;
  /** Null until the first answer that names the quota. */
  quota(): Quota | null;
  /** Returns the function that ends the subscription. A listener's throw is swallowed: telemetry must not fail a call. */
  listen(listener: (event: ClientEvent) => void): () => void;
}

export function createDukcapilClient(options: DukcapilClientOptions): DukcapilClient {
  const now = options.now ?? Date.now;
  const listeners = new Set<(event: ClientEvent) => void>();
  const emit = (event: ClientEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch {
        // See `listen`.
      }
    }
  };
  const guardOptions = { ...DEFAULT_GUARD, ...options.guard };
  const guards = new Map<Service, CallGuard>();
  const askOf = (service: Service, url: string, secret?: string): Ask => {
    const guard = new CallGuard(guardOptions, (state) => emit({ event: 'breaker', service, state }));
    guards.set(service, guard);
    const timeoutMs = options.timeoutMs ?? 5_000;
    return createAsk({ service, guard, origin: url.replace(/\/+$/, ''), secret, timeoutMs, emit });
  };
  const quota = new QuotaWatch(options.dailyQuota ?? null, (low) => emit({ event: 'quota-low', quota: low }));
  const cache = new AnswerCache({
    ttlMs: options.cacheTtlMs ?? 12 * 60 * 60 * 1000,
    maxEntries: options.cacheEntries ?? 20_000,
    now,
  });
  const mask = (nik: string) => maskedNik(nik, options.logPepper);
  const account = { user_id: options.userId, password: options.password, ip_user: options.clientIp };

  const askDukcapil = askOf('dukcapil', options.dukcapilUrl);
  const askSiak = askOf('siak', options.siakUrl ?? options.dukcapilUrl);
  const peers = Object.entries(options.peers ?? {}).map(
    ([city, { url, secret }]) => [city, createPeerLetterCalls(askOf(`city-${city}`, url, secret))] as const,
  );

  const askNik = <Outcome extends { kind: string }>(input: {
    operation: 'verify' | 'biodata';
    method: 'CALL_NIK' | 'CALL_VERIFY_BY_ELEMEN';
    nik: string;
    body: Record<string, unknown>;
    context: CallContext | undefined;
    read: (content: Record<string, unknown>) => Outcome | null;
  }) =>
    askDukcapil({
      operation: input.operation,
      repeatable: true,
      method: 'POST',
      path: `/dukcapil/get_json/${encodeURIComponent(options.institutionId)}/${input.method}`,
      body: input.body,
      context: input.context,
      subject: mask(input.nik),
      read: ({ body }) => {
        const answer = readEnvelope(body);
        if (answer === null) return null;
        if (answer.quotaLeft !== null) quota.saw(answer.quotaLeft);
        return readRefusal(answer.content) ?? input.read(answer.content);
      },
    });

  return {
    async verify(question, context) {
      if (!isNik(question.nik)) return { kind: 'bad-format' };
      const elements = elementsOf(question);
      const kept = cache.find(question.nik, elements);
      if (kept) {
        const call = { event: 'call', service: 'dukcapil', operation: 'verify', outcome: 'matched' } as const;
        emit({ ...call, ms: 0, cached: true, subject: mask(question.nik) });
        return { kind: 'matched', fields: kept };
      }
      const outcome: VerifyOutcome = await askNik({
        operation: 'verify',
        method: 'CALL_VERIFY_BY_ELEMEN',
        nik: question.nik,
        body: {
          USER_ID: account.user_id,
          PASSWORD: account.password,
          IP_USER: account.ip_user,
          TRESHOLD: String(options.likenessThreshold ?? 90),
          NIK: question.nik,
          ...elements,
        },
        context,
        read: (content) => ({ kind: 'matched' as const, fields: readVerifiedFields(content) }),
      });
      if (outcome.kind === 'matched' && isPositive(outcome.fields))
        cache.keep(question.nik, elements, outcome.fields);
      else if (outcome.kind !== 'unavailable') cache.forget(question.nik);
      return outcome;
    },

    async readBiodata(nik, context) {
      if (!isNik(nik)) return { kind: 'bad-format' };
      return askNik({
        operation: 'biodata',
        method: 'CALL_NIK',
        nik,
        body: { nik, ...account },
        context,
        read: (content) => {
          const biodata = readBiodata(content);
          // An answer about somebody else must never pass as this person.
          return biodata?.nik === nik ? { kind: 'found' as const, biodata } : null;
        },
      });
    },

    submitEvent: ({ correlationId, kind, payload }, context) =>
      askSiak<SubmitOutcome>({
        operation: 'submit-event',
        repeatable: true,
        method: 'POST',
        path: '/sim/siak/v1/peristiwa',
        body: { correlationId, jenis: kind, payload },
        context,
        read: ({ status, body }) => {
          if (status === 200 || status === 202) return { kind: 'accepted' };
          const { kode, pesan } = (body ?? {}) as { kode?: unknown; pesan?: unknown };
          return {
            kind: 'refused',
            status,
            code: textOr(kode, 'UNKNOWN'),
            message: withoutNik(textOr(pesan, '')),
          };
        },
      }),

    ...routeLetters({ national: createLetterCalls(askSiak), peers: new Map(peers) }),

    forget: (nik) => cache.forget(nik),
    breakers: () => new Map([...guards].map(([service, { state }]) => [service, state])),
    quota: () => quota.quota,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isNik(text: string): boolean {
  return /^\d{16}$/.test(text);
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function isPositive(fields: VerifiedFields): boolean {
  const flags = Object.values(fields);
  return flags.length > 0 && flags.every((flag) => flag.match);
}

function elementsOf(question: VerifyQuestion): Record<string, string> {
  const elements: Record<string, string | null | undefined> = {
    NO_KK: question.familyCardNumber,
    NAMA_LGKP: question.name,
    TMPT_LHR: question.birthPlace,
    TGL_LHR: question.birthDate?.split('-').reverse().join('-'),
    JENIS_KLMIN: question.sex === 1 ? 'Laki-Laki' : question.sex === 2 ? 'Perempuan' : null,
    NAMA_LGKP_IBU: question.motherName,
    ALAMAT: question.address,
  };
  const asked = Object.entries(elements).filter((entry): entry is [string, string] =>
    Boolean(entry[1]?.trim()),
  );
  return Object.fromEntries(asked);
}
