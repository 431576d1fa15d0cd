/** Makes an event true: the effect that `domain` computed is written in the caller's transaction, all or nothing. */
import { cardPrefix, deedPrefix, moveLetterPrefix } from '@lampid/domain/document-numbers';
import { nikPrefix } from '@lampid/domain/nik';
import { EffectConflict, type DocumentOrder, type EffectResult } from '@lampid/domain/registry/change';
import type { RegisteredResult } from '@lampid/processes/define-event';
import { QueryFailedError } from 'typeorm';
import type { Tx } from '../data-source.js';
import { newId } from '../kernel/new-id.js';
import { rows } from '../kernel/rows.js';
import { allocateNumbers, type NumberRequest } from './allocate-numbers.js';
import { planEffect, type EffectPlan, type GivenNumbers } from './effect-plan.js';
import { reverseRegistration } from './reverse-registration.js';
import { writeAdditions, writeChanges, type Changed } from './write-effect.js';

export interface ApplyEffectInput {
  reportId: string;
  workId: string;
  effect: EffectResult;
  /** Registration date in Asia/Jakarta: counts postings into its month and is part of new numbers. */
  today: string;
  /** `PP.KK` */
  city: string;
}

export interface AppliedEffect {
  registrationId: string;
  registered: RegisteredResult;
  /** A revoked registration left something that a person must put right; null where nothing was revoked. */
  needsPerson: boolean | null;
}

/**
 * At most three statements (a revocation has those of the reversal besides). Throws EffectConflict when the registry is not (any more) as the effect was computed from or a
 * serial is exhausted: nothing may be kept of the transaction then. The caller loaded its snapshot with `lock`.
 */
export async function applyEffect(tx: Tx, input: ApplyEffectInput): Promise<AppliedEffect> {
  const { effect, reportId, workId, today, city } = input;
  const given = await giveNumbers(tx, input);
  const plan = planEffect(effect, given);
  const registrationId = newId();
  const needsPerson = await revoke(tx, input);
  try {
    const changed = await writeChanges(tx, { plan, reportId, today, others: mentioned(effect) });
    const registered = resultOf({ effect, given, plan, changed, today });
    await writeAdditions(tx, { plan, changed, registrationId, reportId, workId, today, city, registered });
    return { registrationId, registered, needsPerson };
  } catch (error) {
    throw conflictOf(error);
  }
}

/** Takes back what the effect revokes. */
async function revoke(tx: Tx, { effect, reportId, today }: ApplyEffectInput): Promise<boolean | null> {
  let needsPerson: boolean | null = null;
  for (const change of effect.changes) {
    if (change.op !== 'revoke-registration') continue;
    const reversed = await reverseRegistration(tx, { reportId: change.reportId, by: reportId, today });
    if (reversed.outcome !== 'undone') {
      throw new EffectConflict('NOT_REVOCABLE', {
        id: 'Pencatatan ini sudah dibatalkan, atau surat pindahnya sudah dipakai kota lain',
        en: 'This registration was taken back already, or another city holds its move letter',
      });
    }
    needsPerson = reversed.needsPerson || needsPerson === true;
  }
  return needsPerson;
}

export interface WantedNumbers {
  given: GivenNumbers;
  /** Each is given to its reference by `take`. */
  requests: (NumberRequest & { take: (number: string) => void })[];
  /** NIKs that people bring along, to their references. */
  brought: Map<string, string>;
}

/** Ids for everything that the effect creates, and the numbers that are to be allocated for it. */
export function wantNumbers({
  effect,
  today,
  city,
}: Pick<ApplyEffectInput, 'effect' | 'today' | 'city'>): WantedNumbers {
  const given: GivenNumbers = { residents: new Map(), cards: new Map(), papers: new Map() };
  const requests: WantedNumbers['requests'] = [];
  const ask = (request: NumberRequest, take: (number: string) => void) => requests.push({ ...request, take });
  const brought = new Map<string, string>();
  for (const change of effect.changes) {
    const id = newId();
    if (change.op === 'create-resident') {
      const { ref, nik, birthDate, sex } = change.resident;
      const take = (number: string) => given.residents.set(ref, { id, nik: number });
      if (typeof nik === 'string') brought.set(nik, ref);
      if (typeof nik === 'string') take(nik);
      else ask({ kind: 'nik', prefix: nikPrefix({ districtCode: nik.allocateIn, birthDate, sex }) }, take);
    } else if (change.op === 'open-card') {
      const take = (number: string) => given.cards.set(change.ref, { id, number });
      if (change.number !== undefined) take(change.number);
      else ask({ kind: 'kk', prefix: cardPrefix({ areaCode: change.address.areaCode, date: today }) }, take);
    } else if (change.op === 'register-deed') {
      const prefix = deedPrefix({ city, code: change.code, date: today });
      ask({ kind: 'deed', prefix }, (number) => given.papers.set(change.ref, { id, number }));
    } else if (change.op === 'issue-move-letter') {
      const prefix = moveLetterPrefix({ city, date: today });
      ask({ kind: 'letter', prefix }, (number) => given.papers.set(change.ref, { id, number }));
    }
  }
  return { given, requests, brought };
}

