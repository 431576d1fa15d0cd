/**
 * A family card belongs to its head: when the head dies or leaves, those who stay get a new number under a new head
 * (UU 23/2006 art. 61(3)). The old card is the caller's: it closes, or goes with the head.
 */
import { moveClassOf } from '../areas.js';
import type { CardRef } from './change.js';
import type { EffectDraft } from './effect-draft.js';
import type { Family, Member } from './family.js';
import type { NewHead } from './new-head.js';
import { membersUnder } from './relations.js';
import { postRelocation } from './relocate.js';

export interface Regrouping {
  family: Family;
  staying: readonly Member[];
  newHead: NewHead;
  /** Reference of the new card. */
  card: CardRef;
  reason: string;
  eventDate: string;
}

export function regroupUnderNewHead(draft: EffectDraft, regrouping: Regrouping): void {
  const { family, staying, newHead, card, reason } = regrouping;
  draft.add({ op: 'open-card', ref: card, address: family.card.address });
  draft.leave(family, staying, reason);
  if (newHead.comesFrom) takeFromOwnFamily(draft, newHead.comesFrom, regrouping);
  const group = newHead.comesFrom
    ? [{ ...newHead.member, relation: 1 as const }, ...staying.map((member) => guest(newHead.member, member))]
    : membersUnder(newHead.member, family, staying);
  draft.join(card, group);
  draft.document({ kind: 'kk', about: { card } });
}

/** The outside head leaves their own card, which closes when they were alone on it. */
function takeFromOwnFamily(
  draft: EffectDraft,
  own: Family,
  { newHead, family, card, eventDate }: Regrouping,
): void {
  const { member } = newHead;
  const { address } = own.card;
  draft.leave(own, [member], 'heads another family');
  const move = { from: address, to: family.card.address, fromCard: own.card.number, toCard: card, eventDate };
  postRelocation(draft, [member], move);
  if (own.members.length > 1) {
    draft.document({ kind: 'kk', about: { card: own.card.number } });
    return;
  }
  draft.close(own, 'last member left');
  const moveClass = moveClassOf(address.areaCode, family.card.address.areaCode);
  draft.postFamily(member.resident, {
    kind: 'departure',
    sign: -1,
    at: address,
    card: own.card.number,
    eventDate,
    moveClass,
  });
}

function guest(head: Member, member: Member): Member {
  const isChild = [member.resident.fatherNik, member.resident.motherNik].includes(head.resident.nik);
  return { resident: member.resident, relation: isChild ? 4 : 9 };
}
