/** Books of the months that any events leave behind: the same numbers on every sheet, and the register's at the end. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextMonth } from '../months.js';
import { anyEvent, anyFamilies, effectOf, registryOf } from '../testing/any-events.js';
import { DAGO, type MemoryRegistry } from '../testing/memory-registry.js';
import type { A9Cells, Countable } from './a9-cells.js';
import { closingOf, foldA9, rowOf } from './a9.js';
import { foldB3, type PartOfLedger } from './b3.js';

const AREA = DAGO.areaCode;
const MONTHS = ['2026-09', '2026-10', '2026-11'];

/** As `db` selects them: everything before the month, and what was reported in it, by RT. */
function partsOf(registry: MemoryRegistry, month: string): PartOfLedger[] {
  const parts = new Map<string, PartOfLedger>();
  for (const { sign, reportDate, ...posting } of registry.postings) {
    if (posting.areaCode !== AREA || reportDate >= `${nextMonth(month)}-01`) continue;
    const { rt, rw } = posting;
    const part = parts.get(`${rw}/${rt}`) ?? { rt, rw, opening: [], movements: [] };
    parts.set(`${rw}/${rt}`, part);
    (reportDate < `${month}-01` ? part.opening : part.movements).push({ ...posting, amount: sign });
  }
  return [...parts.values()];
}

/** Who lives where, and who heads a family there. */
function registerOf(registry: MemoryRegistry, place: { rt: string; rw: string } | null) {
  const lines: Countable[] = [];
  for (const { address, members } of registry.cards.values()) {
    if (address.areaCode !== AREA || (place && (address.rt !== place.rt || address.rw !== place.rw)))
      continue;
    for (const { residentId, relation } of members) {
      const { sex, citizenship } = registry.residents.get(residentId)!;
      lines.push({ unit: 'person', sex, citizenship, amount: 1 });
      if (relation === 1) lines.push({ unit: 'family', sex, citizenship, amount: 1 });
    }
  }
  return lines;
}

const added = (all: A9Cells[]) =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([cell, count]) => [cell, count + one[cell as keyof A9Cells]]),
      ) as unknown as A9Cells,
  );

it('the A-9, the total of the B.3 and the sheets per RT are one sum, and each RT ends with who lives there', () => {
  let insideTheKelurahan = 0;
  fc.assert(
    fc.property(
      anyFamilies,
      fc.array(fc.array(anyEvent, { maxLength: 6 }), { minLength: 3, maxLength: 3 }),
      (families, months) => {
        const registry = registryOf(families);
        let before = new Map<string, A9Cells>();
        for (const [index, events] of months.entries()) {
          const month = MONTHS[index]!;
          const day = `${month}-10`;
          for (const event of events) {
            const effect = effectOf(registry, event, day);
            if (effect) registry.apply(effect, day);
          }
          const parts = partsOf(registry, month);
          const opening = parts.flatMap((part) => part.opening);
          const movements = parts.flatMap((part) => part.movements);
          if (parts.length === 0) continue;
          const whole = foldA9({ area: AREA, opening, movements, register: registerOf(registry, null) });
          expect(whole.checks.filter(({ holds }) => holds === false)).toEqual([]);
          // Whom the kelurahan keeps has not left it, and moves inside move nobody.
          const inside = movements.filter(
            (line) => rowOf(line, AREA) === 'internal' && line.unit === 'person',
          );
          insideTheKelurahan += inside.length;
          expect(whole.rows.find(({ id }) => id === 'internal')!.totals.all).toBe(0);

          const { total } = foldB3({ area: AREA, parts });
          const sheets = parts.map((part) => {
            const register = registerOf(registry, part);
            return { ...part, report: foldA9({ area: AREA, ...part, register }) };
          });
          const closing = closingOf(whole);
          expect(added(sheets.map(({ report }) => closingOf(report)))).toEqual(closing);
          expect(total.closing).toMatchObject({
            people: whole.rows.at(-1)!.totals.all,
            families: closing.familyMale + closing.familyFemale,
          });
          for (const [place, row] of whole.rows.entries()) {
            expect(added(sheets.map(({ report }) => report.rows[place]!.cells)), row.id).toEqual(row.cells);
          }
          const now = new Map<string, A9Cells>();
          for (const { rt, rw, report } of sheets) {
            const name = `RW ${rw} RT ${rt}`;
            // R3 of the sheet is the register of the RT; R4 asks of the kelurahan what an RT alone need not keep.
            expect(
              report.checks.find(({ id }) => id === 'R3'),
              name,
            ).toMatchObject({ holds: true });
            const carried = before.get(name);
            if (carried) expect(report.rows[0]!.cells, name).toEqual(carried);
            now.set(name, closingOf(report));
          }
          before = now;
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(insideTheKelurahan).toBeGreaterThan(100);
});
