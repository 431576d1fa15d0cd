import { addDays } from '@lampid/domain/dates';
import type {
  FamilyCard,
  MaritalStatus,
  RelationToHead,
  RegistrySnapshot,
  Resident,
  Sex,
} from '@lampid/domain/registry/snapshot';
import type { Tx } from '../data-source.js';
import { loadSnapshot } from '../registry/load-snapshot.js';
import type { SyntheticPerson } from '../seed/synthetic-family.js';
import { writeFamilies } from '../seed/write-families.js';

export interface TestMember {
  relation: RelationToHead;
  sex: Sex;
  /** Years before 2025-12-31. */
  age: number;
  maritalStatus?: MaritalStatus;
  name?: string;
}

export const COUPLE: TestMember[] = [
  { relation: 1, sex: 1, age: 35, maritalStatus: 2 },
  { relation: 3, sex: 2, age: 31, maritalStatus: 2 },
];
export const COUPLE_WITH_CHILDREN: TestMember[] = [
  ...COUPLE,
  { relation: 4, sex: 1, age: 8 },
  { relation: 4, sex: 2, age: 4 },
];

export interface TestFamily {
  card: FamilyCard;
  /** In the order asked for. */
  people: Resident[];
  snapshot: RegistrySnapshot;
}

/** A family in the register, opening postings included. The database needs no seed. */
export async function addFamily(
  tx: Tx,
  input: { areaCode: string; members: TestMember[] },
): Promise<TestFamily> {
  const openingDate = '2025-12-31';
  const members = input.members.map((member, index): SyntheticPerson => ({
    name: member.name ?? `WARGA CONTOH ${'ABCDEFGH'[index]}`,
    sex: member.sex,
    birthPlace: 'BANDUNG',
    birthDate: addDays(openingDate, -Math.round(member.age * 365.25) - index),
    religion: 1,
    maritalStatus: member.maritalStatus ?? 1,
    education: 5,
    occupation: 15,
    bloodType: 13,
    citizenship: 1,
    fatherName: 'AYAH CONTOH',
    motherName: 'IBU CONTOH',
    father: member.relation === 4 ? 0 : null,
    mother: member.relation === 4 && input.members[1]?.relation === 3 ? 1 : null,
    birthOrder: member.relation === 4 ? index : null,
    relation: member.relation,
  }));
  const address = {
    areaCode: input.areaCode,
    street: 'JL. CONTOH NO. 1',
    rt: '001',
    rw: '002',
    postalCode: '40135',
  };
  const [number] = await writeFamilies(tx, {
    families: [{ openedOn: '2020-01-15', address, members, fitsExamples: false }],
    openingDate,
  });
  return familyOf(tx, number!);
}

/** The family as it is now. */
export async function familyOf(tx: Tx, number: string): Promise<TestFamily> {
  const snapshot = await loadSnapshot(tx, { niks: [], familyCards: [number], childrenOf: [] });
  const card = snapshot.familyCards[0]!;
  const people = card.members.map((member) =>
    snapshot.residents.find((person) => person.id === member.residentId)!,
  );
  return { card, people, snapshot };
}
