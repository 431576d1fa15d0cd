/** New identity cards for people whose address changed: KTP-el for adults, KIA for minors (DOMAIN 2.6, 2.7). */
import { isAdult, type Member } from './family.js';
import type { EffectDraft } from './effect-draft.js';

export function postIdentityCards(
  draft: EffectDraft,
  members: readonly Pick<Member, 'resident'>[],
  today: string,
): void {
  for (const { resident } of members) {
    draft.document({ kind: isAdult(resident, today) ? 'ktp-el' : 'kia', about: { resident: resident.id } });
  }
}
