/** A child is born into a family: new resident, membership, deed, one person more (DOMAIN 2.4). */
import { districtOf } from '../areas.js';
import { EffectConflict, type EffectResult } from './change.js';
import { EffectDraft } from './effect-draft.js';
import { familyOf, residentByNik, type Family, type Member } from './family.js';
import type { Citizenship, RegistrySnapshot, RelationToHead, Resident, Sex } from './snapshot.js';

export interface BirthInput {
  registry: RegistrySnapshot;
  familyCardNumber: string;
  child: { name: string; sex: Sex; birthPlace: string; birthDate: string; birthOrder: number };
  mother: { nik: string; name: string } | null;
  /** Null also when the certificate names the mother only. */
  father: { nik: string; name: string } | null;
  /** Registered later than 60 days: the deed is numbered LT. */
  late: boolean;
  deedDetails: Record<string, string>;
}

const CHILD = '$child';
const DEED = '$deed';

/** Throws EffectConflict U08, U09. */
export function registerBirth(input: BirthInput): EffectResult {
  const { registry, child, mother, father } = input;
  const family = familyOf(registry, input.familyCardNumber);
  const parent = parentOnCard(family, input);
  const motherResident = residentByNik(registry, mother?.nik);
  const citizenship = citizenshipOf([motherResident, residentByNik(registry, father?.nik)]);
  const draft = new EffectDraft();
  draft.add(
    {
      op: 'create-resident',
      resident: {
        ...child,
        ref: CHILD,
        nik: { allocateIn: districtOf(family.card.address.areaCode) },
        religion: (parent ?? family.members[0])!.resident.religion,
        maritalStatus: 1,
        education: 1,
        occupation: 1,
        bloodType: 13,
        citizenship,
        fatherName: father?.name ?? null,
        motherName: mother?.name ?? null,
        fatherNik: father?.nik ?? null,
        motherNik: mother?.nik ?? null,
        status: 'active',
        deathDate: null,
      },
    },
    { op: 'join-card', card: family.card.number, resident: CHILD, relation: childRelation(parent) },
    {
      op: 'register-deed',
      ref: DEED,
      kind: 'birth',
      code: input.late ? 'LT' : 'LU',
      resident: CHILD,
      details: input.deedDetails,
    },
  );
  // Counted where the family lives, not where the child was born (asas domisili).
  draft.postPerson(
    { sex: child.sex, citizenship },
    {
      kind: 'birth',
      sign: 1,
      at: family.card.address,
      eventDate: child.birthDate,
      resident: CHILD,
      card: family.card.number,
    },
  );
  draft.document({ kind: 'kutipan-akta-kelahiran', about: { resident: CHILD } });
  draft.document({ kind: 'kk', about: { card: family.card.number } });
  draft.document({ kind: 'kia', about: { resident: CHILD } });
  Object.assign(draft.result, { resident: CHILD, deed: DEED, familyCard: family.card.number });
  return draft.done();
}

/** The mother, or the father when she is on no card here; null for a foundling. */
function parentOnCard(family: Family, { mother, father }: BirthInput): Member | null {
  if (!mother && !father) return null;
  const found = [mother, father]
    .map((parent) => family.members.find(({ resident }) => resident.nik === parent?.nik))
    .find((member) => member !== undefined);
  if (!found) {
    const text = { id: 'Orang tua bukan anggota KK tersebut', en: 'Neither parent is in that family card' };
    throw new EffectConflict('U09', text, 'mother.nik');
  }
  return found;
}

/** SHDK of the child: 4 anak of the head or the head's spouse, 6 cucu of the head, 9 famili lain, 11 for a foundling. */
function childRelation(parent: Member | null): RelationToHead {
  if (!parent) return 11;
  if ([1, 2, 3].includes(parent.relation)) return 4;
  return [4, 5].includes(parent.relation) ? 6 : 9;
}

/** WNI when either parent is, or when nothing is known of them (UU 12/2006 art. 4). */
function citizenshipOf(parents: (Resident | undefined)[]): Citizenship {
  const known = parents.filter((parent) => parent !== undefined);
  return known.length > 0 && known.every(({ citizenship }) => citizenship === 2) ? 2 : 1;
}
