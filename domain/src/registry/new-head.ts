/** Who heads a family whose head died or left: one of those who stay, or an adult relative who joins them (DOMAIN 2.5). */
import { EffectConflict } from './change.js';
import { familyOf, headOf, isAdult, residentByNik, type Family, type Member } from './family.js';
import type { RegistrySnapshot } from './snapshot.js';

export interface NewHead {
  member: Member;
  /** The family that an outside head leaves, null for one of those who stay. */
  comesFrom: Family | null;
}

export interface NewHeadInput {
  registry: RegistrySnapshot;
  family: Family;
  /** Members without those who leave or died. */
  staying: readonly Member[];
  newHeadNik: string | null | undefined;
  today: string;
}

/** Throws EffectConflict when nobody was chosen, or the one chosen cannot head the family. */
export function chooseNewHead({ registry, family, staying, newHeadNik, today }: NewHeadInput): NewHead {
  const inside = staying.find(({ resident }) => resident.nik === newHeadNik);
  if (inside) {
    // Where only minors stay, the officers decided that one of them heads the card for the time being (P09).
    const adultsStay = staying.some(({ resident }) => isAdult(resident, today));
    if (adultsStay && !isAdult(inside.resident, today)) {
      throw conflict('Kepala keluarga pengganti harus ≥17 tahun', 'New head must be ≥17');
    }
    return { member: inside, comesFrom: null };
  }
  const outside = residentByNik(registry, newHeadNik);
  const leaves = outside?.familyCardNumber === family.card.number;
  if (!outside || leaves || outside.status !== 'active' || !isAdult(outside, today)) {
    throw conflict('Pilih kepala keluarga pengganti', 'Choose a new head of family');
  }
  const comesFrom = familyOf(registry, outside.familyCardNumber ?? '', 'newHeadNik');
  if (headOf(comesFrom).resident.id === outside.id && comesFrom.members.length > 1) {
    throw conflict(
      'Kepala keluarga pengganti masih mengepalai KK lain',
      'The new head still heads another family',
    );
  }
  return { member: { resident: outside, relation: 9 }, comesFrom };
}

function conflict(id: string, en: string): EffectConflict {
  return new EffectConflict('NEW_HEAD', { id, en }, 'newHeadNik');
}
