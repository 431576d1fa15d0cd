/**
 * The registry as it is, as far as one report is concerned: what `db` loads and `domain` decides on.
 * Codes are DOMAIN.md 7 / `domain/src/codes`. NIK and KK are 16-character strings. Dates are `YYYY-MM-DD` (Asia/Jakarta).
 */

/** 1 laki-laki, 2 perempuan. */
export type Sex = 1 | 2;
/** 1 WNI, 2 WNA (3 dual nationals are counted as WNI). */
export type Citizenship = 1 | 2 | 3;
/** 1 belum kawin, 2 kawin, 3 cerai hidup, 4 cerai mati. */
export type MaritalStatus = 1 | 2 | 3 | 4;
/** SHDK 1 kepala keluarga ... 11 lainnya. */
export type RelationToHead = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

export type ResidentStatus = 'active' | 'dead' | 'moved-out' | 'void';

export interface Address {
  /** Dotted kelurahan/desa code, e.g. `32.73.02.1004`. */
  areaCode: string;
  street: string;
  rt: string;
  rw: string;
  postalCode: string | null;
}

/** What the registry holds of a person whatever else becomes of them (*biodata penduduk*, F-1.01). */
export interface Biodata {
  name: string;
  sex: Sex;
  birthPlace: string;
  birthDate: string;
  religion: number;
  maritalStatus: MaritalStatus;
  education: number;
  occupation: number;
  bloodType: number;
  citizenship: Citizenship;
  fatherName: string | null;
  motherName: string | null;
}

export interface Resident extends Biodata {
  /** Our id (uuid); stays for life, also through NIK merges. */
  id: string;
  /** Row version: an update names the version it was computed from. */
  version: number;
  nik: string;
  fatherNik: string | null;
  motherNik: string | null;
  /** Order of birth among the mother's children, when known. */
  birthOrder: number | null;
  status: ResidentStatus;
  deathDate: string | null;
  /** Number of the family card of the active membership, or null. */
  familyCardNumber: string | null;
  /** Id of the resident that this void record was found to be the same person as. Set by a merge of NIKs only. */
  mergedInto?: string | null;
}

/** Where the ledger counts an active resident who is on no card (after a reversal that a person must finish). */
export interface UncardedResident {
  residentId: string;
  areaCode: string;
  rt: string;
  rw: string;
}

/** What an earlier report registered, as far as taking it back is concerned. */
export interface RegisteredReport {
  reportId: string;
  ticket: string;
  /** Id of its event type. */
  type: string;
  /** Kelurahan that reported it. */
  areaCode: string;
  /** True once its case has ended as completed. */
  completed: boolean;
  status: 'standing' | 'reversed';
  registeredOn: string;
  deeds: string[];
  /** True when another city holds or has used a letter of it: nothing can be taken back then. */
  letterInUse: boolean;
  /** True when a resident or card of it was changed since: a person has to put the family right afterwards. */
  changedSince: boolean;
}

export interface FamilyMember {
  residentId: string;
  relation: RelationToHead;
  /** Order on the card, 1 = head. */
  position: number;
}

export interface FamilyCard {
  id: string;
  version: number;
  /** Nomor KK. */
  number: string;
  status: 'active' | 'closed';
  address: Address;
  /** Active members only; their residents are in the snapshot. */
  members: FamilyMember[];
}

/** SKPWNI, the move-out letter: ours (origin = this city) or another city's (looked up there). */
export interface MoveLetter {
  number: string;
  status: 'issued' | 'reserved' | 'used' | 'expired' | 'cancelled';
  /** `PP.KK` of the city that issued it. */
  originCity: string;
  originAddress: Address;
  destination: Address;
  issuedOn: string;
  validUntil: string;
  /** As stated by the origin. Residents of other cities have no id here. */
  members: LetterMember[];
}

export interface LetterMember extends Biodata {
  nik: string;
  relation: RelationToHead;
  confirmed: boolean;
}

export interface Deed {
  number: string;
  kind: string;
  residentId: string;
  status: 'valid' | 'void';
}

/** What a report needs from the registry; an event type names it, `db` loads it in one go. */
export interface RegistryNeeds {
  niks: string[];
  familyCards: string[];
  /** NIKs of mothers whose children are needed (siblings of a newborn). */
  childrenOf: string[];
  /** Number of another city's SKPWNI that must be looked up at its origin. */
  moveLetter?: string;
  /** Ticket of an earlier report whose registration is wanted. */
  registration?: string;
}

export interface RegistrySnapshot {
  /** By resident id; holds the people asked for, all members of the cards asked for and of the cards those people are in, and the children asked for. */
  residents: Resident[];
  familyCards: FamilyCard[];
  /** Valid deeds of the residents in the snapshot. */
  deeds: Deed[];
  /** Own open letters (issued, reserved) that name one of the residents. */
  openLetters: { number: string; status: 'issued' | 'reserved'; niks: string[] }[];
  /** The letter asked for, `null` when its origin does not know it, `undefined` when the origin could not be asked. */
  moveLetter?: MoveLetter | null;
  /** Active residents above who are on no card. */
  uncarded: UncardedResident[];
  /** The registration asked for, `null` when no report of this ticket was ever registered. */
  registration?: RegisteredReport | null;
}
