/** Any families and any events that happen to them, for property tests. */
import fc from 'fast-check';
import { addDays } from '../dates.js';
import { registerArrival } from '../registry/arrival.js';
import { registerBirth } from '../registry/birth.js';
import { EffectConflict, type EffectResult } from '../registry/change.js';
import { registerDeath } from '../registry/death.js';
import { registerMove } from '../registry/move.js';
import type { Address, RelationToHead, Resident } from '../registry/snapshot.js';
import { BABAKAN, CIMAHI, GAMBIR, LEBAK_GEDE, letterFor, TODAY } from './families.js';
import { DAGO, MemoryRegistry, type PersonSpec } from './memory-registry.js';

/** Other RT of Dago: moves among them stay inside the kelurahan. */
const DAGO_RT_3: Address = { ...DAGO, street: 'Jl. Dago 30', rt: '003' };
const DAGO_RW_5: Address = { ...DAGO, street: 'Jl. Dago 50', rw: '005' };

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
const address = fc.constantFrom(DAGO, DAGO_RT_3, LEBAK_GEDE, BABAKAN);
const places = fc.constantFrom(DAGO, DAGO_RT_3, DAGO_RW_5, LEBAK_GEDE, BABAKAN, CIMAHI, GAMBIR);
/** One event: numbers choose among the people there are. */
export const anyEvent = fc.record({
  kind: fc.constantFrom('birth', 'death', 'move', 'arrival'),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  mask: fc.nat(255),
  place: places,
  flag: fc.boolean(),
  child: fc.record({ sex, birthDate: fc.integer({ min: 0, max: 300 }).map((days) => addDays(TODAY, -days)) }),
});

export type AnyEvent = typeof anyEvent extends fc.Arbitrary<infer T> ? T : never;

/** A few, each at an address in the city. */
export const anyFamilies = fc.array(fc.tuple(family, address), { minLength: 1, maxLength: 4 });

type AnyFamilies = typeof anyFamilies extends fc.Arbitrary<infer T> ? T : never;

export function registryOf(families: AnyFamilies): MemoryRegistry {
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
  return registry;
}

/** Null where the event cannot happen in this register: a conflict, or nobody is left. */
export function effectOf(registry: MemoryRegistry, event: AnyEvent, today = TODAY): EffectResult | null {
  const active = [...registry.residents.values()].filter(({ status }) => status === 'active');
  const at = (n: number): Resident | undefined => active[n % active.length];
  try {
    return event.kind === 'arrival'
      ? arrival(registry, event, today)
      : at(event.pick)
        ? happens(registry, event, { at, today })
        : null;
  } catch (error) {
    if (error instanceof EffectConflict) return null;
    throw error;
  }
}

function happens(
  registry: MemoryRegistry,
  event: AnyEvent,
  { at, today }: { at: (n: number) => Resident | undefined; today: string },
): EffectResult {
  const subject = at(event.pick)!;
  const other = at(event.other)!;
  const familyCardNumber = subject.familyCardNumber!;
  const common = { registry: registry.snapshot(), familyCardNumber, today };
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
      deathDate: today,
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
      eventDate: today,
    },
    () => ({ validUntil: TODAY, letterExpiresAt: TODAY, keepCardNumber: event.flag }),
  );
}

function arrival(registry: MemoryRegistry, event: AnyEvent, today: string): EffectResult {
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
    eventDate: today,
    today,
  });
}
