/**
 * Buku Mutasi Penduduk (B.2, Permendagri 47/2016; DOMAIN 6): a line per person and posting of the month, 13 columns. Sex and
 * citizenship are those that were posted, never today's; what was reversed stands there with its reversal.
 */
import { printedDay } from './book-table.js';
import type { Citizenship, Sex } from '../registry/snapshot.js';
import type { PostingKind } from '../registry/change.js';

/** One person's ledger line with what the book says about it. */
export interface PersonPosting {
  id: string;
  kind: PostingKind;
  sign: 1 | -1;
  sex: Sex;
  citizenship: Citizenship;
  name: string;
  birthPlace: string;
  birthDate: string;
  eventDate: string;
  reportDate: string;
  /** Name or address of the other side of a move, where it is known. */
  otherPlace: string | null;
  /** Where somebody died, as the deed says. */
  deathPlace: string | null;
  ticket: string | null;
  /** True for the reversal of an earlier line. */
  reverses: boolean;
}

export interface B2Line {
  number: number;
  name: string;
  birthPlace: string;
  birthDate: string;
  sex: 'L' | 'P';
  citizenship: 'WNI' | 'WNA';
  arrivedFrom: string;
  arrivedOn: string;
  movedTo: string;
  movedOn: string;
  diedAt: string;
  diedOn: string;
  note: string;
}

/** In the order of the postings. Births have no column: they stand in the last one. */
export function foldB2(postings: readonly PersonPosting[]): B2Line[] {
  return postings.map((posting, index) => ({ number: index + 1, ...lineOf(posting) }));
}

const NOWHERE = { arrivedFrom: '', arrivedOn: '', movedTo: '', movedOn: '', diedAt: '', diedOn: '' };

function lineOf(posting: PersonPosting): Omit<B2Line, 'number'> {
  const { kind, name, birthPlace, birthDate, sex, citizenship, eventDate } = posting;
  const place = posting.otherPlace ?? '';
  const columns =
    kind === 'arrival'
      ? { arrivedFrom: place, arrivedOn: eventDate }
      : kind === 'departure'
        ? { movedTo: place, movedOn: eventDate }
        : kind === 'death'
          ? { diedAt: posting.deathPlace ?? '', diedOn: eventDate }
          : {};
  return {
    ...{ name, birthPlace, birthDate },
    sex: sex === 1 ? 'L' : 'P',
    citizenship: citizenship === 2 ? 'WNA' : 'WNI',
    ...NOWHERE,
    ...columns,
    note: noteOf(posting),
  };
}

const KINDS: Record<string, string> = {
  opening: 'Saldo awal',
  birth: 'Lahir',
  lost: 'Hilang',
  adjustment: 'Penyesuaian',
};

function noteOf({ kind, sign, eventDate, reportDate, ticket, reverses }: PersonPosting): string {
  const known = kind === 'arrival' || kind === 'departure' || kind === 'death' ? '' : (KINDS[kind] ?? kind);
  const isAdjustment = KINDS[kind] === undefined || kind === 'adjustment';
  const parts = [
    known && (isAdjustment ? `${known} ${sign > 0 ? '+1' : '−1'}` : `${known} ${printedDay(eventDate)}`),
    reverses ? 'dibatalkan' : '',
    ticket ?? '',
    reportDate.slice(0, 7) === eventDate.slice(0, 7) ? '' : `dilaporkan ${printedDay(reportDate)}`,
  ];
  return parts.filter(Boolean).join('; ');
}
