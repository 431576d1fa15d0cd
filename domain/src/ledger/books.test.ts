import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAGO } from '../testing/memory-registry.js';
import { CELLS, countedIn } from './a9-cells.js';
import { closingOf, foldA9, linesOfRow, rowOf, signOfRow, type LedgerLine } from './a9.js';
import { foldB2, type PersonPosting } from './b2.js';
import { foldB3, type PartOfLedger } from './b3.js';
import { a9Table, b2Table, b3Table, datesTable, departuresTable, partsTable } from './book-tables.js';
import type { BookTable } from './book-table.js';

const AREA = DAGO.areaCode;
const kinds = ['birth', 'new-family', 'death', 'arrival', 'departure', 'lost', 'adjustment', 'repatriation'];
const line = fc.record({
  kind: fc.constantFrom(...kinds),
  unit: fc.constantFrom('person' as const, 'family' as const),
  sex: fc.constantFrom(1 as const, 2 as const),
  citizenship: fc.constantFrom(1 as const, 2 as const, 3 as const),
  moveClass: fc.constantFrom(null, 1, 2, 3, 4, 5),
  amount: fc.constantFrom(-1, 1),
});
const part: fc.Arbitrary<PartOfLedger> = fc.record({
  rt: fc.constantFrom('001', '002'),
  rw: fc.constantFrom('001', '002', '003'),
  opening: fc.array(
    line.map((one) => ({ ...one, kind: 'opening' })),
    { maxLength: 20 },
  ),
  movements: fc.array(line, { maxLength: 20 }),
});
const joined = (parts: PartOfLedger[]) => ({
  area: AREA,
  opening: parts.flatMap(({ opening }) => opening),
  movements: parts.flatMap(({ movements }) => movements),
});

describe('over any ledger', () => {
  it('the A-9 is the total of the B.3 and the sum of the sheets per RT', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const whole = foldA9(joined(parts));
        const { lines, total } = foldB3({ area: AREA, parts });
        const closing = closingOf(whole);
        expect(total.closing).toMatchObject({
          wniMale: closing.wniMale,
          wnaFemale: closing.wnaFemale,
          families: closing.familyMale + closing.familyFemale,
        });
        expect(total.closing.people).toBe(whole.rows.at(-1)!.totals.all);
        expect(total.closing.people).toBe(total.closing.families + total.closing.members);
        expect(lines.reduce((sum, one) => sum + one.closing.people, 0)).toBe(total.closing.people);
        const sheets = parts.map((one) => foldA9(joined([one])));
        for (const [index, row] of whole.rows.entries()) {
          const sum = sheets.reduce((all, sheet) => all + sheet.rows[index]!.totals.all, 0);
          expect(sum, row.id).toBe(row.totals.all);
        }
      }),
    );
  });

  it('each cell is the sum of the lines it drills down to', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const all = joined(parts);
        const report = foldA9(all);
        for (const row of report.rows.slice(1, -1)) {
          const asked = linesOfRow(row.id, AREA);
          const behind = all.movements.filter((one) => isAsked(one, asked));
          expect(behind.every((one) => rowOf(one, AREA) === row.id)).toBe(true);
          for (const cell of CELLS) {
            const { unit, sex, foreign } = countedIn(cell);
            const sum = behind
              .filter((one) => one.unit === unit && one.sex === sex)
              .filter((one) => foreign === null || (one.citizenship === 2) === foreign)
              .reduce((total, { amount }) => total + amount, 0);
            expect(0 + sum * signOfRow(row.id), `${row.id} ${cell}`).toBe(0 + row.cells[cell]);
          }
        }
      }),
    );
  });

  it('a month begins with what the one before ended with', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 4 }), (first, second) => {
        const before = foldB3({ area: AREA, parts: first });
        const carried = first.map((one) => ({
          ...one,
          opening: [...one.opening, ...one.movements],
          movements: [],
        }));
        const after = foldB3({
          area: AREA,
          parts: [...carried, ...second.map((one) => ({ ...one, opening: [] }))],
        });
        expect(after.total.opening).toEqual(before.total.closing);
      }),
    );
  });
});

