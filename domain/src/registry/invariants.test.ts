import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates.js';
import { BABAKAN, CIMAHI, GAMBIR, LEBAK_GEDE, letterFor, TODAY } from '../testing/families.js';
import { DAGO, MemoryRegistry, type PersonSpec } from '../testing/memory-registry.js';
import { registerArrival } from './arrival.js';
import { registerBirth } from './birth.js';
import { EffectConflict, type EffectResult } from './change.js';
import { registerDeath } from './death.js';
import { registerMove } from './move.js';
import type { RelationToHead, Resident } from './snapshot.js';

const sex = fc.constantFrom(1 as const, 2 as const);
const birthDate = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1944-01-01', days));
const relation = fc.constantFrom<RelationToHead>(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
const person = fc.record({
  sex,
  birthDate,
  maritalStatus: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  citizenship: fc.constantFrom(1 as const, 1 as const, 2 as const),
});
const family = fc.tuple(person, fc.array(fc.tuple(person, relation), { maxLength: 6 }));
const address = fc.constantFrom(DAGO, LEBAK_GEDE, BABAKAN);
const places = fc.constantFrom(DAGO, LEBAK_GEDE, BABAKAN, CIMAHI, GAMBIR);
/** One event: numbers choose among the people there are. */
const event = fc.record({
  kind: fc.constantFrom('birth', 'death', 'move', 'arrival'),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  mask: fc.nat(255),
  place: places,
  flag: fc.boolean(),
  child: fc.record({ sex, birthDate: fc.integer({ min: 0, max: 300 }).map((days) => addDays(TODAY, -days)) }),
});

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

describe('any events in any families', () => {
  it('keep one head per card, one card per person, and the ledger equal to the register', () => {
    let applied = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(family, address), { minLength: 1, maxLength: 4 }),
        fc.array(event, { maxLength: 12 }),
        (families, events) => {
          const registry = new MemoryRegistry();
          let serial = 0;
          for (const [[head, members], at] of families) {
            const spec = (one: typeof head, as: RelationToHead): PersonSpec => ({
              ...one,
              name: `Orang ${(serial += 1)}`,
              relation: as,
            });
            registry.addFamily([spec(head, 1), ...members.map(([member, as]) => spec(member, as))], at);
          }
          for (const one of events) {
            const effect = effectOf(registry, one);
            if (!effect) continue;
            registry.apply(effect, TODAY);
            applied += 1;
            expect(registry.faults(), JSON.stringify(one)).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(applied).toBeGreaterThan(300);
  });
});

/** Null where the event cannot happen in this register: a conflict, or nobody is left. */
function effectOf(registry: MemoryRegistry, event: Event): EffectResult | null {
  const active = [...registry.residents.values()].filter(({ status }) => status === 'active');
  const at = (n: number): Resident | undefined => active[n % active.length];
  try {
    return event.kind === 'arrival'
      ? arrival(registry, event)
      : at(event.pick)
        ? happens(registry, event, at)
        : null;
  } catch (error) {
    if (error instanceof EffectConflict) return null;
    throw error;
  }
}

function happens(
  registry: MemoryRegistry,
  event: Event,
  at: (n: number) => Resident | undefined,
): EffectResult {
  const subject = at(event.pick)!;
  const other = at(event.other)!;
  const familyCardNumber = subject.familyCardNumber!;
  const common = { registry: registry.snapshot(), familyCardNumber, today: TODAY };
  if (event.kind === 'birth') {
    return registerBirth({
      ...common,
      child: {
        ...event.child,
        name: `Bayi ${registry.residents.size}`,
        birthPlace: 'Bandung',
        birthOrder: 1,
      },
      mother: event.flag ? subject : null,
      father: null,
      late: event.flag,
      deedDetails: {},
    });
  }
  if (event.kind === 'death') {
    return registerDeath({
      ...common,
      deceased: subject,
      deathDate: TODAY,
      newHeadNik: other.nik,
      guardianCardNumber: event.flag && event.mask > 128 ? other.familyCardNumber : null,
      deedDetails: {},
    });
  }
  const members = registry.cards.get(familyCardNumber)!.members;
  const chosen = members.filter((_, index) => (event.mask >> index) % 2 === 1);
  const movers = (chosen.length > 0 ? chosen : members).map(({ residentId }) =>
    registry.residents.get(residentId)!,
  );
  return registerMove(
    {
      ...common,
      movers,
      destination: event.flag ? registry.cards.get(other.familyCardNumber!)!.address : event.place,
      statusKkMoving: event.flag ? 1 : 2,
      hostCardNumber: event.flag ? other.familyCardNumber : null,
      newHeadNik: at(event.other + 1)!.nik,
      eventDate: TODAY,
    },
    () => ({ validUntil: TODAY, letterExpiresAt: TODAY, keepCardNumber: event.flag }),
  );
}

function arrival(registry: MemoryRegistry, event: Event): EffectResult {
  const gone = [...registry.residents.values()].filter(({ status }) => status === 'moved-out');
  const former = gone[event.other % Math.max(gone.length, 1)];
  const newcomer: PersonSpec = {
    ...event.child,
    name: 'Pendatang',
    birthDate: '1990-02-03',
    relation: 1,
    nik: `31710103029${String(10_000 + registry.residents.size)}`,
  };
  const letter = letterFor([former ? { ...former, relation: 1 } : newcomer]);
  const host = [...registry.cards.values()].find(({ status }) => status === 'active');
  return registerArrival({
    registry: registry.snapshot(letter),
    destination: DAGO,
    cardStatus: event.flag ? 'join' : 'new',
    hostCardNumber: host?.number ?? null,
    headNik: letter.members[0]!.nik,
    arrivals: letter.members.map(({ nik }) => ({ nik })),
    eventDate: TODAY,
    today: TODAY,
  });
}
