/**
 * Buku Rekapitulasi Jumlah Penduduk (B.3, Permendagri 47/2016; DOMAIN 6): a line per RW or RT, 33 columns, folded from the same
 * ledger lines as the A-9, so that its total is the A-9's.
 */
import type { A9Cells } from './a9-cells.js';
import { foldA9, type A9Report, type A9RowId, type LedgerLine } from './a9.js';

/** Ledger lines of a part of the kelurahan. */
export interface PartOfLedger {
  rt: string;
  rw: string;
  opening: LedgerLine[];
  movements: LedgerLine[];
}

/** People, in the order in which the book prints them. */
export interface B3People {
  wnaMale: number;
  wnaFemale: number;
  wniMale: number;
  wniFemale: number;
}

export interface B3Stock extends B3People {
  /** Jumlah KK. */
  families: number;
  /** Jumlah anggota keluarga: everybody who heads none. */
  members: number;
  /** Jumlah jiwa = KK + anggota. */
  people: number;
}

export interface B3Line {
  /** `RW 002`, or the total. */
  name: string;
  opening: B3Stock;
  births: B3People;
  arrivals: B3People;
  deaths: B3People;
  departures: B3People;
  closing: B3Stock;
  /** Keterangan: what the book has no column for. */
  note: string;
}

export interface B3Book {
  lines: B3Line[];
  total: B3Line;
}

/** @param area the kelurahan; `parts` of it, in any order */
export function foldB3({ area, parts }: { area: string; parts: readonly PartOfLedger[] }): B3Book {
  const byRw = new Map<string, PartOfLedger[]>();
  for (const part of parts) byRw.set(part.rw, [...(byRw.get(part.rw) ?? []), part]);
  const names = [...byRw.keys()].sort();
  return {
    lines: names.map((rw) => lineOf(`RW ${rw}`, joined(area, byRw.get(rw)!))),
    total: lineOf('Jumlah', joined(area, parts)),
  };
}

function joined(area: string, parts: readonly PartOfLedger[]): A9Report {
  return foldA9({
    area,
    opening: parts.flatMap(({ opening }) => opening),
    movements: parts.flatMap(({ movements }) => movements),
  });
}

function lineOf(name: string, report: A9Report): B3Line {
  const cells = (row: A9RowId) => report.rows.find(({ id }) => id === row)!.cells;
  return {
    name,
    opening: stock(cells('opening')),
    births: people(cells('birth')),
    arrivals: people(cells('arrival')),
    deaths: people(cells('death')),
    departures: people(cells('departure')),
    closing: stock(cells('closing')),
    note: [
      noteOf('hilang', headcount(cells('lost'))),
      noteOf('pindah dalam wilayah', headcount(cells('internal'))),
      noteOf('penyesuaian', headcount(cells('adjustment'))),
    ]
      .filter(Boolean)
      .join('; '),
  };
}

function people({ wnaMale, wnaFemale, wniMale, wniFemale }: A9Cells): B3People {
  return { wnaMale, wnaFemale, wniMale, wniFemale };
}

function stock(cells: A9Cells): B3Stock {
  const count = headcount(cells);
  const families = cells.familyMale + cells.familyFemale;
  return { ...people(cells), families, members: count - families, people: count };
}

function headcount({ wniMale, wniFemale, wnaMale, wnaFemale }: A9Cells): number {
  return wniMale + wniFemale + wnaMale + wnaFemale;
}

function noteOf(what: string, count: number): string {
  return count === 0 ? '' : `${what} ${count > 0 ? '+' : '−'}${Math.abs(count)}`;
}
