/**
 * How alike two people are on paper: whether somebody who is reported as new may be recorded already. The score only chooses whom an
 * officer is shown; nobody is taken for somebody else by it.
 */
import { addDays, daysBetween } from '../dates.js';
import { foldName } from '../names.js';

/** What is known of a person who is to be added. */
export interface Newcomer {
  /** Path in the report's data. */
  field: string;
  name: string;
  birthDate: string;
  sex: 1 | 2 | null;
  /** Null for a child. */
  nik: string | null;
  motherName: string | null;
}

export type Likeness = Pick<Newcomer, 'name' | 'birthDate' | 'sex' | 'motherName'>;

export type LikenessReason =
  'name' | 'birth-date' | 'birth-date-swapped' | 'birth-date-near' | 'sex' | 'mother';

export interface Comparison {
  /** 0..100 */
  score: number;
  reasons: LikenessReason[];
}

/** From here on a person has to look. */
export const POSSIBLE_DUPLICATE = 82;
/** Below it names are another name, whatever else agrees (twins share all but their names). */
const LIKE_NAMES = 0.6;
/** A mother of another name is another mother. */
const LIKE_MOTHERS = 0.5;
/** Slips of the pen and of the calendar. */
const NEAR_DAYS = 3;
/** Shares of name, birth date, sex and mother. */
const WEIGHTS = { name: 50, birthDate: 30, sex: 5, mother: 15 };

export function compareLikeness(a: Likeness, b: Likeness): Comparison {
  const name = similarity(a.name, b.name);
  const born = birthDateLikeness(a.birthDate, b.birthDate);
  const mother = a.motherName && b.motherName ? similarity(a.motherName, b.motherName) : null;
  if (name < LIKE_NAMES || born.share === 0 || (mother !== null && mother < LIKE_MOTHERS)) {
    return { score: 0, reasons: [] };
  }
  const sameSex = a.sex === null || b.sex === null ? null : a.sex === b.sex;
  // What is not known of one of them counts neither way.
  const parts = [
    { weight: WEIGHTS.name, share: name },
    { weight: WEIGHTS.birthDate, share: born.share },
    ...(sameSex === null ? [] : [{ weight: WEIGHTS.sex, share: Number(sameSex) }]),
    ...(mother === null ? [] : [{ weight: WEIGHTS.mother, share: mother }]),
  ];
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const score = parts.reduce((sum, { weight, share }) => sum + weight * share, 0);
  return {
    score: Math.round((100 * score) / whole),
    reasons: [
      'name',
      born.reason!,
      ...(sameSex ? ['sex' as const] : []),
      ...(mother ? ['mother' as const] : []),
    ],
  };
}

/** Dates that a person may be recorded under who was born on this one: for looking them up. */
export function birthDatesLike(date: string): string[] {
  const near = Array.from({ length: 2 * NEAR_DAYS + 1 }, (_, at) => addDays(date, at - NEAR_DAYS));
  const swapped = swappedDate(date);
  return [...new Set(swapped ? [...near, swapped] : near)];
}

function birthDateLikeness(a: string, b: string): { share: number; reason: LikenessReason | null } {
  if (a === b) return { share: 1, reason: 'birth-date' };
  if (swappedDate(a) === b) return { share: 0.9, reason: 'birth-date-swapped' };
  const days = Math.abs(daysBetween(a, b));
  if (days <= NEAR_DAYS) return { share: 0.8, reason: 'birth-date-near' };
  return { share: 0, reason: null };
}

/** Day and month exchanged, null where that is no date. */
function swappedDate(date: string): string | null {
  const [year, month, day] = date.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : null;
}

/** Share of common trigrams, 0..1, as pg_trgm counts them: each word padded by two spaces before and one after. */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const common = [...left].filter((trigram) => right.has(trigram)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

function trigrams(name: string): Set<string> {
  const found = new Set<string>();
  for (const word of foldName(name).split(' ').filter(Boolean)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}
