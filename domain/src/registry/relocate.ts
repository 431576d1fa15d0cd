/** Ledger lines of people who change kelurahan inside the city: departure and arrival are written together. */
import { moveClassOf } from '../areas.js';
import type { CardRef } from './change.js';
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

/** Within one kelurahan (class 1) nothing is posted: it is a change of address, not a LAMPID event (DOMAIN 4.6). */
export function postRelocation(draft: EffectDraft, members: readonly Member[], move: Relocation): void {
  const moveClass = moveClassOf(move.from.areaCode, move.to.areaCode);
  if (moveClass === 1) return;
  for (const { resident } of members) {
    const line = { resident: resident.id, eventDate: move.eventDate, moveClass };
    draft.postPerson(resident, { ...line, kind: 'departure', sign: -1, at: move.from, card: move.fromCard });
    draft.postPerson(resident, { ...line, kind: 'arrival', sign: 1, at: move.to, card: move.toCard });
  }
}

/** The same for a family card that moves with its head. */
export function postFamilyRelocation(draft: EffectDraft, head: Member, move: Relocation): void {
  const moveClass = moveClassOf(move.from.areaCode, move.to.areaCode);
  if (moveClass === 1) return;
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
