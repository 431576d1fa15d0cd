/**
 * Laporan bulanan LAMPID, lampiran A-9 (DOMAIN 6): a fold over one month's ledger lines of an area, by report date. What is
 * reversed counts against the row it was posted in. Moves inside the area (between its kelurahan) are netted out into a row of
 * their own, so that arrivals and departures of a kecamatan or city are those over its border.
 */
import { areaLevel } from '../areas.js';
import type { PostingKind } from '../registry/change.js';
import type { Text } from '../rules/finding.js';
import {
  addCells,
  countAll,
  countInto,
  noCells,
  sameCells,
  scaledCells,
  totalsOf,
  type A9Cells,
  type A9Totals,
  type Countable,
} from './a9-cells.js';

/** Postings that are alike, added up. */
export interface LedgerLine extends Countable {
  kind: PostingKind;
  /** Klasifikasi 1..5 of arrivals and departures, else null. */
  moveClass: number | null;
}

export type A9RowId =
  | 'opening'
  | 'birth'
  | 'death'
  | 'arrival'
  | 'departure'
  | 'lost'
  /** Moves inside the area: nets to zero for people; families may merge and split. */
  | 'internal'
  /** Corrections, and kinds of events that A-9 has no row for. */
  | 'adjustment'
  | 'closing';

export interface A9Row {
  id: A9RowId;
  /** Number on the printed form, null for the two rows that it lacks. */
  number: number | null;
  names: Text;
  cells: A9Cells;
  totals: A9Totals;
}

export type MoveTarget = 'village' | 'district' | 'city' | 'province';

/** Perincian pindah: people and families that left, by how far. */
export interface A9Departures {
  target: MoveTarget;
  names: Text;
  male: number;
  female: number;
  all: number;
  familyMale: number;
  familyFemale: number;
  families: number;
}

export interface A9Check {
  id: 'R1' | 'R2' | 'R3' | 'R4';
  names: Text;
  /** Null when there was nothing to compare with. */
  holds: boolean | null;
}

export interface A9Report {
  rows: A9Row[];
  departures: A9Departures[];
  checks: A9Check[];
}

export interface A9Input {
  /** Kelurahan, kecamatan or city. */
  area: string;
  /** Everything before the month. */
  opening: readonly LedgerLine[];
  movements: readonly LedgerLine[];
  /** Closing of the month before, where it was kept (R1). */
  previousClosing?: A9Cells | null;
  /** Active residents and cards at the close, where they can be counted (R3). */
  register?: readonly Countable[] | null;
}

const ROWS: { id: A9RowId; number: number | null; names: Text; sign: 1 | -1 }[] = [
  {
    id: 'opening',
    number: 1,
    names: { id: 'Penduduk/keluarga awal bulan', en: 'At the beginning of the month' },
    sign: 1,
  },
  { id: 'birth', number: 2, names: { id: 'Kelahiran/keluarga baru', en: 'Births/new families' }, sign: 1 },
  { id: 'death', number: 3, names: { id: 'Kematian', en: 'Deaths' }, sign: -1 },
  { id: 'arrival', number: 4, names: { id: 'Pendatang', en: 'Arrivals' }, sign: 1 },
  {
    id: 'departure',
    number: 5,
    names: { id: 'Pindah/keluarga pergi', en: 'Departures/families gone' },
    sign: -1,
  },
  { id: 'lost', number: 6, names: { id: 'Penduduk hilang', en: 'Missing' }, sign: -1 },
  {
    id: 'internal',
    number: null,
    names: { id: 'Pindah di dalam wilayah (selisih)', en: 'Moves inside the area (net)' },
    sign: 1,
  },
  { id: 'adjustment', number: null, names: { id: 'Penyesuaian', en: 'Adjustments' }, sign: 1 },
  {
    id: 'closing',
    number: 7,
    names: { id: 'Penduduk/keluarga akhir bulan', en: 'At the end of the month' },
    sign: 1,
  },
];

const ROW_OF_KIND: Record<string, A9RowId> = {
  opening: 'opening',
  birth: 'birth',
  'new-family': 'birth',
  death: 'death',
  arrival: 'arrival',
  departure: 'departure',
  lost: 'lost',
};

const TARGETS: { target: MoveTarget; moveClass: number; names: Text }[] = [
  { target: 'village', moveClass: 2, names: { id: 'Keluar desa/kelurahan', en: 'To another kelurahan' } },
  { target: 'district', moveClass: 3, names: { id: 'Keluar kecamatan', en: 'To another kecamatan' } },
  { target: 'city', moveClass: 4, names: { id: 'Keluar kabupaten/kota', en: 'To another city' } },
  { target: 'province', moveClass: 5, names: { id: 'Keluar provinsi', en: 'To another province' } },
];

