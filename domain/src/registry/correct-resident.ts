/**
 * Pembetulan elemen data penduduk (F-1.06): one resident's recorded data are put right. The NIK never changes by it, a wrong sex or
 * birth date included (Permendagri 108/2019 art. 15(3)); the ledger moves the person between its columns in the open month.
 */
import { EffectConflict, type EffectResult, type ResidentPatch } from './change.js';
import { countedAt, recountFamily, recountPerson } from './counted-at.js';
import { EffectDraft } from './effect-draft.js';
import { isAdult, residentByNik } from './family.js';
import type { RegistrySnapshot, Resident } from './snapshot.js';

/** Elements that F-1.06 may change. */
export type CorrectableElements = Omit<ResidentPatch, 'nik' | 'status' | 'deathDate' | 'mergedInto'>;

export interface ResidentCorrection {
  registry: RegistrySnapshot;
  nik: string;
  /** What is right; elements that are right already are left out of the change. */
  elements: CorrectableElements;
  /** Date of the proof, `YYYY-MM-DD`. */
  eventDate: string;
  today: string;
}

/** Throws EffectConflict K01 (nobody has this NIK), K03 (nothing would change), NOT_COUNTED. */
export function correctResident(input: ResidentCorrection): EffectResult {
  const { registry, elements, eventDate, today } = input;
  const resident = residentByNik(registry, input.nik);
  if (!resident) {
    const text = { id: 'Penduduk tidak ditemukan', en: 'Resident not found' };
    throw new EffectConflict('K01', text, 'resident.nik');
  }
  const patch = changedElements(resident, elements);
  if (Object.keys(patch).length === 0) {
    const text = { id: 'Tidak ada elemen data yang berubah', en: 'No element would change' };
    throw new EffectConflict('K03', text, 'elements');
  }
  const draft = new EffectDraft();
  const corrected = { ...resident, ...patch };
  draft.patch(resident, patch);
  const at = countedAt(registry, resident);
  if (at) recountPerson(draft, { resident, before: at, as: corrected, after: at, eventDate });
  const card = registry.familyCards.find(({ number }) => number === resident.familyCardNumber);
  if (card) {
    const heads = card.members.some(
      ({ residentId, relation }) => residentId === resident.id && relation === 1,
    );
    if (heads) {
      recountFamily(draft, {
        before: resident,
        after: corrected,
        at: card.address,
        card: card.number,
        eventDate,
      });
    }
    draft.document({ kind: 'kk', about: { card: card.number } });
    draft.result.familyCard = card.number;
  }
  if (resident.status === 'active') {
    draft.document({ kind: isAdult(corrected, today) ? 'ktp-el' : 'kia', about: { resident: resident.id } });
  }
  draft.result.resident = resident.id;
  return draft.done();
}

/** Those among the elements that differ from what is recorded. */
export function changedElements(resident: Resident, elements: CorrectableElements): CorrectableElements {
  return Object.fromEntries(
    Object.entries(elements).filter(
      ([element, value]) => value !== undefined && value !== resident[element as keyof CorrectableElements],
    ),
  );
}
