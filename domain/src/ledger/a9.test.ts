import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin } from '../areas.js';
import { registerBirth } from '../registry/birth.js';
import { registerDeath } from '../registry/death.js';
import { registerMove } from '../registry/move.js';
import type { Address } from '../registry/snapshot.js';
import { BABAKAN, child, couple, father, GAMBIR, LEBAK_GEDE } from '../testing/families.js';
import { DAGO, MemoryRegistry } from '../testing/memory-registry.js';
import { closingOf, foldA9, type A9Report, type LedgerLine } from './a9.js';

const NONE = { wniMale: 0, wniFemale: 0, wnaMale: 0, wnaFemale: 0, familyMale: 0, familyFemale: 0 };

/** Ledger of a memory register for an area and a month, as `db` sums it. */
function month(registry: MemoryRegistry, area: string, name: string) {
  const lines = registry.postings
    .filter(({ areaCode }) => isWithin(areaCode, area))
    .map(({ sign, ...posting }) => ({ ...posting, amount: sign }));
  return {
    area,
    opening: lines.filter(({ reportDate }) => reportDate < `${name}-01`),
    movements: lines.filter(({ reportDate }) => reportDate.startsWith(name)),
  };
}

function move(
  registry: MemoryRegistry,
  names: string[],
  destination: Address,
  today: string,
  newHead?: string,
) {
  const effect = registerMove(
    {
      registry: registry.snapshot(),
      familyCardNumber: registry.byName(names[0]!).familyCardNumber!,
      movers: names.map((name) => registry.byName(name)),
      destination,
      statusKkMoving: 2,
      newHeadNik: newHead ? registry.byName(newHead).nik : null,
      eventDate: today,
      today,
    },
    () => ({ validUntil: today, letterExpiresAt: today, keepCardNumber: true }),
  );
  registry.apply(effect, today);
}

function die(registry: MemoryRegistry, name: string, newHead: string, today: string) {
  const deceased = registry.byName(name);
  const effect = registerDeath({
    registry: registry.snapshot(),
    familyCardNumber: deceased.familyCardNumber,
    deceased,
    deathDate: '2026-10-31',
    newHeadNik: registry.byName(newHead).nik,
    today,
    deedDetails: {},
  });
  registry.apply(effect, today);
}

const row = (report: A9Report, id: string) => report.rows.find((one) => one.id === id)!;

/** November: Ayu born to Budi, Joko dead, Andi's family inside the kecamatan, Dodi's to Jakarta, Eko to another kecamatan. */
function november() {
  const registry = new MemoryRegistry();
  const card = registry.addFamily(couple(child('Agus')));
  registry.addFamily([father('Joko'), { ...child('Rini', '2000-01-01', 2), citizenship: 2 }]);
  registry.addFamily([father('Andi'), { ...child('Anto', '2000-01-01') }]);
  registry.addFamily([father('Dodi'), child('Didi', '1999-01-01')]);
  registry.addFamily([father('Eko')]);
  registry.apply(
    registerBirth({
      registry: registry.snapshot(),
      familyCardNumber: card.number,
      child: { name: 'Ayu', sex: 2, birthPlace: 'Bandung', birthDate: '2026-10-30', birthOrder: 2 },
      mother: registry.byName('Siti'),
      father: null,
      late: false,
      deedDetails: {},
    }),
    '2026-11-03',
  );
  die(registry, 'Joko', 'Rini', '2026-11-04');
  move(registry, ['Andi', 'Anto'], LEBAK_GEDE, '2026-11-05');
  move(registry, ['Dodi'], GAMBIR, '2026-11-06', 'Didi');
  move(registry, ['Eko'], BABAKAN, '2026-11-07');
  return registry;
}

