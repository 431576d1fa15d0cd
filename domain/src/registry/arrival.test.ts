import { describe, expect, it } from 'vitest';
import { BABAKAN, child, couple, father, GAMBIR, letterFor, mother, TODAY } from '../testing/families.js';
import { DAGO, MemoryRegistry, type PersonSpec } from '../testing/memory-registry.js';
import { registerArrival, type ArrivalInput } from './arrival.js';
import { registerMove } from './move.js';
import type { MoveLetter } from './snapshot.js';

function arrive(registry: MemoryRegistry, letter: MoveLetter | null, change: Partial<ArrivalInput> = {}) {
  const effect = registerArrival({
    registry: registry.snapshot(letter),
    destination: DAGO,
    cardStatus: 'new',
    headNik: letter?.members[0]!.nik ?? null,
    arrivals: letter?.members.map(({ nik }) => ({ nik })) ?? [],
    eventDate: '2026-11-20',
    today: TODAY,
    ...change,
  });
  return { effect, refs: registry.apply(effect, TODAY) };
}

const people: PersonSpec[] = couple(child('Agus'));

describe('arrival', () => {
  it('opens a card for people who keep their NIK', () => {
    const registry = new MemoryRegistry();
    const letter = letterFor(people);
    const { refs, effect } = arrive(registry, letter);
    expect(registry.relations(refs.get('$card')!)).toEqual({ Budi: 1, Siti: 3, Agus: 4 });
    expect(registry.byName('Budi')).toMatchObject({ nik: letter.members[0]!.nik, status: 'active' });
    expect(registry.postings.map(({ kind, unit, moveClass }) => [kind, unit, moveClass])).toEqual([
      ['arrival', 'person', 5],
      ['arrival', 'person', 5],
      ['arrival', 'person', 5],
      ['arrival', 'family', 5],
    ]);
    expect(effect.variables.arrivalCount).toBe(3);
    expect(effect.documents.map(({ kind }) => kind)).toEqual(['kk', 'ktp-el', 'ktp-el', 'kia']);
    expect(registry.faults()).toEqual([]);
  });

  it('takes a person named twice once', () => {
    const registry = new MemoryRegistry();
    const letter = letterFor(people);
    const twice = [...letter.members, letter.members[1]!].map(({ nik }) => ({ nik }));
    expect(arrive(registry, letter, { arrivals: twice }).effect.variables.arrivalCount).toBe(3);
    expect(registry.faults()).toEqual([]);
  });

  it('puts people under another head than the letter says', () => {
    const registry = new MemoryRegistry();
    const letter = letterFor(people);
    const nikOf = (index: number) => letter.members[index]!.nik;
    const arrivals = [
      { nik: nikOf(0), relation: 2 as const },
      { nik: nikOf(1), relation: 1 as const },
      { nik: nikOf(2), relation: 1 as const },
    ];
    const { refs } = arrive(registry, letter, { headNik: nikOf(1), arrivals });
    expect(registry.relations(refs.get('$card')!)).toEqual({ Siti: 1, Budi: 2, Agus: 9 });
    expect(registry.faults()).toEqual([]);
  });

  it('joins a host without counting a family', () => {
    const registry = new MemoryRegistry();
    const host = registry.addFamily([father('Joko')]);
    const letter = letterFor([mother('Siti')]);
    const arrivals = [{ nik: letter.members[0]!.nik, relation: 5 as const }];
    arrive(registry, letter, { cardStatus: 'join', hostCardNumber: host.number, arrivals });
    expect(registry.relations(host.number)).toEqual({ Joko: 1, Siti: 5 });
    expect(registry.postings.filter(({ kind, unit }) => kind === 'arrival' && unit === 'family')).toEqual([]);
    expect(registry.faults()).toEqual([]);
  });

  it('takes up again who lived here before', () => {
    const registry = new MemoryRegistry();
    const card = registry.addFamily(people);
    const movers = people.map(({ name }) => ({ nik: registry.byName(name).nik }));
    const terms = { validUntil: TODAY, letterExpiresAt: `${TODAY}T17:00:00.000Z`, keepCardNumber: true };
    const out = registerMove(
      {
        registry: registry.snapshot(),
        familyCardNumber: card.number,
        movers,
        destination: GAMBIR,
        statusKkMoving: 2,
        eventDate: TODAY,
        today: TODAY,
      },
      () => terms,
    );
    registry.apply(out, TODAY);
    const residents = registry.residents.size;
    const id = registry.byName('Budi').id;
    const back = people.map((person) => ({ ...person, nik: registry.byName(person.name).nik }));
    const letter = letterFor(
      back.map((person) => (person.relation === 1 ? { ...person, maritalStatus: 3 } : person)),
    );
    arrive(registry, letter);
    expect(registry.residents.size).toBe(residents);
    expect(registry.byName('Budi')).toMatchObject({ id, status: 'active', maritalStatus: 3 });
    expect(registry.faults()).toEqual([]);
  });

  it('stops for who may not arrive', () => {
    const registry = new MemoryRegistry();
    registry.addFamily([father('Joko'), mother('Ani')]);
    const letter = letterFor(people);
    const withNik = (name: string) => letterFor([{ ...father('Joko'), nik: registry.byName(name).nik }]);
    registry.byName('Ani').status = 'dead';
    const cases: [string, () => unknown][] = [
      ['D01', () => arrive(registry, null)],
      ['D07', () => arrive(registry, letter, { arrivals: [{ nik: '3171010101909999' }] })],
      ['D12', () => arrive(registry, letter, { headNik: null })],
      ['D12', () => arrive(registry, letter, { headNik: letter.members[2]!.nik })],
      ['D13', () => arrive(registry, withNik('Ani'))],
      ['D14', () => arrive(registry, withNik('Joko'))],
      [
        'D09',
        () =>
          arrive(registry, letter, {
            cardStatus: 'join',
            hostCardNumber: registry.cardOf('Joko')!.number,
            destination: BABAKAN,
          }),
      ],
      ['U08', () => arrive(registry, letter, { cardStatus: 'join', hostCardNumber: '3273020101209999' })],
    ];
    for (const [code, run] of cases) expect(run, code).toThrow(expect.objectContaining({ code }));
  });
});
