/** The rows that past reports leave in the register, from the effects that `domain` computes: what `applyEffect` writes one by one. */
import { jakartaInstant } from '@lampid/domain/dates';
import type { EffectResult } from '@lampid/domain/registry/change';
import { newId } from '../../kernel/new-id.js';
import type { WantedNumbers } from '../../registry/apply-effect.js';
import { resultOf } from '../../registry/apply-effect.js';
import { planEffect, type EffectPlan } from '../../registry/effect-plan.js';
import type { AppliedChanges, CardBefore, ResidentBefore } from '../../registry/registrations.js';
import type { PastReport } from './past-report.js';

/** The families of a batch as their rows are. */
export interface RowsBefore {
  residents: Map<string, ResidentBefore & { nik: string; version: number }>;
  /** By number. */
  cards: Map<string, CardBefore & { version: number }>;
  /** Active ones by `cardId residentId`. */
  memberships: Map<string, AppliedChanges['ended'][number]>;
}

export interface SettledReport extends PastReport {
  id: string;
  ticket: string;
  title: string;
  searchText: string;
  eventDate: string | null;
  effect: EffectResult;
  wanted: WantedNumbers;
}

/** Lists of rows, each with the `report` and the `day` that they come from. */
export type HistoryRows = Record<
  | 'reports'
  | 'residents'
  | 'cards'
  | 'ended'
  | 'openedCards'
  | 'newResidents'
  | 'begun'
  | 'deeds'
  | 'letters'
  | 'letterMembers'
  | 'postings'
  | 'registrations',
  object[]
>;

/** `nextMembership` gives the ids that the database has reserved. */
export function historyRows(
  reports: SettledReport[],
  { before, nextMembership, city }: { before: RowsBefore; nextMembership: () => string; city: string },
): HistoryRows {
  const all: HistoryRows = {
    ...{ reports: [], residents: [], cards: [], ended: [], openedCards: [], newResidents: [], begun: [] },
    ...{ deeds: [], letters: [], letterMembers: [], postings: [], registrations: [] },
  };
  for (const report of reports) {
    const plan = planEffect(report.effect, report.wanted.given);
    const stamped = <Row extends object>(rows: Row[]) =>
      rows.map((row) => ({ ...row, report: report.id, day: report.day }));
    const begun = begunRows(plan, { report, before, nextMembership });
    const applied = appliedChanges(plan, { before, begun });
    all.reports.push(reportRow(report));
    all.residents.push(...stamped(plan.updatedResidents));
    all.cards.push(...stamped(plan.updatedCards));
    all.ended.push(...stamped(plan.endedMemberships));
    all.openedCards.push(...stamped(plan.openedCards));
    all.newResidents.push(...stamped(plan.createdResidents));
    all.begun.push(...stamped(begun));
    all.deeds.push(...stamped(plan.deeds));
    all.letters.push(
      ...stamped(plan.letters.map((letter) => ({ ...letter, origin: originOf(plan, before, city) }))),
    );
    all.letterMembers.push(
      ...plan.letters.flatMap(({ id, members }) =>
        stamped(members.map((member) => ({ ...member, letter: id }))),
      ),
    );
    all.postings.push(...stamped(plan.postings));
    all.registrations.push({ ...registrationRow(report, plan, applied), day: report.day });
  }
  return all;
}

function reportRow(report: SettledReport) {
  const { id, kind, ticket, areaCode, data, title, searchText, eventDate, day } = report;
  // In the office's hours, and done within two.
  const chance = parseInt(id.slice(-4), 16);
  const minute = 8 * 60 + (chance % 340);
  return {
    ...{ id, type: kind, ticket, areaCode, data, title, searchText, eventDate },
    submittedAt: jakartaInstant(day, minute),
    endedAt: jakartaInstant(day, minute + 15 + (chance % 97)),
  };
}

type Begun = Omit<EffectPlan['begunMemberships'][number], 'cardId'> & {
  id: string;
  cardId: string;
  position: number;
};

function begunRows(
  plan: EffectPlan,
  input: { report: SettledReport; before: RowsBefore; nextMembership: () => string },
): Begun[] {
  const { registry } = input.report;
  const last = new Map<string, number>();
  return plan.begunMemberships.map((membership) => {
    const known = registry.familyCards.find(({ number }) => number === membership.card);
    const cardId = membership.cardId ?? known!.id;
    const kept = known?.members.find(({ residentId }) => residentId === membership.resident)?.position;
    const highest =
      last.get(cardId) ?? Math.max(0, ...(known?.members ?? []).map(({ position }) => position));
    const position = membership.keepsPosition && kept !== undefined ? kept : highest + 1;
    last.set(cardId, Math.max(highest, position));
    return { ...membership, id: input.nextMembership(), cardId, position };
  });
}

/** As `writeAdditions` keeps it, so that a registration of the past can be undone like any other. */
function appliedChanges(
  plan: EffectPlan,
  { before, begun }: { before: RowsBefore; begun: Begun[] },
): AppliedChanges {
  const changedCards = plan.updatedCards.map((update) => ({
    update,
    before: before.cards.get(update.number)!,
  }));
  const updatedIds = new Set(plan.updatedResidents.map(({ id }) => id));
  const moved = changedCards.filter(({ update }) => update.address);
  return {
    created: plan.createdResidents.map(({ id }) => ({ id, version: 1 })),
    updated: plan.updatedResidents.map(({ id }) => {
      const row = before.residents.get(id)!;
      return { id, version: row.version + 1, before: row };
    }),
    along: moved.flatMap(({ before: card }) =>
      [...before.residents.values()]
        .filter((resident) => resident.card_number === card.number && !updatedIds.has(resident.id))
        .map(({ id, version }) => ({ id, version: version + 1 })),
    ),
    opened: plan.openedCards.map(({ id }) => ({ id, version: 1 })),
    cards: changedCards.map(({ before: card }) => ({ id: card.id, version: card.version + 1, before: card })),
    closed: changedCards
      .filter(({ update }) => update.closedReason !== null)
      .map(({ before: card }) => card.id),
    ended: plan.endedMemberships.map(({ card, resident }) =>
      before.memberships.get(`${before.cards.get(card)!.id} ${resident}`)!,
    ),
    begun: begun.map(({ id }) => id),
    letters: plan.letters.map(({ id }) => id),
  };
}

function registrationRow(report: SettledReport, plan: EffectPlan, applied: AppliedChanges) {
  const id = newId();
  const cards = applied.cards.map(({ id: cardId, version, before }) => ({
    ...{ id: cardId, number: before.number, version, before },
    status: applied.closed.includes(cardId) ? ('closed' as const) : ('active' as const),
  }));
  const residents = applied.updated.map(({ id: residentId, version, before }) => ({
    ...{ id: residentId, nik: String(before['nik']), version, before },
  }));
  const { effect, wanted, day: today } = report;
  const changed = { residents, cards, others: [] };
  const result = resultOf({ effect, given: wanted.given, plan, changed, today });
  return { id, report: report.id, changes: applied, result };
}

function originOf(plan: EffectPlan, before: RowsBefore, city: string) {
  const {
    area_code: areaCode,
    street,
    rt,
    rw,
    postal_code: postalCode,
  } = before.cards.get(plan.updatedCards[0]!.number)!;
  return { city, address: { areaCode, street, rt, rw, postalCode } };
}
