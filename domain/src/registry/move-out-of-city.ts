/** A move to another city: SKPWNI, the movers are in transit, those who stay are regrouped (108/2019 art. 30). */
import type { EffectDraft } from './effect-draft.js';
import type { MoveInput, MovePlan } from './move-plan.js';
import { leaveStayers, movingHead } from './move-within-city.js';
import { membersUnder } from './relations.js';
import type { RelationToHead } from './snapshot.js';

const LETTER = '$letter';

export interface MoveOutTerms {
  /** Last day of the letter. */
  validUntil: string;
  /** Instant when an unused letter is reversed: validity and grace are over. */
  letterExpiresAt: string;
  /** A whole family takes its KK number along (configuration, DOMAIN 2.6). */
  keepCardNumber: boolean;
}

export function moveOutOfCity(
  draft: EffectDraft,
  plan: MovePlan,
  input: MoveInput,
  terms: MoveOutTerms,
): void {
  const { family, movers, moveClass, headMoves, staying } = plan;
  const { eventDate } = input;
  const gone = { kind: 'departure', sign: -1, at: family.card.address, eventDate, moveClass } as const;
  draft.add({
    op: 'issue-move-letter',
    ref: LETTER,
    destination: input.destination,
    validUntil: terms.validUntil,
    members: relationsOnLetter(plan, input),
  });
  draft.leave(family, movers, 'moved out');
  for (const { resident } of movers) {
    draft.patch(resident, { status: 'moved-out' });
    draft.postPerson(resident, { ...gone, resident: resident.id, card: family.card.number });
  }
  draft.document({ kind: 'skpwni', about: { letter: LETTER } });
  if (headMoves) {
    leaveStayers(draft, plan, input);
    const keeps = staying.length === 0 && terms.keepCardNumber;
    draft.close(family, keeps ? 'moved out, number kept' : 'moved out');
    draft.postFamily(plan.head.resident, { ...gone, card: family.card.number });
  } else {
    draft.document({ kind: 'kk', about: { card: family.card.number } });
  }
  Object.assign(draft.result, { letter: LETTER, validUntil: terms.validUntil });
  Object.assign(draft.variables, { moveScope: 'inter', letterExpiresAt: terms.letterExpiresAt });
}

/** As on the old card when its head moves; else under the head of the new card, when there will be one. */
function relationsOnLetter(
  plan: MovePlan,
  input: MoveInput,
): { resident: string; relation: RelationToHead }[] {
  const opensCard = !plan.headMoves && input.statusKkMoving !== 1;
  const group = opensCard
    ? membersUnder(movingHead(plan.movers, input), plan.family, plan.movers)
    : plan.movers;
  return group.map(({ resident, relation }) => ({ resident: resident.id, relation }));
}
