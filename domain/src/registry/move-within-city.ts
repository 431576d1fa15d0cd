/** A move inside the city: no SKPWNI, the address changes at once, both kelurahan are posted together (108/2019 art. 29). */
import { EffectConflict } from './change.js';
import type { EffectDraft } from './effect-draft.js';
import { familyOf, isAdult, residentByNik, type Member } from './family.js';
import { postIdentityCards } from './identity-cards.js';
import type { MoveInput, MovePlan } from './move-plan.js';
import { regroupUnderNewHead } from './regroup.js';
import { membersUnder, relationByParents } from './relations.js';
import { postFamilyRelocation, postRelocation, type Relocation } from './relocate.js';
import type { RelationToHead } from './snapshot.js';

const STAYERS = '$stayers';
const MOVERS = '$movers';

export function moveWithinCity(draft: EffectDraft, plan: MovePlan, input: MoveInput): void {
  if (input.statusKkMoving === 1) joinHost(draft, plan, input);
  else if (plan.headMoves) takeCardAlong(draft, plan, input);
  else openOwnCard(draft, plan, input);
  postIdentityCards(draft, plan.movers, input.today);
  draft.variables.moveScope = 'intra';
}

/** Numpang KK: the movers become members of a family at the destination. */
function joinHost(draft: EffectDraft, plan: MovePlan, input: MoveInput): void {
  const host = familyOf(input.registry, input.hostCardNumber ?? '', 'hostCardNumber');
  if (
    host.card.number === plan.family.card.number ||
    host.card.address.areaCode !== input.destination.areaCode
  ) {
    const text = {
      id: 'KK tumpangan tidak berada di alamat tujuan',
      en: 'The host family card is not at the destination',
    };
    throw new EffectConflict('P13', text, 'hostCardNumber');
  }
  const toHost = { ...relocation(plan, input), to: host.card.address, toCard: host.card.number };
  draft.leave(plan.family, plan.movers, 'moved');
  draft.join(
    host.card.number,
    plan.movers.map(({ resident }) => ({
      resident,
      relation: stated(input, resident.nik) ?? relationByParents(host.members[0]!.resident, resident) ?? 9,
    })),
  );
  postRelocation(draft, plan.movers, toHost);
  draft.document({ kind: 'kk', about: { card: host.card.number } });
  draft.result.familyCard = host.card.number;
  if (!plan.headMoves) {
    draft.document({ kind: 'kk', about: { card: plan.family.card.number } });
    return;
  }
  leaveStayers(draft, plan, input);
  draft.close(plan.family, 'head joined another family');
  draft.postFamily(plan.head.resident, {
    kind: 'departure',
    sign: -1,
    at: plan.family.card.address,
    card: plan.family.card.number,
    eventDate: input.eventDate,
    moveClass: plan.moveClass,
  });
}

/** The number stays with its head: the card moves, those who stay get a new one. */
function takeCardAlong(draft: EffectDraft, plan: MovePlan, input: MoveInput): void {
  const { card } = plan.family;
  leaveStayers(draft, plan, input);
  draft.add({
    op: 'update-card-address',
    number: card.number,
    version: card.version,
    address: input.destination,
  });
  const move = { ...relocation(plan, input), toCard: card.number };
  postRelocation(draft, plan.movers, move);
  postFamilyRelocation(draft, plan.head, move);
  draft.document({ kind: 'kk', about: { card: card.number } });
  draft.result.familyCard = card.number;
}

/** Pisah KK: members without the head open a card of their own. */
function openOwnCard(draft: EffectDraft, plan: MovePlan, input: MoveInput): void {
  const newHead = movingHead(plan.movers, input);
  draft.add({ op: 'open-card', ref: MOVERS, address: input.destination });
  draft.leave(plan.family, plan.movers, 'moved');
  draft.join(
    MOVERS,
    membersUnder(newHead, plan.family, plan.movers).map((member) => ({
      ...member,
      relation:
        member.relation === 1 ? 1 : (dependent(stated(input, member.resident.nik)) ?? member.relation),
    })),
  );
  postRelocation(draft, plan.movers, { ...relocation(plan, input), toCard: MOVERS });
  draft.postFamily(newHead.resident, {
    kind: 'new-family',
    sign: 1,
    at: input.destination,
    card: MOVERS,
    eventDate: input.eventDate,
    moveClass: plan.moveClass,
  });
  draft.document({ kind: 'kk', about: { card: MOVERS } });
  draft.document({ kind: 'kk', about: { card: plan.family.card.number } });
  draft.result.familyCard = MOVERS;
}

/** Gives those who stay without their head a card; nothing when all move. */
export function leaveStayers(draft: EffectDraft, plan: MovePlan, { eventDate }: MoveInput): void {
  const { family, staying, newHead } = plan;
  if (!newHead) return;
  regroupUnderNewHead(draft, { family, staying, newHead, card: STAYERS, reason: 'head moved', eventDate });
  draft.postFamily(newHead.member.resident, {
    kind: 'new-family',
    sign: 1,
    at: family.card.address,
    card: STAYERS,
    eventDate,
  });
  draft.result.remainingFamilyCard = STAYERS;
}

/** The mover who heads the new card: as stated, else the first adult on the old one. */
export function movingHead(movers: readonly Member[], input: MoveInput): Member {
  const chosen = input.movingHeadNik
    ? movers.find(({ resident }) => resident.id === residentByNik(input.registry, input.movingHeadNik)?.id)
    : movers.find(({ resident }) => isAdult(resident, input.today));
  if (!chosen || !isAdult(chosen.resident, input.today)) {
    const text = { id: 'KK baru harus memiliki kepala ≥17 tahun', en: 'New KK needs an adult head' };
    throw new EffectConflict('D12', text, 'movingHeadNik');
  }
  return chosen;
}

function relocation(plan: MovePlan, input: MoveInput): Omit<Relocation, 'toCard'> {
  return {
    from: plan.family.card.address,
    to: input.destination,
    fromCard: plan.family.card.number,
    eventDate: input.eventDate,
  };
}

function stated(input: MoveInput, nik: string): RelationToHead | null {
  return dependent(input.movers.find((mover) => mover.nik === nik)?.relation);
}

/** A stated relation that makes nobody a second head. */
function dependent(relation: RelationToHead | null | undefined): RelationToHead | null {
  return relation && relation !== 1 ? relation : null;
}
