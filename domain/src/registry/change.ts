/**
 * What an event does to the registry, as data: `domain` computes it from the family as it is, `db` applies it in one
 * transaction. New things are named by local references (`$child`, `$card`) until `db` has given them numbers.
 */
import type { Address, RelationToHead, Resident, Sex, Citizenship } from './snapshot.js';

/** A resident id, or a local reference (`$...`) to a resident created in the same change. */
export type ResidentRef = string;
/** A family card number, or a local reference (`$...`) to a card opened in the same change. */
export type CardRef = string;

/** Attributes that an event may alter on an existing resident. */
export type ResidentPatch = Partial<
  Pick<
    Resident,
    | 'nik'
    | 'name'
    | 'sex'
    | 'birthPlace'
    | 'birthDate'
    | 'religion'
    | 'maritalStatus'
    | 'education'
    | 'occupation'
    | 'bloodType'
    | 'citizenship'
    | 'fatherName'
    | 'motherName'
    | 'status'
    | 'deathDate'
    | 'mergedInto'
  >
>;

export type NewResident = Omit<Resident, 'id' | 'version' | 'nik' | 'familyCardNumber' | 'mergedInto'> & {
  ref: ResidentRef;
  /** An existing NIK (arrivals keep theirs), or where to allocate a new one: kecamatan `PP.KK.CC`. */
  nik: string | { allocateIn: string };
};

export type Change =
  | { op: 'create-resident'; resident: NewResident }
  | { op: 'update-resident'; residentId: string; version: number; patch: ResidentPatch }
  /** A number is allocated (PPKKCC of the address + registration date + serial) unless one is given and free. */
  | { op: 'open-card'; ref: CardRef; address: Address; number?: string }
  | { op: 'close-card'; number: string; version: number; reason: string }
  | { op: 'update-card-address'; number: string; version: number; address: Address }
  | { op: 'join-card'; card: CardRef; resident: ResidentRef; relation: RelationToHead }
  | { op: 'leave-card'; card: CardRef; resident: ResidentRef; reason: string }
  | { op: 'change-relation'; card: CardRef; resident: ResidentRef; relation: RelationToHead }
  /** Deed number `PPKK-<code>-DDMMYYYY-NNNN`; `code` such as LU, LT, KM. */
  | {
      op: 'register-deed';
      ref: string;
      kind: string;
      code: string;
      resident: ResidentRef;
      details: Record<string, string>;
    }
  | {
      op: 'issue-move-letter';
      ref: string;
      destination: Address;
      validUntil: string;
      members: { resident: ResidentRef; relation: RelationToHead }[];
    }
  | { op: 'post'; posting: Posting }
  /** Takes back what another report registered: reversal postings, void numbers, families as they were where they still can be. */
  | { op: 'revoke-registration'; reportId: string };

/** Row of LAMPID A-9 that a posting belongs to (`moved` rows carry a klasifikasi). */
export type PostingKind =
  'opening' | 'birth' | 'death' | 'arrival' | 'departure' | 'lost' | 'adjustment' | (string & {});

/**
 * One immutable ledger line. `unit: person` counts heads, `unit: family` counts cards (by the head's sex).
 * Sum of signs over (area, unit, sex, citizenship) = population.
 */
export interface Posting {
  kind: PostingKind;
  sign: 1 | -1;
  unit: 'person' | 'family';
  areaCode: string;
  rt: string;
  rw: string;
  sex: Sex;
  citizenship: Citizenship;
  resident: ResidentRef | null;
  card: CardRef | null;
  /** Klasifikasi 1..5 for departures and arrivals, else null. */
  moveClass: 1 | 2 | 3 | 4 | 5 | null;
  eventDate: string;
}

/** A document to issue once the change stands, by kind (`kutipan-akta-kelahiran`, `kk`, `skpwni`, ...). */
export interface DocumentOrder {
  kind: string;
  /** Resident or card reference that the document is about. */
  about: { resident: ResidentRef } | { card: CardRef } | { letter: string };
}

export interface EffectResult {
  changes: Change[];
  documents: DocumentOrder[];
  /** Local references worth showing as the report's `result`, by name: `{resident: '$child'}`. */
  result: Record<string, string>;
  /** Small impersonal variables for the model's gateways and timers, e.g. `{moveScope: 'inter', letterExpiresAt: '...Z'}`. */
  variables: Record<string, string | number | boolean>;
}

/** Why an effect cannot be computed from the family as it is: stops the case, becomes a finding. */
export class EffectConflict extends Error {
  constructor(
    readonly code: string,
    readonly text: { id: string; en: string },
    readonly field: string | null = null,
  ) {
    super(text.en);
    this.name = 'EffectConflict';
  }
}
