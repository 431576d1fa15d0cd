/** SKPWNI of a city that runs e-LAMPID: asked at that city itself, by signed messages to its inbound face. */
import { parseMoveLetter } from '@lampid/domain/document-numbers';
import { z } from 'zod';
import type { Ask } from './ask.js';
import { letterStatusSchema, readLetter } from './letter-answer.js';
import type { LetterCalls } from './letter-calls.js';
import type {
  ConfirmOutcome,
  LetterLookup,
  LetterRefusal,
  LetterRefusalReason,
  ReleaseOutcome,
  ReserveOutcome,
} from './outcomes.js';

/** What is asked of the city that issued a letter. */
export type OriginCalls = Omit<LetterCalls, 'exampleLetter'>;

const INBOUND = '/api/v1/inbound/skpwni';
const heldSchema = z.object({ status: letterStatusSchema, belumDatang: z.int() });

const REASONS = [
  ...(['not-found', 'used', 'reserved', 'not-reserved', 'expired', 'cancelled', 'not-a-member'] as const),
] satisfies LetterRefusalReason[];
const problemSchema = z.object({
  status: z.int(),
  errors: z.tuple([z.object({ code: z.enum(REASONS) })]),
});

export function createPeerLetterCalls(ask: Ask): OriginCalls {
  const safe = { repeatable: true, method: 'POST' } as const;
  return {
    lookupLetter: (number, context) =>
      ask<LetterLookup>({
        ...safe,
        operation: 'letter-lookup',
        // A POST: its body is what is signed.
        path: `${INBOUND}/lookup`,
        body: { nomor: number, action: 'lookup' },
        context,
        read: ({ status, body }) => {
          const letter = status === 200 ? readLetter(body) : null;
          if (letter) return { kind: 'found', letter };
          return readRefusal(body)?.reason === 'not-found' ? { kind: 'not-found' } : null;
        },
      }),

    reserveLetter: ({ number, reservationId, niks }, context) =>
      ask<ReserveOutcome>({
        ...safe,
        operation: 'letter-reserve',
        path: `${INBOUND}/reserve`,
        body: { nomor: number, reservationId, niks, action: 'reserve' },
        context,
        read: ({ body }) => {
          const held = heldSchema.safeParse(body);
          return held.success ? { kind: 'reserved', status: held.data.status } : readRefusal(body);
        },
      }),

    confirmArrival: ({ number, nik, reservationId }, context) =>
      ask<ConfirmOutcome>({
        ...safe,
        operation: 'letter-confirm',
        path: `${INBOUND}/confirm`,
        body: { nomor: number, nik, reservationId, action: 'confirm' },
        context,
        read: ({ body }) => {
          const held = heldSchema.safeParse(body);
          if (!held.success) return readRefusal(body);
          return { kind: 'confirmed', status: held.data.status, remaining: held.data.belumDatang };
        },
      }),

    releaseLetter: ({ number, reservationId }, context) =>
      ask<ReleaseOutcome>({
        ...safe,
        operation: 'letter-release',
        path: `${INBOUND}/release`,
        body: { nomor: number, reservationId, action: 'release' },
        context,
        read: ({ body }) => {
          const held = heldSchema.safeParse(body);
          return held.success ? { kind: 'released', status: held.data.status } : readRefusal(body);
        },
      }),
  };
}

/** Their problem document as a refusal; null for one that is no answer about the letter (a bad signature, a page that is not theirs). */
function readRefusal(body: unknown): LetterRefusal | null {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return null;
  const { status, errors } = problem.data;
  return status === 404 || status === 409 ? { kind: 'refused', reason: errors[0].code } : null;
}

/** Each letter goes to the office that its number names; cities that are no peers are reached through SIAK. */
export function routeLetters(input: {
  national: LetterCalls;
  peers: ReadonlyMap<string, OriginCalls>;
}): LetterCalls {
  const { national, peers } = input;
  const officeOf = (number: string): OriginCalls =>
    peers.get(parseMoveLetter(number)?.originCity ?? '') ?? national;
  return {
    lookupLetter: (number, context) => officeOf(number).lookupLetter(number, context),
    reserveLetter: (asked, context) => officeOf(asked.number).reserveLetter(asked, context),
    confirmArrival: (asked, context) => officeOf(asked.number).confirmArrival(asked, context),
    releaseLetter: (asked, context) => officeOf(asked.number).releaseLetter(asked, context),
    exampleLetter: national.exampleLetter,
  };
}
