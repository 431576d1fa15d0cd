/**
 * Penggabungan NIK: a person who was recorded under a temporary NIK gets the real one, or two records of one person become one. Our
 * resident id stays for life; the NIK that falls away is void and never given again. Undone by revoking the report.
 */
import { EffectConflict, type EffectResult } from './change.js';
import { countedAt } from './counted-at.js';
import { EffectDraft } from './effect-draft.js';
import { familyOf, isAdult, residentByNik } from './family.js';
import type { RegistrySnapshot, Resident } from './snapshot.js';

export interface NikMerge {
  registry: RegistrySnapshot;
  /** The temporary or doubtful one: it falls away. */
  formerNik: string;
  /** The one that Dukcapil knows the person by. */
  realNik: string;
  eventDate: string;
  today: string;
}

/** Throws EffectConflict K01, K08 (the same NIK, or not one person), K09 (a head with family: correct the card first). */
export function mergeNik(input: NikMerge): EffectResult {
  const { registry, formerNik, realNik, today } = input;
  const former = residentByNik(registry, formerNik);
  if (former?.status !== 'active') {
    throw new EffectConflict(
      'K01',
      { id: 'Penduduk aktif tidak ditemukan', en: 'Active resident not found' },
      'resident.nik',
    );
  }
  const real = residentByNik(registry, realNik);
  if (realNik === formerNik || (real && !samePerson(former, real))) {
    const text = { id: 'NIK tujuan adalah milik orang lain', en: 'The other NIK is somebody else’s' };
    throw new EffectConflict('K08', text, 'realNik');
  }
  const draft = new EffectDraft();
  const kept = real ? mergeRecords(draft, { input, former, real }) : former;
  if (!real) draft.patch(former, { nik: realNik });
  const card = kept.familyCardNumber ?? former.familyCardNumber;
  if (card) {
    draft.document({ kind: 'kk', about: { card } });
    draft.result.familyCard = card;
  }
  draft.document({ kind: isAdult(kept, today) ? 'ktp-el' : 'kia', about: { resident: kept.id } });
  draft.result.resident = kept.id;
  return draft.done();
}

/** Two records of one person agree in what a person cannot change. */
function samePerson(a: Resident, b: Resident): boolean {
  return a.birthDate === b.birthDate && a.sex === b.sex && b.status === 'active';
}

/** The former record becomes void and its count is taken back; its place on a card goes to the real one where that has none. */
function mergeRecords(
  draft: EffectDraft,
  { input, former, real }: { input: NikMerge; former: Resident; real: Resident },
): Resident {
  const { registry, eventDate } = input;
  const at = countedAt(registry, former)!;
  draft.patch(former, { status: 'void', mergedInto: real.id });
  draft.postPerson(former, {
    kind: 'adjustment',
    sign: -1,
    at,
    eventDate,
    resident: former.id,
    card: former.familyCardNumber,
  });
  if (former.familyCardNumber === null) return real;
  const family = familyOf(registry, former.familyCardNumber);
  const { relation } = family.members.find(({ resident }) => resident.id === former.id)!;
  const others = family.members.filter(
    ({ resident }) => resident.id !== former.id && resident.id !== real.id,
  );
  const shared = real.familyCardNumber === former.familyCardNumber;
  draft.leave(family, [{ resident: former, relation }], 'merged');
  if (real.familyCardNumber === null) {
    throw new EffectConflict(
      'K09',
      {
        id: 'Catatan dengan NIK sebenarnya tidak berada dalam KK; betulkan susunan keluarganya lebih dahulu',
        en: 'The record with the real NIK is on no card; correct its family first',
      },
      'realNik',
    );
  }
  if (relation !== 1) return real;
  if (shared) {
    draft.add({ op: 'change-relation', card: family.card.number, resident: real.id, relation: 1 });
  } else if (others.length === 0) {
    draft.close(family, 'merged');
    draft.postFamily(former, { kind: 'adjustment', sign: -1, at, card: family.card.number, eventDate });
  } else {
    throw new EffectConflict(
      'K09',
      {
        id: 'Orang ini mengepalai KK yang masih beranggota; betulkan susunan KK itu lebih dahulu',
        en: 'This person heads a card with other members; correct that card first',
      },
      'resident.nik',
    );
  }
  return real;
}
