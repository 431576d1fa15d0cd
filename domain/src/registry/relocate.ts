/**
 * Ledger lines of people who change where they are counted inside the city: departure and arrival are written together. Of a move within
 * one kelurahan (class 1) they are counted in its RT only: the A-9 of the kelurahan and whatever is above nets them out (decision 020).
 */
import { moveClassOf } from '../areas.js';
import type { CardRef } from './change.js';
import { samePlace } from './counted-at.js';
import type { EffectDraft } from './effect-draft.js';
import type { Member } from './family.js';
import type { Address } from './snapshot.js';

export interface Relocation {
  from: Address;
  to: Address;
  fromCard: CardRef;
  toCard: CardRef;
  eventDate: string;
}

/** Nothing where the move stays inside an RT. */
export function postRelocation(draft: EffectDraft, members: readonly Member[], move: Relocation): void {
  if (samePlace(move.from, move.to)) return;
  const moveClass = moveClassOf(move.from.areaCode, move.to.areaCode);
  for (const { resident } of members) {
    const line = { resident: resident.id, eventDate: move.eventDate, moveClass };
    draft.postPerson(resident, { ...line, kind: 'departure', sign: -1, at: move.from, card: move.fromCard });
    draft.postPerson(resident, { ...line, kind: 'arrival', sign: 1, at: move.to, card: move.toCard });
  }
}

/** The same for a family card that moves with its head. */
export function postFamilyRelocation(draft: EffectDraft, head: Member, move: Relocation): void {
  if (samePlace(move.from, move.to)) return;
  const moveClass = moveClassOf(move.from.areaCode, move.to.areaCode);
  const line = { eventDate: move.eventDate, moveClass };
  draft.postFamily(head.resident, {
    ...line,
    kind: 'departure',
    sign: -1,
    at: move.from,
    card: move.fromCard,
  });
  draft.postFamily(head.resident, { ...line, kind: 'arrival', sign: 1, at: move.to, card: move.toCard });
}
