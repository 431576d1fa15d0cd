/** Reading a family out of a snapshot: who is on a card, who heads it, who is married to whom. */
import { ageAt } from '../dates.js';
import { EffectConflict } from './change.js';
import type { FamilyCard, RegistrySnapshot, RelationToHead, Resident } from './snapshot.js';

export interface Member {
  resident: Resident;
  relation: RelationToHead;
}

export interface Family {
  card: FamilyCard;
  /** Active members, head first. */
  members: Member[];
}

/** Age from which one may head a family card, hold a KTP-el and report (UU 23/2006 art. 61, 63). */
export const ADULT_AGE = 17;

/** Of age, or married before it. */
export function isAdult(resident: Pick<Resident, 'birthDate' | 'maritalStatus'>, on: string): boolean {
  return ageAt(resident.birthDate, on) >= ADULT_AGE || resident.maritalStatus !== 1;
}

export function residentByNik(
  registry: RegistrySnapshot,
  nik: string | null | undefined,
): Resident | undefined {
  return nik ? registry.residents.find((resident) => resident.nik === nik) : undefined;
}

/** The family of an active card. Throws EffectConflict U08 when there is none of this number. */
export function familyOf(registry: RegistrySnapshot, cardNumber: string, field = 'familyCardNumber'): Family {
  const card = registry.familyCards.find(
    ({ number, status }) => number === cardNumber && status === 'active',
  );
  if (!card) {
    throw new EffectConflict('U08', { id: 'Nomor KK tidak ditemukan', en: 'Family card not found' }, field);
  }
  return { card, members: membersOf(registry, card) };
}

export function membersOf(registry: RegistrySnapshot, card: FamilyCard): Member[] {
  const byId = new Map(registry.residents.map((resident) => [resident.id, resident]));
  return [...card.members]
    .sort((a, b) => Number(b.relation === 1) - Number(a.relation === 1) || a.position - b.position)
    .flatMap(({ residentId, relation }) => {
      const resident = byId.get(residentId);
      return resident ? [{ resident, relation }] : [];
    });
}

export function headOf(family: Family): Member {
  const head = family.members.find((member) => member.relation === 1);
  if (!head) {
    const text = { id: 'Kartu keluarga tidak memiliki kepala keluarga', en: 'The family card has no head' };
    throw new EffectConflict('FAMILY_WITHOUT_HEAD', text);
  }
  return head;
}

/** The member with this NIK. Throws EffectConflict U09 when nobody on the card has it. */
export function memberByNik(family: Family, nik: string, field: string | null = null): Member {
  const member = family.members.find(({ resident }) => resident.nik === nik);
  if (!member) {
    const text = { id: 'Penduduk bukan anggota KK tersebut', en: 'Person is not in that family card' };
    throw new EffectConflict('U09', text, field);
  }
  return member;
}

/**
 * Members who are married to this one, as far as the card shows it: the head and suami/istri (2, 3); else one married
 * person of the other sex in the matching relation (child and menantu, two parents, two parents-in-law), if there is only one.
 */
export function spousesOf(family: Family, member: Member): Member[] {
  const married = family.members.filter(
    ({ resident }) => resident.maritalStatus === 2 && resident.id !== member.resident.id,
  );
  const others = (relations: RelationToHead[]) =>
    married.filter(({ relation }) => relations.includes(relation));
  const only = (found: Member[]) => (found.length === 1 ? found : []);
  const otherSex = (relations: RelationToHead[]) =>
    others(relations).filter(({ resident }) => resident.sex !== member.resident.sex);
  if (member.resident.maritalStatus !== 2) return [];
  switch (member.relation) {
    case 1:
      return others([2, 3]);
    case 2:
    case 3:
      return others([1]);
    case 4:
      return only(otherSex([5]));
    case 5:
      return only(otherSex([4]));
    case 7:
    case 8:
      return only(otherSex([member.relation]));
    default:
      return [];
  }
}
