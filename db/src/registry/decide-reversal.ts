/** What of a registration can be taken back, from what it did and what the rows are now. Pure. */
import type { AppliedChanges, CardBefore, ResidentBefore } from './registrations.js';

export interface RowNow {
  id: string;
  version: number;
}

/** An active membership of one of the cards. */
export interface MemberNow {
  /** bigint as text. */
  id: string;
  cardId: string;
  residentId: string;
  relation: number;
}

export interface Reversal {
  /** Nothing was changed since: all of it goes back. */
  complete: boolean;
  /** Residents it created. */
  voided: string[];
  /** Residents it changed; `backOnCard` false: they come back without a family card. */
  restored: { before: ResidentBefore; backOnCard: boolean }[];
  /** Cards it opened. */
  closed: string[];
  /** Cards it changed, as they were. */
  reopened: CardBefore[];
  rejoining: AppliedChanges['ended'];
  /** These stay as they are and so do their postings: ledger and register go on saying the same. */
  keptResidents: string[];
  keptCards: string[];
}

/**
 * Rows that somebody changed since stay, and who lives in another city by now. So does who would lose a family by it: nobody is taken off a card that goes on
 * without having one to return to, and no card loses its head. Who is on no card (dead, moved out) comes back in any case,
 * without a card when the family they left has changed.
 */
export function decideReversal(input: {
  changes: AppliedChanges;
  cards: RowNow[];
  residents: RowNow[];
  members: MemberNow[];
  /** Residents whom another city has taken in since. */
  arrivedElsewhere: ReadonlySet<string>;
}): Reversal {
  const { changes, members } = input;
  const versions = new Map([...input.cards, ...input.residents].map((row) => [row.id, row.version]));
  const same = (row: RowNow) => versions.get(row.id) === row.version && !input.arrivedElsewhere.has(row.id);
  const begun = new Set(changes.begun.map(String));
  const opened = new Set(changes.opened.map((card) => card.id));
  const closedByUs = new Set(
    changes.cards
      .filter((card) => card.before.status === 'active' && changes.closed.includes(card.id))
      .map((card) => card.id),
  );

  const people = [...changes.created, ...changes.updated];
  const undone = new Set(people.filter(same).map(({ id }) => id));
  const closable = new Set(changes.opened.filter(same).map(({ id }) => id));
  const restorable = new Set(changes.cards.filter(same).map(({ id }) => id));
  const placeOf = new Map(members.filter((member) => begun.has(member.id)).map((m) => [m.residentId, m]));
  const leftBy = new Map(changes.ended.map((ended) => [ended.residentId, ended.cardId]));

  const mayBeUndone = (id: string): boolean => {
    const place = placeOf.get(id);
    if (!place) return true;
    if (opened.has(place.cardId) && !closable.has(place.cardId)) return false;
    const home = leftBy.get(id);
    if (home !== undefined) return restorable.has(home);
    return opened.has(place.cardId) || place.relation !== 1 || restorable.has(place.cardId);
  };
  const mayBeClosed = (card: string) =>
    members.every((member) => member.cardId !== card || undone.has(member.residentId));
  const mayBeReopened = (card: string) =>
    !closedByUs.has(card) ||
    changes.ended.every((ended) => ended.cardId !== card || undone.has(ended.residentId));

  for (let before = -1; before !== undone.size + closable.size + restorable.size;) {
    before = undone.size + closable.size + restorable.size;
    for (const card of closable) if (!mayBeClosed(card)) closable.delete(card);
    for (const card of restorable) if (!mayBeReopened(card)) restorable.delete(card);
    for (const id of undone) if (!mayBeUndone(id)) undone.delete(id);
  }

  const rejoining = changes.ended.filter(
    (ended) => undone.has(ended.residentId) && restorable.has(ended.cardId),
  );
  const back = new Set(rejoining.map((ended) => ended.residentId));
  const movedAlong = changes.cards.every((card) => restorable.has(card.id)) ? [] : changes.along;
  return {
    complete: [...people, ...changes.along, ...changes.opened, ...changes.cards].every(same),
    voided: changes.created.filter(({ id }) => undone.has(id)).map(({ id }) => id),
    restored: changes.updated
      .filter(({ id }) => undone.has(id))
      .map(({ id, before }) => ({ before, backOnCard: !leftBy.has(id) || back.has(id) })),
    closed: [...closable],
    reopened: changes.cards.filter(({ id }) => restorable.has(id)).map(({ before }) => before),
    rejoining,
    keptResidents: [...people.filter(({ id }) => !undone.has(id)), ...movedAlong].map(({ id }) => id),
    keptCards: [...changes.opened, ...changes.cards]
      .filter(({ id }) => !closable.has(id) && !restorable.has(id))
      .map(({ id }) => id),
  };
}
