/**
 * Laporan bulanan LAMPID, lampiran A-9 (DOMAIN 6): a fold over one month's ledger lines of an area, by report date. What is
 * reversed counts against the row it was posted in. Moves inside the area (between its kelurahan) are netted out into a row of
 * their own, so that arrivals and departures of a kecamatan or city are those over its border.
 */
import { areaLevel } from '../areas.js';
import type { PostingKind } from '../registry/change.js';
import type { Citizenship, Sex } from '../registry/snapshot.js';
import type { Text } from '../rules/finding.js';

/** Postings that are alike, added up. */
export interface LedgerLine {
  kind: PostingKind;
  unit: 'person' | 'family';
  sex: Sex;
  citizenship: Citizenship;
  /** Klasifikasi 1..5 of arrivals and departures, else null. */
  moveClass: number | null;
  /** Sum of the signs. */
  amount: number;
}

/** The six cells that everything is counted in; families by the head's sex. */
export interface A9Cells {
  wniMale: number;
  wniFemale: number;
  wnaMale: number;
  wnaFemale: number;
  familyMale: number;
  familyFemale: number;
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

export interface A9Totals {
  male: number;
  female: number;
  all: number;
  families: number;
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
  register?: readonly Omit<LedgerLine, 'kind' | 'moveClass'>[] | null;
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
  for (const line of opening) count(sums.get('opening')!, line);
  for (const line of movements) {
    count(sums.get(rowOf(line, input.area))!, line);
  }
  const closing = [...sums.values()].reduce(add, noCells());
  sums.set('closing', closing);
  const rows = ROWS.map(({ sign, ...row }): A9Row => {
    const cells = scaled(sums.get(row.id)!, sign);
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
        previousClosing && same(previousClosing, sums.get('opening')!),
      ),
      check('R2', 'Jumlah baris = akhir bulan', 'Rows add up to the closing', addsUp(rows)),
      check(
        'R3',
        'Data penduduk = akhir bulan',
        'The register equals the closing',
        register && same(countAll(register), closing),
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

export type A9Cell = keyof A9Cells;

/** Whom a cell counts. Dual nationals (3) are counted as WNI. */
export function countedIn(cell: A9Cell): { unit: LedgerLine['unit']; sex: Sex; foreign: boolean | null } {
  const sex = cell.endsWith('Female') ? 2 : 1;
  if (cell.startsWith('family')) return { unit: 'family', sex, foreign: null };
  return { unit: 'person', sex, foreign: cell.startsWith('wna') };
}

type Countable = Pick<LedgerLine, 'unit' | 'sex' | 'citizenship' | 'amount'>;

/** Dual nationals (3) are counted as WNI. */
function count(cells: A9Cells, { unit, sex, citizenship, amount }: Countable): void {
  const side = sex === 1 ? 'Male' : 'Female';
  const group = unit === 'family' ? 'family' : citizenship === 2 ? 'wna' : 'wni';
  cells[`${group}${side}`] += amount;
}

function countAll(lines: readonly Countable[]): A9Cells {
  const cells = noCells();
  for (const line of lines) count(cells, line);
  return cells;
}

function noCells(): A9Cells {
  return { wniMale: 0, wniFemale: 0, wnaMale: 0, wnaFemale: 0, familyMale: 0, familyFemale: 0 };
}

export const CELLS = Object.keys(noCells()) as A9Cell[];

function add(a: A9Cells, b: A9Cells): A9Cells {
  return Object.fromEntries(CELLS.map((cell) => [cell, a[cell] + b[cell]])) as unknown as A9Cells;
}

function scaled(cells: A9Cells, by: 1 | -1): A9Cells {
  return by === 1
    ? cells
    : (Object.fromEntries(CELLS.map((cell) => [cell, 0 - cells[cell]])) as unknown as A9Cells);
}

function same(a: A9Cells, b: A9Cells): boolean {
  return CELLS.every((cell) => a[cell] === b[cell]);
}

function totalsOf(cells: A9Cells): A9Totals {
  const male = cells.wniMale + cells.wnaMale;
  const female = cells.wniFemale + cells.wnaFemale;
  return { male, female, all: male + female, families: cells.familyMale + cells.familyFemale };
}

/** akhir = awal + lahir + datang - mati - pindah - hilang (+ internal + penyesuaian), cell by cell over the printed rows. */
function addsUp(rows: readonly A9Row[]): boolean {
  const signed = rows.slice(0, -1).map(({ cells }, index) => scaled(cells, ROWS[index]!.sign));
  return same(signed.reduce(add, noCells()), rows.at(-1)!.cells);
}

function peopleOf(lines: readonly LedgerLine[]): number {
  return lines.reduce((sum, { unit, amount }) => sum + (unit === 'person' ? amount : 0), 0);
}

function departuresOf(lines: readonly LedgerLine[]): A9Departures[] {
  return TARGETS.map(({ target, moveClass, names }) => {
    const cells = scaled(countAll(lines.filter((line) => line.moveClass === moveClass)), -1);
    const { familyMale, familyFemale } = cells;
    return { target, names, ...totalsOf(cells), familyMale, familyFemale };
  });
}

function check(id: A9Check['id'], name: string, en: string, holds: boolean | null | undefined): A9Check {
  return { id, names: { id: name, en }, holds: holds ?? null };
}