export function foldA9(input: A9Input): A9Report {
  const { opening, movements, previousClosing, register } = input;
  const inside = movements.filter((line) => rowOf(line, input.area) === 'internal');
  const sums = new Map<A9RowId, A9Cells>(ROWS.map(({ id }) => [id, noCells()]));
  for (const line of opening) countInto(sums.get('opening')!, line);
  for (const line of movements) {
    countInto(sums.get(rowOf(line, input.area))!, line);
  }
  const closing = [...sums.values()].reduce(addCells, noCells());
  sums.set('closing', closing);
  const rows = ROWS.map(({ sign, ...row }): A9Row => {
    const cells = scaledCells(sums.get(row.id)!, sign);
    return { ...row, cells, totals: totalsOf(cells) };
  });
  return {
    rows,
    departures: departuresOf(movements.filter((line) => line.kind === 'departure' && !inside.includes(line))),
    checks: [
      check(
        'R1',
        'Awal bulan = akhir bulan lalu',
        'Opening equals the closing before',
        previousClosing && sameCells(previousClosing, sums.get('opening')!),
      ),
      check('R2', 'Jumlah baris = akhir bulan', 'Rows add up to the closing', addsUp(rows)),
      check(
        'R3',
        'Data penduduk = akhir bulan',
        'The register equals the closing',
        register && sameCells(countAll(register), closing),
      ),
      check(
        'R4',
        'Pindah = datang di dalam wilayah',
        'Moves out equal moves in inside the area',
        peopleOf(inside) === 0,
      ),
    ],
  };
}

/** Closing cells of a month, to open the next with. */
export function closingOf(report: A9Report): A9Cells {
  return report.rows.find(({ id }) => id === 'closing')!.cells;
}

/** The row of a line that was posted in the month. */
export function rowOf({ kind, moveClass }: Pick<LedgerLine, 'kind' | 'moveClass'>, area: string): A9RowId {
  const moves = kind === 'arrival' || kind === 'departure';
  if (moves && moveClass !== null && moveClass <= widestInside(area)) return 'internal';
  return ROW_OF_KIND[kind] ?? 'adjustment';
}

/** The widest klasifikasi of a move that begins and ends inside the area: class 2 in a kecamatan, up to 3 in a city. */
function widestInside(area: string): number {
  return { village: 1, district: 2, city: 3, province: 4 }[areaLevel(area) ?? 'village'];
}

/** `-1`: the row is printed without its sign, so that what left counts up. */
export function signOfRow(row: A9RowId): 1 | -1 {
  return ROWS.find(({ id }) => id === row)!.sign;
}

/** Which lines a row is made of, in words that a query can ask for. */
export interface RowLines {
  /** Null: any kind but these of `except`. */
  kinds: string[] | null;
  except: string[];
  /** Moves up to this class only (`internal`), or without them; null where moves do not matter. */
  moves: { upTo: number; only: boolean } | null;
}

/** Of a row that counts what was posted in the month; opening and closing are all lines up to a day. */
export function linesOfRow(row: A9RowId, area: string): RowLines {
  const upTo = widestInside(area);
  if (row === 'internal') return { kinds: ['arrival', 'departure'], except: [], moves: { upTo, only: true } };
  const known = Object.keys(ROW_OF_KIND);
  if (row === 'adjustment') return { kinds: null, except: known, moves: null };
  const kinds = known.filter((kind) => ROW_OF_KIND[kind] === row);
  const moves = row === 'arrival' || row === 'departure' ? { upTo, only: false } : null;
  return { kinds, except: [], moves };
}

/** akhir = awal + lahir + datang - mati - pindah - hilang (+ internal + penyesuaian), cell by cell over the printed rows. */
function addsUp(rows: readonly A9Row[]): boolean {
  const signed = rows.slice(0, -1).map(({ cells }, index) => scaledCells(cells, ROWS[index]!.sign));
  return sameCells(signed.reduce(addCells, noCells()), rows.at(-1)!.cells);
}

function peopleOf(lines: readonly LedgerLine[]): number {
  return lines.reduce((sum, { unit, amount }) => sum + (unit === 'person' ? amount : 0), 0);
}

function departuresOf(lines: readonly LedgerLine[]): A9Departures[] {
  return TARGETS.map(({ target, moveClass, names }) => {
    const cells = scaledCells(countAll(lines.filter((line) => line.moveClass === moveClass)), -1);
    const { familyMale, familyFemale } = cells;
    return { target, names, ...totalsOf(cells), familyMale, familyFemale };
  });
}

function check(id: A9Check['id'], name: string, en: string, holds: boolean | null | undefined): A9Check {
  return { id, names: { id: name, en }, holds: holds ?? null };
}