async function giveNumbers(tx: Tx, input: ApplyEffectInput): Promise<GivenNumbers> {
  const { given, requests, brought } = wantNumbers(input);
  if (requests.length > 0) {
    const numbers = await allocateNumbers(
      tx,
      requests.map(({ kind, prefix }) => ({ kind, prefix })),
    );
    requests.forEach((request, index) => request.take(numbers[index]!));
  }
  if (brought.size > 0) await recognise(tx, brought, given);
  return given;
}

/** People who bring a NIK: nobody here has it, or an undone registration of the same person, which comes back to life. */
async function recognise(tx: Tx, brought: Map<string, string>, given: GivenNumbers): Promise<void> {
  const known = await rows<{ id: string; nik: string; free: boolean }>(
    tx,
    `select id, nik, status = 'void' and merged_into is null as free from registry.resident where nik = any($1::text[])
     union all
     select resident_id, nik, false from registry.former_nik where nik = any($1::text[])`,
    [[...brought.keys()]],
  );
  for (const resident of known) {
    if (!resident.free) {
      throw new EffectConflict('NIK_TAKEN', {
        id: 'NIK sudah terdaftar di kota ini',
        en: 'The NIK is already registered in this city',
      });
    }
    given.residents.set(brought.get(resident.nik)!, { id: resident.id, nik: resident.nik });
  }
}

/** Ids of existing residents that the documents are about. */
function mentioned(effect: EffectResult): string[] {
  return effect.documents
    .map((order) => ('resident' in order.about ? order.about.resident : null))
    .filter((id): id is string => id !== null && !id.startsWith('$'));
}

/** What the registration answers, references resolved. */
export function resultOf(input: {
  effect: EffectResult;
  given: GivenNumbers;
  plan: EffectPlan;
  changed: Pick<Changed, 'residents' | 'cards' | 'others'>;
  today: string;
}): RegisteredResult {
  const { effect, given, plan, changed } = input;
  const cardIds = new Map(changed.cards.map((card) => [card.number, card.id]));
  const idOf = (ref: string) =>
    given.residents.get(ref)?.id ??
    given.cards.get(ref)?.id ??
    given.papers.get(ref)?.number ??
    cardIds.get(ref) ??
    ref;
  const created = [...given.residents].map(([ref, resident]) => ({ ref, ...resident }));
  const others = [...changed.residents, ...changed.others].map(({ id, nik }) => ({ ref: id, id, nik }));
  const paper = (ref: string) => given.papers.get(ref)!.number;
  const about = (order: DocumentOrder['about']): DocumentOrder['about'] => {
    if ('resident' in order) return { resident: given.residents.get(order.resident)?.id ?? order.resident };
    if ('card' in order) return { card: given.cards.get(order.card)?.number ?? order.card };
    return { letter: given.papers.get(order.letter)?.number ?? order.letter };
  };
  return {
    registeredOn: input.today,
    result: Object.fromEntries(Object.entries(effect.result).map(([name, ref]) => [name, idOf(ref)])),
    residents: [...new Map([...others, ...created].map((resident) => [resident.id, resident])).values()],
    cards: [
      ...[...given.cards].map(([ref, { number }]) => ({ ref, number })),
      ...changed.cards
        .filter((card) => card.status === 'active')
        .map(({ number }) => ({ ref: number, number })),
    ],
    deeds: effect.changes.flatMap((change) =>
      change.op === 'register-deed'
        ? [{ ref: change.ref, number: paper(change.ref), kind: change.kind }]
        : [],
    ),
    letters: plan.letters.length === 0 ? [] : letterNumbers(effect, paper),
    documents: effect.documents.map((order) => ({ ...order, about: about(order.about) })),
  };
}

function letterNumbers(effect: EffectResult, paper: (ref: string) => string) {
  return effect.changes.flatMap((change) =>
    change.op === 'issue-move-letter' ? [{ ref: change.ref, number: paper(change.ref) }] : [],
  );
}

const VIOLATIONS: Record<string, [code: string, id: string, en: string]> = {
  family_card_number_key: ['KK_TAKEN', 'Nomor KK sudah dipakai', 'The family card number is already in use'],
  membership_one_card: [
    'ALREADY_MEMBER',
    'Penduduk masih anggota kartu keluarga lain',
    'A person is still a member of another family card',
  ],
  membership_one_head: [
    'SECOND_HEAD',
    'Kartu keluarga sudah memiliki kepala keluarga',
    'The family card already has a head',
  ],
  registration_standing: [
    'ALREADY_REGISTERED',
    'Laporan ini sudah tercatat',
    'This report is already registered',
  ],
};

/** What a unique index refused, in words; anything else as it came. */
function conflictOf(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  const violation = code === '23505' && constraint ? VIOLATIONS[constraint] : undefined;
  return violation ? new EffectConflict(violation[0], { id: violation[1], en: violation[2] }) : error;
}
