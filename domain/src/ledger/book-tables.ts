/** The tables of the monthly report and the books of Permendagri 47/2016, in the columns of their forms (DOMAIN 6). */
import type { A9Report, A9Row } from './a9.js';
import type { B2Line } from './b2.js';
import type { B3Book, B3Line, B3People, B3Stock } from './b3.js';
import { both, printedDay, type BookLine, type BookTable, type HeadCell } from './book-table.js';

const MALE = { text: both('L', 'M') };
const FEMALE = { text: both('P', 'F') };
const SUM = { text: both('L+P', 'M+F') };

/** Lampiran A-9, 12 columns. */
export function a9Table(report: A9Report): BookTable {
  return {
    caption: null,
    head: [
      [
        { text: both('No', 'No'), rows: 2 },
        { text: both('Perincian', 'Item'), rows: 2 },
        { text: both('WNI', 'Citizens'), columns: 2 },
        { text: both('WNA', 'Foreigners'), columns: 2 },
        { text: both('Jumlah', 'Total'), columns: 3 },
        { text: both('Keluarga (KK)', 'Families'), columns: 3 },
      ],
      [MALE, FEMALE, MALE, FEMALE, MALE, FEMALE, SUM, MALE, FEMALE, SUM],
    ],
    numbered: true,
    lines: report.rows.map((row) => ({
      cells: [row.number ?? '', row.names.id, ...a9Values(row)],
      strong: row.id === 'opening' || row.id === 'closing',
    })),
    widths: [5, 38, ...Array<number>(10).fill(9)],
  };
}

/** Columns 3 to 12. */
export function a9Values({ cells, totals }: Pick<A9Row, 'cells' | 'totals'>): number[] {
  return [
    ...[cells.wniMale, cells.wniFemale, cells.wnaMale, cells.wnaFemale],
    ...[totals.male, totals.female, totals.all],
    ...[cells.familyMale, cells.familyFemale, totals.families],
  ];
}

/** Annex of the A-9: where those who left went. */
export function departuresTable(report: A9Report): BookTable {
  return {
    caption: both('Perincian pindah', 'Where people moved'),
    head: [
      [
        { text: both('Tujuan', 'Destination'), rows: 2 },
        { text: both('Penduduk', 'People'), columns: 3 },
        { text: both('Keluarga (KK)', 'Families'), columns: 3 },
      ],
      [MALE, FEMALE, SUM, MALE, FEMALE, SUM],
    ],
    numbered: false,
    lines: report.departures.map((row) => ({
      cells: [
        row.names.id,
        ...[row.male, row.female, row.all],
        ...[row.familyMale, row.familyFemale, row.families],
      ],
    })),
    widths: [38, ...Array<number>(6).fill(9)],
  };
}

/** B.2, 13 columns. */
export function b2Table(lines: readonly B2Line[]): BookTable {
  const tall = (id: string, en: string): HeadCell => ({ text: both(id, en), rows: 2 });
  return {
    caption: null,
    head: [
      [
        tall('No', 'No'),
        tall('Nama lengkap/panggilan', 'Full name'),
        tall('Tempat lahir', 'Place of birth'),
        tall('Tanggal lahir', 'Date of birth'),
        tall('Jenis kelamin', 'Sex'),
        tall('Kewarganegaraan', 'Citizenship'),
        { text: both('Penambahan', 'Added'), columns: 2 },
        { text: both('Pengurangan', 'Removed'), columns: 4 },
        tall('Ket.', 'Note'),
      ],
      [
        { text: both('Datang dari', 'From') },
        { text: both('Tanggal', 'Date') },
        { text: both('Pindah ke', 'To') },
        { text: both('Tanggal', 'Date') },
        { text: both('Meninggal di', 'Died at') },
        { text: both('Tanggal', 'Date') },
      ],
    ],
    numbered: true,
    lines: lines.map((line) => ({
      cells: [
        ...[line.number, line.name, line.birthPlace, printedDay(line.birthDate), line.sex, line.citizenship],
        ...[line.arrivedFrom, printedDay(line.arrivedOn), line.movedTo, printedDay(line.movedOn)],
        ...[line.diedAt, printedDay(line.diedOn), line.note],
      ],
    })),
    widths: [6, 26, 16, 13, 8, 11, 19, 13, 19, 13, 19, 13, 28],
  };
}

