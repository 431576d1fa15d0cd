/** SKPWNI calls to the office that issued the letter: look up, reserve, confirm person by person, release (DOMAIN.md 2.7, 4.7). */
import type { MoveLetter } from '@lampid/domain/registry/snapshot';
import { z } from 'zod';
import type { Ask, CallContext } from './ask.js';
import { letterStatusSchema, readLetter, readLetterRefusal } from './letter-answer.js';
import type {
  ConfirmOutcome,
  LetterLookup,
  ReleaseOutcome,
  ReserveOutcome,
  Unavailable,
} from './outcomes.js';

export interface LetterCalls {
  lookupLetter(number: string, context?: CallContext): Promise<LetterLookup>;
  /** Holds these people on the letter for one arrival. Idempotent per `reservationId`; from here on expiry and cancellation lose. */
  reserveLetter(
    input: { number: string; destinationCode: string; reservationId: string; niks: readonly string[] },
    context?: CallContext,
  ): Promise<ReserveOutcome>;
  /** Tells the origin that this member arrived; the last one uses the letter up. Idempotent. */
  confirmArrival(
    input: { number: string; nik: string; reservationId: string },
    context?: CallContext,
  ): Promise<ConfirmOutcome>;
  /** Undoes a reservation and its confirmations (compensation of an arrival). Idempotent. */
  releaseLetter(
    input: { number: string; reservationId: string },
    context?: CallContext,
  ): Promise<ReleaseOutcome>;
  /** Demo installations only: a fresh letter of another city, addressed to `destinationCode` (kelurahan or city). */
  exampleLetter(
    input: { destinationCode: string; condition?: ExampleCondition },
    context?: CallContext,
  ): Promise<{ kind: 'found'; letter: MoveLetter } | Unavailable>;
}

/** `grace`: past its validity, not yet past the days of grace. */
export type ExampleCondition = 'issued' | 'grace' | 'expired' | 'cancelled' | 'used';

const CONDITION = {
  issued: 'TERBIT',
  grace: 'TENGGANG',
  expired: 'KEDALUWARSA',
  cancelled: 'DIBATALKAN',
  used: 'DIPAKAI',
} as const;

const LETTERS = '/sim/siak/v1/skpwni';
const heldSchema = z.object({ status: letterStatusSchema, belumDatang: z.int().optional() });

export function createLetterCalls(ask: Ask): LetterCalls {
  const safe = { repeatable: true } as const;
  return {
    lookupLetter: (number, context) =>
      ask<LetterLookup>({
        ...safe,
        operation: 'letter-lookup',
        method: 'GET',
        path: `${LETTERS}?nomor=${encodeURIComponent(number)}`,
        context,
        read: ({ status, body }) => {
          if (status === 200) {
            const letter = readLetter(body);
            return letter && { kind: 'found', letter };
          }
          const refusal = readLetterRefusal(body)?.reason;
          return refusal === 'not-found' || refusal === 'bad-format' ? { kind: refusal } : null;
        },
      }),

    reserveLetter: ({ number, destinationCode, reservationId, niks }, context) =>
      ask<ReserveOutcome>({
        ...safe,
        operation: 'letter-reserve',
        method: 'POST',
        path: `${LETTERS}/reservasi`,
        body: { nomor: number, kodeTujuan: destinationCode, reservationId, niks },
        context,
        read: ({ status, body }) => {
          const held = status === 200 ? heldSchema.safeParse(body) : null;
          return held?.success ? { kind: 'reserved', status: held.data.status } : readLetterRefusal(body);
        },
      }),

    confirmArrival: ({ number, nik, reservationId }, context) =>
      ask<ConfirmOutcome>({
        ...safe,
        operation: 'letter-confirm',
        method: 'POST',
        path: `${LETTERS}/konfirmasi`,
        body: { nomor: number, nik, reservationId },
        context,
        read: ({ status, body }) => {
          const held = status === 200 ? heldSchema.safeParse(body) : null;
          if (!held?.success) return readLetterRefusal(body);
          return { kind: 'confirmed', status: held.data.status, remaining: held.data.belumDatang ?? 0 };
        },
      }),

    releaseLetter: ({ number, reservationId }, context) =>
      ask<ReleaseOutcome>({
        ...safe,
        operation: 'letter-release',
        method: 'POST',
        path: `${LETTERS}/lepas`,
        body: { nomor: number, reservationId },
        context,
        read: ({ status, body }) => {
          const held = status === 200 ? heldSchema.safeParse(body) : null;
          return held?.success ? { kind: 'released', status: held.data.status } : readLetterRefusal(body);
        },
      }),

    exampleLetter: ({ destinationCode, condition }, context) =>
      ask<{ kind: 'found'; letter: MoveLetter }>({
        // Every call makes another letter: a repeat would leave one behind.
        repeatable: false,
        operation: 'example-letter',
        method: 'POST',
        path: '/sim/demo/skpwni',
        body: { kodeTujuan: destinationCode, ...(condition ? { keadaan: CONDITION[condition] } : {}) },
        context,
        read: ({ status, body }) => {
          const letter = status === 201 ? readLetter(body) : null;
          return letter && { kind: 'found', letter };
        },
      }),
  };
}
