/** SHDK of a family's members after another of them became its head. */
import { spousesOf, type Family, type Member } from './family.js';
import type { RelationToHead, Resident } from './snapshot.js';

const SPOUSES: RelationToHead[] = [2, 3];

/**
 * What each relation to the old head becomes, by the new head's own relation to the old one. What a card does not tell for
 * sure (whose child a grandchild is) becomes 9 famili lain; the links by NIK below correct it where parents are known.
 */
const BECOMES: Partial<Record<RelationToHead, Partial<Record<RelationToHead, RelationToHead>>>> = {
  2: { 4: 4, 5: 5, 6: 6, 7: 8, 8: 7 },
  3: { 4: 4, 5: 5, 6: 6, 7: 8, 8: 7 },
  4: { 1: 7, 2: 7, 3: 7 },
  5: { 1: 8, 2: 8, 3: 8 },
  7: { 1: 4, 2: 5, 3: 5, 4: 6 },
  8: { 1: 5, 2: 4, 3: 4, 4: 6 },
};
/** These hold whoever heads the family. */
const UNCHANGED: RelationToHead[] = [10, 11];

/** Relation of `member` to the new head, both members of `family` under its old head. */
export function relationToNewHead(input: {
  family: Family;
  newHead: Member;
  member: Member;
}): RelationToHead {
  const { family, newHead, member } = input;
  if (member.resident.id === newHead.resident.id) return 1;
  const linked = relationByParents(newHead.resident, member.resident);
  if (linked) return linked;
  if (spousesOf(family, newHead).some(({ resident }) => resident.id === member.resident.id)) {
    return member.resident.sex === 1 ? 2 : 3;
  }
  if (UNCHANGED.includes(member.relation)) return member.relation;
  // A second wife is not a relative of the first in the code list.
  if (SPOUSES.includes(newHead.relation) && SPOUSES.includes(member.relation)) return 9;
  return BECOMES[newHead.relation]?.[member.relation] ?? 9;
}

type Linked = Pick<Resident, 'nik' | 'fatherNik' | 'motherNik'>;

/** 4 or 7 where one is recorded as the other's father or mother, else null. */
export function relationByParents(head: Linked, member: Linked): RelationToHead | null {
  if (member.fatherNik === head.nik || member.motherNik === head.nik) return 4;
  if (head.fatherNik === member.nik || head.motherNik === member.nik) return 7;
  return null;
}

/** The new head first, the others in their order on the card. */
export function membersUnder(newHead: Member, family: Family, staying: readonly Member[]): Member[] {
  const others = staying.filter(({ resident }) => resident.id !== newHead.resident.id);
  return [newHead, ...others].map((member) => ({
    resident: member.resident,
    relation: relationToNewHead({ family, newHead, member }),
  }));
}