const TWO_BY_TWO: HeadCell[] = [
  { text: both('WNA', 'Foreigners'), columns: 2 },
  { text: both('WNI', 'Citizens'), columns: 2 },
];
const SEXES: HeadCell[] = [MALE, FEMALE, MALE, FEMALE];

/** B.3, 33 columns. */
export function b3Table(book: B3Book): BookTable {
  const stock = (id: string, en: string): HeadCell => ({ text: both(id, en), columns: 7 });
  const flow = (id: string, en: string): HeadCell => ({ text: both(id, en), columns: 4 });
  const counts: HeadCell[] = [
    { text: both('Jml KK', 'Families'), rows: 2 },
    { text: both('Anggota', 'Members'), rows: 2 },
    { text: both('Jiwa', 'People'), rows: 2 },
  ];
  return {
    caption: null,
    head: [
      [
        { text: both('No', 'No'), rows: 3 },
        { text: both('Dusun/lingkungan', 'Neighbourhood'), rows: 3 },
        stock('Jumlah penduduk awal bulan', 'At the beginning of the month'),
        flow('Lahir', 'Births'),
        flow('Datang', 'Arrivals'),
        flow('Meninggal', 'Deaths'),
        flow('Pindah', 'Departures'),
        stock('Jumlah penduduk akhir bulan', 'At the end of the month'),
        { text: both('Ket.', 'Note'), rows: 3 },
      ],
      [
        ...TWO_BY_TWO,
        ...counts,
        ...[...TWO_BY_TWO, ...TWO_BY_TWO, ...TWO_BY_TWO, ...TWO_BY_TWO],
        ...TWO_BY_TWO,
        ...counts,
      ],
      [...SEXES, ...SEXES, ...SEXES, ...SEXES, ...SEXES, ...SEXES],
    ],
    numbered: true,
    lines: [
      ...book.lines.map((line, index) => b3Line(index + 1, line)),
      { ...b3Line('', book.total), strong: true },
    ],
    widths: [5, 16, ...Array<number>(30).fill(6), 24],
  };
}

function b3Line(number: number | '', line: B3Line): BookLine {
  const people = ({ wnaMale, wnaFemale, wniMale, wniFemale }: B3People) => [
    wnaMale,
    wnaFemale,
    wniMale,
    wniFemale,
  ];
  const stock = (of: B3Stock) => [...people(of), of.families, of.members, of.people];
  return {
    cells: [
      number,
      line.name,
      ...stock(line.opening),
      ...people(line.births),
      ...people(line.arrivals),
      ...people(line.deaths),
      ...people(line.departures),
      ...stock(line.closing),
      line.note,
    ],
  };
}

/** One line per part of an area (RT, kelurahan, kecamatan) and the area itself, in people; families at the end. */
export function partsTable(
  parts: readonly { name: string; report: A9Report }[],
  total: { name: string; report: A9Report },
): BookTable {
  const { rows } = total.report;
  return {
    caption: null,
    head: [
      [
        { text: both('No', 'No') },
        { text: both('Wilayah', 'Area') },
        ...rows.map(({ names }) => ({ text: names })),
        { text: both('KK akhir bulan', 'Families at the end') },
      ],
    ],
    numbered: true,
    lines: [
      ...parts.map((part, index) => ({ cells: [index + 1, part.name, ...partValues(part.report)] })),
      { cells: ['', total.name, ...partValues(total.report)], strong: true },
    ],
    widths: [5, 24, ...Array<number>(rows.length + 1).fill(11)],
  };
}

function partValues(report: A9Report): number[] {
  return [...report.rows.map(({ totals }) => totals.all), report.rows.at(-1)!.totals.families];
}

/** Movements by the day they were reported beside those by the day they happened: late reports show as the difference. */
export function datesTable(byReport: A9Report, byEvent: A9Report): BookTable {
  const movements = byReport.rows.filter(({ id }) => id !== 'opening' && id !== 'closing');
  return {
    caption: both('Menurut tanggal lapor dan tanggal peristiwa', 'By report date and by event date'),
    head: [
      [
        { text: both('Perincian', 'Item') },
        { text: both('Tanggal lapor', 'Report date') },
        { text: both('Tanggal peristiwa', 'Event date') },
        { text: both('Selisih', 'Difference') },
      ],
    ],
    numbered: false,
    lines: movements.map(({ id, names, totals }) => {
      const happened = byEvent.rows.find((row) => row.id === id)!.totals.all;
      return { cells: [names.id, totals.all, happened, totals.all - happened] };
    }),
    widths: [38, 14, 16, 10],
  };
}
