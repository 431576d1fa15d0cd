/** Turns an example that no rule objects to into the other cases of the mix. What is changed is what goes wrong in offices. */
import { addDays, dayName } from '@lampid/domain/dates';
import type { ReportData } from './generator/protocol.js';
import type { CaseKind } from './mix.js';

export interface VariantInput {
  type: CaseKind['type'];
  data: ReportData;
  /** Today in Asia/Jakarta. */
  today: string;
}

const without = (data: ReportData, kind: string): ReportData => ({
  ...data,
  documents: data.documents.filter((document) => document.kind !== kind),
});

/** A report that comes back: a missing paper (L18, M07) or a kelurahan that does not exist (U07). */
export function withRealError({ type, data }: VariantInput): ReportData {
  switch (type) {
    case 'birth':
      return without(data, 'surat-kelahiran');
    case 'death':
      return without(data, 'surat-kematian');
    case 'move':
    case 'arrival': {
      const destination = data['destination'] as { areaCode: string };
      return {
        ...data,
        destination: { ...destination, areaCode: `${destination.areaCode.slice(0, 9)}9999` },
      };
    }
  }
}

/** A case for the second decision: late (L01, M03), reported by a stranger (U12), another address than on the letter (D06). */
export function withDoubt({ type, data, today }: VariantInput): ReportData {
  switch (type) {
    case 'birth': {
      const birthDate = addDays(today, -75);
      const child = data['child'] as object;
      return { ...data, child: { ...child, birthDate, dayName: dayName(birthDate) } };
    }
    case 'death':
      return { ...data, deathDate: addDays(today, -40) };
    case 'move':
      return { ...data, reporter: { ...(data['reporter'] as object), relation: 'other' } };
    case 'arrival':
      return { ...data, destination: { ...(data['destination'] as object), street: 'Jl. Baru No. 1' } };
  }
}

/** A move of the whole family to another kelurahan of the same city: no letter, the KK number stays. */
export function withinTheCity(data: ReportData, areaCode: string): ReportData {
  return { ...data, destination: { ...(data['destination'] as object), areaCode } };
}
