/** Where a person is counted, and the ledger lines that move a count without an event of LAMPID: corrections (DOMAIN 6). */
import { EffectConflict } from './change.js';
import type { EffectDraft } from './effect-draft.js';
import type { Address, RegistrySnapshot, Resident } from './snapshot.js';

/** The address that the ledger counts the person at, null when it does not count them (dead, moved out, void). */
export function countedAt(registry: RegistrySnapshot, resident: Resident): Address | null {
  if (resident.status !== 'active') return null;
  const card = registry.familyCards.find(({ number }) => number === resident.familyCardNumber);
  if (card) return card.address;
  const place = registry.uncarded.find(({ residentId }) => residentId === resident.id);
  if (place) return { ...place, street: '', postalCode: null };
  throw new EffectConflict('NOT_COUNTED', {
    id: 'Penduduk aktif ini tidak tercatat di buku mutasi; hubungi admin kota',
    en: 'The ledger does not count this active resident; ask the city admin',
  });
}

/** Counts the person otherwise from now on: other columns, or another place. Nothing when the count stays what it was. */
export function recountPerson(
  draft: EffectDraft,
  recount: { resident: Resident; before: Address; as: Resident; after: Address; eventDate: string },
): void {
  const { resident, before, as, after, eventDate } = recount;
  if (sameCount(resident, as) && samePlace(before, after)) return;
  const line = { kind: 'adjustment', resident: resident.id, eventDate } as const;
  draft.postPerson(resident, { ...line, sign: -1, at: before, card: resident.familyCardNumber });
  draft.postPerson(as, { ...line, sign: 1, at: after, card: as.familyCardNumber });
}

/** A family card moves between the columns of its head's sex and citizenship. */
export function recountFamily(
  draft: EffectDraft,
  recount: { before: Resident; after: Resident; at: Address; card: string; eventDate: string },
): void {
  const { before, after, at, card, eventDate } = recount;
  if (sameCount(before, after)) return;
  const line = { kind: 'adjustment', at, card, eventDate } as const;
  draft.postFamily(before, { ...line, sign: -1 });
  draft.postFamily(after, { ...line, sign: 1 });
}

function sameCount(a: Resident, b: Resident): boolean {
  return a.sex === b.sex && a.citizenship === b.citizenship;
}

/** The ledger counts by kelurahan, RW and RT. */
export function samePlace(a: Address, b: Address): boolean {
  return a.areaCode === b.areaCode && a.rt === b.rt && a.rw === b.rw;
}