describe('A-9', () => {
  it('of a kelurahan counts what crosses its border', () => {
    const report = foldA9(month(november(), DAGO.areaCode, '2026-11'));
    expect(row(report, 'opening').totals).toEqual({ male: 8, female: 2, all: 10, families: 5 });
    expect(row(report, 'birth').cells).toEqual({ ...NONE, wniFemale: 1, familyFemale: 1, familyMale: 1 });
    expect(row(report, 'death').cells).toEqual({ ...NONE, wniMale: 1, familyMale: 1 });
    expect(row(report, 'arrival').cells).toEqual(NONE);
    expect(row(report, 'departure').totals).toEqual({ male: 4, female: 0, all: 4, families: 3 });
    expect(row(report, 'internal').cells).toEqual(NONE);
    expect(closingOf(report)).toEqual({
      ...NONE,
      wniMale: 3,
      wniFemale: 2,
      wnaFemale: 1,
      familyMale: 2,
      familyFemale: 1,
    });
    expect(report.departures.map(({ target, all, families }) => [target, all, families])).toEqual([
      ['village', 2, 1],
      ['district', 1, 1],
      ['city', 0, 0],
      ['province', 1, 1],
    ]);
    expect(report.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, null, null, 7]);
  });

  it('of a kecamatan and of the city nets out what stays inside', () => {
    const registry = november();
    const district = foldA9(month(registry, '32.73.02', '2026-11'));
    expect(row(district, 'departure').totals).toMatchObject({ all: 2, families: 2 });
    expect(row(district, 'internal').cells).toEqual(NONE);
    expect(district.departures.map(({ all }) => all)).toEqual([0, 1, 0, 1]);
    const city = foldA9(month(registry, '32.73', '2026-11'));
    expect(row(city, 'departure').totals).toMatchObject({ all: 1 });
    expect(city.checks.map(({ holds }) => holds)).toEqual([null, true, null, true]);
  });

  it('opens a month with the closing of the one before', () => {
    const registry = november();
    const closing = closingOf(foldA9(month(registry, DAGO.areaCode, '2026-11')));
    move(registry, ['Siti', 'Agus'], LEBAK_GEDE, '2026-12-02');
    const december = foldA9({ ...month(registry, DAGO.areaCode, '2026-12'), previousClosing: closing });
    expect(row(december, 'opening').cells).toEqual(closing);
    expect(december.checks[0]).toMatchObject({ id: 'R1', holds: true });
    const wrong = foldA9({ ...month(registry, DAGO.areaCode, '2026-12'), previousClosing: NONE });
    expect(wrong.checks[0]!.holds).toBe(false);
  });

  it('counts a reversal against the row it reverses, and other kinds as adjustments', () => {
    const line = (kind: string, amount: number, more: Partial<LedgerLine> = {}): LedgerLine => ({
      kind,
      unit: 'person',
      sex: 1,
      citizenship: 3,
      moveClass: null,
      amount,
      ...more,
    });
    const report = foldA9({
      area: DAGO.areaCode,
      opening: [line('opening', 10)],
      movements: [
        line('birth', 2),
        line('birth', -1),
        line('departure', -3, { moveClass: 5 }),
        line('departure', 1, { moveClass: 5 }),
        line('lost', -1),
        line('repatriation', 1),
        line('arrival', 2),
      ],
      register: [{ unit: 'person', sex: 1, citizenship: 1, amount: 11 }],
    });
    const all = Object.fromEntries(report.rows.map(({ id, totals }) => [id, totals.all]));
    expect(all).toEqual({
      opening: 10,
      birth: 1,
      death: 0,
      arrival: 2,
      departure: 2,
      lost: 1,
      internal: 0,
      adjustment: 1,
      closing: 11,
    });
    expect(report.checks.map(({ holds }) => holds)).toEqual([null, true, true, true]);
  });

  it('sees a move inside that lost somebody', () => {
    const movements: LedgerLine[] = [
      { kind: 'departure', unit: 'person', sex: 1, citizenship: 1, moveClass: 3, amount: -1 },
    ];
    const checks = foldA9({ area: '32.73', opening: [], movements }).checks;
    expect(checks[3]).toMatchObject({ id: 'R4', holds: false });
  });

  it('always closes at opening plus all movements', () => {
    const lines = fc.array(
      fc.record({
        kind: fc.constantFrom(
          'birth',
          'new-family',
          'death',
          'arrival',
          'departure',
          'lost',
          'adjustment',
          'other',
        ),
        unit: fc.constantFrom('person' as const, 'family' as const),
        sex: fc.constantFrom(1 as const, 2 as const),
        citizenship: fc.constantFrom(1 as const, 2 as const, 3 as const),
        moveClass: fc.constantFrom(null, 1, 2, 3, 4, 5),
        amount: fc.integer({ min: -5, max: 5 }),
      }),
    );
    fc.assert(
      fc.property(
        lines,
        lines,
        fc.constantFrom('32.73.02.1004', '32.73.02', '32.73', '32'),
        (opening, movements, area) => {
          const report = foldA9({ area, opening, movements });
          const people = [...opening, ...movements].filter(({ unit }) => unit === 'person');
          expect(row(report, 'closing').totals.all).toBe(people.reduce((sum, { amount }) => sum + amount, 0));
          expect(report.checks[1]!.holds).toBe(true);
          expect(
            foldA9({ area, opening: [], movements: [] }).rows.every(({ totals }) => totals.all === 0),
          ).toBe(true);
        },
      ),
    );
  });
});
