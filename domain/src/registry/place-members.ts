/**
 * Pembetulan susunan keluarga: who belongs on a card, and in which relation. For families that were recorded wrongly, and for
 * those that a reversal could not restore by itself (DESIGN: a person decides). Not a move: nobody changes where they live.
 */
import { EffectConflict, type EffectResult } from './change.js';
import { countedAt, recountFamily, recountPerson } from './counted-at.js';
import { EffectDraft } from './effect-draft.js';
import { familyOf, headOf, isAdult, membersOf, residentByNik, type Family, type Member } from './family.js';
import type { Address, RegistrySnapshot, RelationToHead, Resident } from './snapshot.js';

export interface MemberPlacement {
  registry: RegistrySnapshot;
  /** The card to put right; null: a new one at `address`. */
  familyCardNumber: string | null;
  /** Where a new card is opened. */
  address: Address | null;
  /** Who shall be on it and how; members who are not named stay as they are. */
  members: { nik: string; relation: RelationToHead }[];
  eventDate: string;
  today: string;
}

const NEW_CARD = '$card';

/** Throws EffectConflict U08, K01, K03, K05 (not exactly one adult head), K06 (a family left without its head). */
export function placeMembers(input: MemberPlacement): EffectResult {
  const { registry } = input;
  const draft = new EffectDraft();
  const target = input.familyCardNumber === null ? null : familyOf(registry, input.familyCardNumber);
  const address = target?.card.address ?? input.address;
  if (!address) {
    throw new EffectConflict(
      'K07',
      { id: 'Isi alamat KK baru', en: 'Give the address of the new card' },
      'address',
    );
  }
  const placed = input.members.map(({ nik, relation }) => ({
    resident: activeResident(registry, nik),
    relation,
  }));
  const arriving = placed.filter(({ resident }) => !isOn(target, resident));
  const changing = placed.filter(({ resident, relation }) =>
    target?.members.some((member) => member.resident.id === resident.id && member.relation !== relation),
  );
  if (arriving.length + changing.length === 0) {
    throw new EffectConflict(
      'K03',
      { id: 'Susunan keluarga tidak berubah', en: 'The family would not change' },
      'members',
    );
  }
  const head = onlyHead(input, target, placed);
  const card = target?.card.number ?? NEW_CARD;
  if (!target) draft.add({ op: 'open-card', ref: card, address });

  takeFromOldCards(draft, { input, arriving });
  // The head goes first: a card never has two, and one that has none is headed before others refer to them.
  const leading = changing.filter(({ relation }) => relation !== 1);
  for (const { resident, relation } of [...leading, ...changing.filter((one) => !leading.includes(one))]) {
    draft.add({ op: 'change-relation', card, resident: resident.id, relation });
  }
  draft.join(card, byRelation(arriving));
  for (const { resident } of arriving) {
    const before = countedAt(registry, resident)!;
    const as = { ...resident, familyCardNumber: card };
    recountPerson(draft, { resident, before, as, after: address, eventDate: input.eventDate });
  }
  countFamily(draft, { input, target, head, card, address });
  draft.document({ kind: 'kk', about: { card } });
  draft.result.familyCard = card;
  return draft.done();
}

function activeResident(registry: RegistrySnapshot, nik: string): Resident {
  const resident = residentByNik(registry, nik);
  if (resident?.status === 'active') return resident;
  throw new EffectConflict(
    'K01',
    { id: 'Penduduk aktif tidak ditemukan', en: 'Active resident not found' },
    'members',
  );
}

function isOn(family: Family | null, resident: Resident): boolean {
  return family?.members.some((member) => member.resident.id === resident.id) ?? false;
}

/** The one head of the card as it will be. */
function onlyHead(input: MemberPlacement, target: Family | null, placed: readonly Member[]): Resident {
  const named = new Set(placed.map(({ resident }) => resident.id));
  const staying = target?.members.filter(({ resident }) => !named.has(resident.id)) ?? [];
  const all = [...placed, ...staying];
  const heads = all.filter(({ relation }) => relation === 1);
  const adults = all.some(({ resident }) => isAdult(resident, input.today));
  const [head] = heads;
  if (!head || heads.length > 1 || (adults && !isAdult(head.resident, input.today))) {
    const text = {
      id: 'KK harus memiliki tepat satu kepala keluarga berusia ≥17 tahun atau sudah kawin',
      en: 'A family card needs exactly one head who is ≥17 or married',
    };
    throw new EffectConflict('K05', text, 'members');
  }
  return head.resident;
}

/** Cards that those who come are on: printed anew, or closed when nobody is left. */
function takeFromOldCards(
  draft: EffectDraft,
  { input, arriving }: { input: MemberPlacement; arriving: readonly Member[] },
): void {
  const { registry, eventDate } = input;
  const numbers = [...new Set(arriving.map(({ resident }) => resident.familyCardNumber))].sort();
  for (const number of numbers) {
    const card = registry.familyCards.find((candidate) => candidate.number === number);
    if (!card) continue;
    const family = { card, members: membersOf(registry, card) };
    const leaving = family.members.filter(({ resident }) =>
      arriving.some((one) => one.resident.id === resident.id),
    );
    draft.leave(family, leaving, 'corrected');
    if (leaving.length === family.members.length) {
      const head = headOf(family).resident;
      draft.close(family, 'corrected');
      draft.postFamily(head, {
        kind: 'adjustment',
        sign: -1,
        at: card.address,
        card: card.number,
        eventDate,
      });
    } else if (leaving.some(({ relation }) => relation === 1)) {
      const text = {
        id: 'KK asal akan kehilangan kepala keluarga; betulkan KK itu lebih dahulu',
        en: 'The former card would lose its head; correct that card first',
      };
      throw new EffectConflict('K06', text, 'members');
    } else {
      draft.document({ kind: 'kk', about: { card: card.number } });
    }
  }
}

function countFamily(
  draft: EffectDraft,
  count: { input: MemberPlacement; target: Family | null; head: Resident; card: string; address: Address },
): void {
  const { target, head, card, address: at } = count;
  const { eventDate } = count.input;
  if (!target) draft.postFamily(head, { kind: 'adjustment', sign: 1, at, card, eventDate });
  else recountFamily(draft, { before: headOf(target).resident, after: head, at, card, eventDate });
}

function byRelation(members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => a.relation - b.relation);
}