/** As the database selects them. */
function isAsked({ kind, moveClass }: LedgerLine, asked: ReturnType<typeof linesOfRow>): boolean {
  if (asked.kinds && !asked.kinds.includes(kind)) return false;
  if (asked.except.includes(kind)) return false;
  if (!asked.moves) return true;
  const inside = moveClass !== null && moveClass <= asked.moves.upTo;
  return asked.moves.only ? inside : !inside;
}

const posting: PersonPosting = {
  id: '1',
  kind: 'birth',
  sign: 1,
  sex: 2,
  citizenship: 1,
  name: 'AYU',
  birthPlace: 'BANDUNG',
  birthDate: '2026-10-02',
  eventDate: '2026-10-02',
  reportDate: '2026-11-03',
  otherPlace: null,
  deathPlace: null,
  ticket: 'LMP-L-3273021004-20261103-0001',
  reverses: false,
};

describe('Buku Mutasi B.2', () => {
  it('has a line per person, with late births and reversals in the last column', () => {
    const lines = foldB2([
      posting,
      { ...posting, kind: 'arrival', eventDate: '2026-11-04', otherPlace: 'Gambir, Kota Jakarta Pusat' },
      {
        ...posting,
        kind: 'departure',
        sign: -1,
        eventDate: '2026-11-05',
        otherPlace: 'Cigadung',
        ticket: null,
      },
      {
        ...posting,
        kind: 'death',
        sign: -1,
        eventDate: '2026-11-06',
        deathPlace: 'RS',
        citizenship: 2,
        sex: 1,
      },
      { ...posting, kind: 'birth', sign: -1, eventDate: '2026-11-07', reverses: true },
      { ...posting, kind: 'adjustment', sign: -1, eventDate: '2026-11-08', ticket: null },
    ]);
    expect(lines.map(({ number, note }) => [number, note])).toEqual([
      [1, 'Lahir 02/10/2026; LMP-L-3273021004-20261103-0001; dilaporkan 03/11/2026'],
      [2, 'LMP-L-3273021004-20261103-0001'],
      [3, ''],
      [4, 'LMP-L-3273021004-20261103-0001'],
      [5, 'Lahir 07/11/2026; dibatalkan; LMP-L-3273021004-20261103-0001'],
      [6, 'Penyesuaian −1'],
    ]);
    expect(lines[1]).toMatchObject({
      arrivedFrom: 'Gambir, Kota Jakarta Pusat',
      arrivedOn: '2026-11-04',
      movedTo: '',
    });
    expect(lines[2]).toMatchObject({
      movedTo: 'Cigadung',
      movedOn: '2026-11-05',
      sex: 'P',
      citizenship: 'WNI',
    });
    expect(lines[3]).toMatchObject({ diedAt: 'RS', diedOn: '2026-11-06', sex: 'L', citizenship: 'WNA' });
  });
});

/** Every line, and every row of headings with its spans, is as wide as the table. */
function expectWhole(table: BookTable, columns: number): void {
  expect(table.widths).toHaveLength(columns);
  for (const { cells } of table.lines) expect(cells).toHaveLength(columns);
  const free = Array<number>(columns).fill(0);
  for (const row of table.head) {
    let at = 0;
    for (const { columns: wide = 1, rows: tall = 1 } of row) {
      while (free[at]! > 0) at += 1;
      for (let next = at; next < at + wide; next += 1) free[next] = tall;
      at += wide;
    }
    expect(free.every((rows) => rows > 0)).toBe(true);
    for (const column of free.keys()) free[column]! -= 1;
  }
  expect(free.every((rows) => rows === 0)).toBe(true);
}

describe('the printed tables', () => {
  const report = foldA9({ area: AREA, opening: [], movements: [] });
  const b3 = foldB3({ area: AREA, parts: [{ rt: '001', rw: '002', opening: [], movements: [] }] });

  it('have the columns of their forms', () => {
    expectWhole(a9Table(report), 12);
    expectWhole(departuresTable(report), 7);
    expectWhole(b2Table(foldB2([posting])), 13);
    expectWhole(b3Table(b3), 33);
    expectWhole(partsTable([{ name: 'RT 001', report }], { name: 'Dago', report }), 12);
    expectWhole(datesTable(report, report), 4);
    expect(b3Table(b3).lines.map(({ cells }) => cells[1])).toEqual(['RW 002', 'Jumlah']);
  });
});
