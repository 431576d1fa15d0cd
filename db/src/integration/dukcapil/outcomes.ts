import type { MoveLetter } from '@lampid/domain/registry/snapshot';

/**
 * Why nobody answered: `timeout` no reply in time; `open` the circuit breaker did not let the call out; `busy` too many
 * calls wait already; `quota` today's quota is used up; `login` account, password, institution or IP refused; `http` anything
 * else that is not an answer (connection lost, 5xx, unreadable body).
 */
export type UnavailableReason = 'timeout' | 'open' | 'busy' | 'quota' | 'http' | 'login';
export interface Unavailable {
  kind: 'unavailable';
  reason: UnavailableReason;
}

/** A field compared exactly. */
export interface ExactMatch {
  match: boolean;
}
/** A field compared by likeness, score 0..100 (100 when Dukcapil says "Sesuai" without a score, 40 for a bare "Tidak Sesuai"). */
export interface FuzzyMatch {
  match: boolean;
  score: number;
}

export interface VerifiedFields {
  name?: FuzzyMatch;
  birthPlace?: FuzzyMatch;
  motherName?: FuzzyMatch;
  address?: FuzzyMatch;
  birthDate?: ExactMatch;
  sex?: ExactMatch;
  familyCardNumber?: ExactMatch;
}

/** Dukcapil's business answers (DOMAIN.md 5): codes 11, 12, 13, 14 (and 08), 15. */
export type NikRefusal =
  | { kind: 'deceased' }
  | { kind: 'duplicate' }
  | { kind: 'not-found' }
  | { kind: 'inactive' }
  | { kind: 'bad-format' };

/** `matched`: the NIK exists and is usable; `fields` holds the fields that were asked and answered. */
export type VerifyOutcome = { kind: 'matched'; fields: VerifiedFields } | NikRefusal | Unavailable;

/** CALL_NIK's biodata. NIK and KK are strings, dates `YYYY-MM-DD`; `raw` holds every key as sent. */
export interface Biodata {
  nik: string;
  familyCardNumber: string | null;
  name: string;
  birthPlace: string | null;
  birthDate: string | null;
  /** 1 laki-laki, 2 perempuan. */
  sex: 1 | 2 | null;
  motherName: string | null;
  raw: Readonly<Record<string, unknown>>;
}
export type BiodataOutcome = { kind: 'found'; biodata: Biodata } | NikRefusal | Unavailable;

/** `accepted` means stored at SIAK, not registered: the acknowledgement comes later, signed, at our inbound endpoint. */
export type SubmitOutcome =
  | { kind: 'accepted' }
  /** The posting itself is at fault (malformed, or the correlationId was used for another content): repeating cannot help. */
  | { kind: 'refused'; status: number; code: string; message: string }
  | Unavailable;

export type LetterLookup =
  { kind: 'found'; letter: MoveLetter } | { kind: 'not-found' } | { kind: 'bad-format' } | Unavailable;

export type LetterRefusalReason =
  | 'not-found'
  | 'bad-format'
  | 'used'
  | 'reserved'
  | 'not-reserved'
  | 'expired'
  | 'cancelled'
  | 'other-city'
  | 'not-a-member';
export interface LetterRefusal {
  kind: 'refused';
  reason: LetterRefusalReason;
}

export type ReserveOutcome = { kind: 'reserved'; status: MoveLetter['status'] } | LetterRefusal | Unavailable;
/** `remaining`: members of the letter that were not confirmed yet. */
export type ConfirmOutcome =
  { kind: 'confirmed'; status: MoveLetter['status']; remaining: number } | LetterRefusal | Unavailable;
export type ReleaseOutcome = { kind: 'released'; status: MoveLetter['status'] } | LetterRefusal | Unavailable;
