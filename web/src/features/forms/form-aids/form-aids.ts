import type { Language } from '../../../i18n/dictionary.js';

/** A NIK or KK number that can be looked up. */
export const WHOLE_NUMBER = /^\d{16}$/;
/** How long the register may take to answer. */
export const PATIENCE_MS = 8_000;

/** What a rule says about a field, with its law. */
export interface FieldRule {
  code: string;
  message: string;
  legalBasis: string | null;
}

export interface FoundPerson {
  nik: string;
  name: string;
  sex: 1 | 2;
  /** Year only. */
  birthDate: string;
  status: 'active' | 'dead' | 'moved-out' | 'void';
  familyCardNumber: string | null;
  areaName: string | null;
}

export interface FoundFamily {
  number: string;
  status: 'active' | 'closed';
  areaName: string | null;
  members: (Pick<FoundPerson, 'nik' | 'name' | 'sex' | 'birthDate' | 'status'> & { relation: number })[];
}

/** What stands beside the fields of a form to help who fills it in. */
export interface FormAids {
  language: Language;
  /** Rules about the field at this path of the data, as it stands. */
  rulesOf(path: string): FieldRule[];
  /** Null: nobody may be looked up here. */
  people: {
    person(nik: string, signal: AbortSignal): Promise<FoundPerson | null>;
    family(number: string, signal: AbortSignal): Promise<FoundFamily | null>;
  } | null;
  /** Called when the answers above may have become others. */
  subscribe(listener: () => void): () => void;
}
