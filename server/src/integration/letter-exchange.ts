/**
 * Another city takes in people of ours: it reserves them on our SKPWNI, confirms each arrival, or gives them back. Every call may
 * be repeated. When everybody has arrived, the move's case goes on.
 */
import type { Tx } from '@lampid/db/data-source';
import { letterStatusCode } from '@lampid/db/integration/dukcapil/letter-answer';
import { recordAudit } from '@lampid/db/kernel/audit';
import { enqueue } from '@lampid/db/kernel/outbox';
import { loadConfiguration } from '@lampid/db/reference/configuration';
import {
  confirmLetterMember,
  findLetter,
  releaseLetter,
  reserveLetter,
  type LetterAnswer,
} from '@lampid/db/registry/move-letters';
import { letterByNumber } from '@lampid/db/reporting/queries-reports';
import { loadReport } from '@lampid/db/reporting/report';
import { cityOf } from '@lampid/domain/areas';
import { todayJakarta } from '@lampid/domain/dates';
import type { MoveLetter } from '@lampid/domain/registry/snapshot';
import type { Text } from '@lampid/domain/rules/finding';
import type { Deps } from '../deps.js';
import { inputFault, Problem } from '../http/problem.js';
import { z } from '../http/zod.js';
import { tagScope } from '../observability/request-scope.js';
import type { CommandPayload } from '../relay/command.js';
import type { Sender } from './signed-body.js';

export type LetterAction = 'reserve' | 'confirm' | 'release';

export const letterMessageSchema = z
  .object({
    nomor: z.string().min(1).max(60),
    reservationId: z.string().min(1).max(200),
    /** `confirm`: who arrived; absent = everybody whom the reservation holds. */
    nik: z.string().max(32).nullish(),
    /** `reserve`: who comes; absent = everybody whom no other arrival holds. */
    niks: z.array(z.string().max(32)).min(1).max(100).nullish(),
    /** What is asked, inside of what is signed: a city must say it, so that its message serves for nothing else. */
    action: z.enum(['lookup', 'reserve', 'confirm', 'release']).optional(),
  })
  .openapi('LetterMessage');

export type LetterMessage = z.output<typeof letterMessageSchema>;

export interface LetterHeld {
  nomor: string;
  status: string;
  /** Members whose arrival is not confirmed yet. */
  belumDatang: number;
}

export const letterQuestionSchema = letterMessageSchema
  .pick({ nomor: true, action: true })
  .openapi('LetterQuestion');

/** Our letter, to the city that it leads to. @throws Problem 404 for every other city too: its people are not theirs to see */
export async function showLetter(
  deps: Deps,
  { sender, message }: { sender: Sender; message: z.output<typeof letterQuestionSchema> },
): Promise<MoveLetter> {
  assertMeant(sender, 'lookup', message);
  const letter = await findLetter(deps.db.manager, message.nomor);
  if (!letter || !leadsTo(sender, letter.destination.areaCode)) throw refused('not-found');
  return letter;
}

/** @throws Problem 401 for a city's message that was signed for something else */
function assertMeant(sender: Sender, action: string, message: { action?: string | undefined }): void {
  if (sender !== 'siak' && message.action !== action) throw new Problem('bad-signature');
}

/** A city acts on letters that lead there; SIAK for whoever it speaks for. */
function leadsTo(sender: Sender, destination: string): boolean {
  return sender === 'siak' || cityOf(destination) === sender;
}

/** @throws Problem 404 unknown letter or one to another city, 409 when it is in another state or held by somebody else */
export async function exchangeLetter(
  deps: Deps,
  action: LetterAction,
  { sender, message }: { sender: Sender; message: LetterMessage },
): Promise<LetterHeld> {
  assertMeant(sender, action, message);
  const { moveLetterGraceDays: graceDays } = await loadConfiguration(deps.db, deps.config.CITY);
  const today = todayJakarta(deps.now());
  return deps.db.transaction(async (tx) => {
    const known = await letterByNumber(tx, message.nomor);
    if (!known || !leadsTo(sender, known.destination)) throw refused('not-found');
    const report = await loadReport(tx, known.reportId, { lock: 'update' });
    tagScope({ reportId: known.reportId, ticket: report?.ticket ?? null });
    const answer = await act(tx, action, message, { graceDays, today });
    if (answer.kind === 'refused') throw refused(answer.reason);
    if (answer.changed) {
      const traceparent = report?.traceparent ?? null;
      await recordAudit(tx, {
        ...{ actor: 'skpwni', action: `letter.${action}`, reportId: known.reportId, traceparent },
        detail: { sender, status: answer.status, remaining: answer.remaining },
      });
      if (answer.status === 'used') await tellCase(tx, known.reportId, traceparent);
    }
    return { nomor: message.nomor, status: letterStatusCode(answer.status), belumDatang: answer.remaining };
  });
}

function act(
  tx: Tx,
  action: LetterAction,
  { nomor, reservationId, nik, niks }: LetterMessage,
  { graceDays, today }: { graceDays: number; today: string },
): Promise<LetterAnswer> {
  switch (action) {
    case 'reserve':
      return reserveLetter(tx, { number: nomor, reservationId, niks: niks ?? null, today, graceDays });
    case 'confirm':
      return confirmLetterMember(tx, { number: nomor, reservationId, nik: nik ?? null });
    case 'release':
      return releaseLetter(tx, { number: nomor, reservationId });
  }
}

async function tellCase(tx: Tx, reportId: string, traceparent: string | null): Promise<void> {
  const payload: CommandPayload<'correlate'> = {
    message: 'arrival-confirmed',
    variables: {},
    expires: 'incident',
  };
  await enqueue(tx, { reportId, kind: 'correlate', payload, traceparent });
}

const REASONS: Record<Extract<LetterAnswer, { kind: 'refused' }>['reason'], Text> = {
  'not-found': { id: 'SKPWNI tidak ditemukan', en: 'No such move letter' },
  used: { id: 'SKPWNI sudah digunakan', en: 'The letter is already used' },
  reserved: { id: 'SKPWNI sedang dipesan pihak lain', en: 'The letter is reserved by somebody else' },
  'not-reserved': { id: 'SKPWNI belum dipesan', en: 'The letter is not reserved' },
  expired: { id: 'SKPWNI kedaluwarsa', en: 'The letter has expired' },
  cancelled: { id: 'SKPWNI dibatalkan', en: 'The letter is cancelled' },
  'not-a-member': { id: 'Orang ini tidak tercantum di SKPWNI', en: 'This person is not on the letter' },
};

function refused(reason: keyof typeof REASONS): Problem {
  const text = REASONS[reason];
  const kind = reason === 'not-found' ? 'not-found' : 'state-conflict';
  return new Problem(kind, text, [inputFault(reason, 'nomor', text)]);
}
