/** What a correction does to the registry, by what it puts right. */
import { correctResident, type CorrectableElements } from '@lampid/domain/registry/correct-resident';
import { EffectConflict, type EffectResult } from '@lampid/domain/registry/change';
import { mergeNik } from '@lampid/domain/registry/merge-nik';
import { placeMembers } from '@lampid/domain/registry/place-members';
import type { RegistrySnapshot, RelationToHead } from '@lampid/domain/registry/snapshot';
import type { CorrectionData } from './schema.js';

export interface CorrectionInput {
  data: CorrectionData;
  registry: RegistrySnapshot;
  today: string;
}

/** Throws EffectConflict K01, K03, K05-K09, U08. */
export function correctionEffect({ data, registry, today }: CorrectionInput): EffectResult {
  const common = { registry, eventDate: data.proofDate, today };
  const nik = data.resident?.nik ?? '';
  switch (data.subject) {
    case 'elements':
      return correctResident({ ...common, nik, elements: givenElements(data) });
    case 'nik':
      return mergeNik({ ...common, formerNik: nik, realNik: data.realNik ?? '' });
    case 'family':
      return placeMembers({
        ...common,
        familyCardNumber: data.familyCardNumber || null,
        address: newAddress(data),
        members: givenMembers(data),
      });
  }
}

/** Elements that were filled in; a form sends null for those that were not. */
export function givenElements(data: CorrectionData): CorrectableElements {
  return Object.fromEntries(
    Object.entries(data.elements ?? {}).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    ),
  );
}

export function givenMembers(data: CorrectionData): { nik: string; relation: RelationToHead }[] {
  return (data.members ?? []).flatMap(({ nik, relation }) => (nik && relation ? [{ nik, relation }] : []));
}

function newAddress({ address }: CorrectionData) {
  const { areaCode, street, rt, rw } = address ?? {};
  if (!areaCode || !street || !rt || !rw) return null;
  return { areaCode, street, rt, rw, postalCode: address?.postalCode || null };
}

/** The conflict that the effect would end in as things are now, or null. */
export function correctionFault(input: CorrectionInput): EffectConflict | null {
  try {
    correctionEffect(input);
    return null;
  } catch (error) {
    if (error instanceof EffectConflict) return error;
    throw error;
  }
}
