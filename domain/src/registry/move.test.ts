import { describe, expect, it } from 'vitest';
import { foldA9 } from '../ledger/a9.js';
import {
  BABAKAN,
  child,
  CIMAHI,
  couple,
  father,
  GAMBIR,
  LEBAK_GEDE,
  mother,
  TODAY,
} from '../testing/families.js';
import { DAGO, MemoryRegistry, type PersonSpec } from '../testing/memory-registry.js';
import type { Change } from './change.js';
import type { MoveInput } from './move-plan.js';
import { registerMove } from './move.js';
import type { Address } from './snapshot.js';

const adult = (name: string, sex: 1 | 2 = 1): PersonSpec => child(name, '2000-01-01', sex);
const terms = { validUntil: '2027-04-15', letterExpiresAt: '2027-05-15T17:00:00.000Z', keepCardNumber: true };

function moves(
  registry: MemoryRegistry,
  names: string[],
  destination: Address,
  change: Partial<MoveInput> & { keepCardNumber?: boolean } = {},
) {
  const { keepCardNumber = true, ...input } = change;
  const effect = registerMove(
    {
      registry: registry.snapshot(),
      familyCardNumber: registry.byName(names[0]!).familyCardNumber!,
      movers: names.map((name) => ({ nik: registry.byName(name).nik })),
      destination,
      statusKkMoving: 2,
      eventDate: TODAY,
      today: TODAY,
      ...input,
    },
    () => ({ ...terms, keepCardNumber }),
  );
  return { effect, refs: registry.apply(effect, TODAY) };
}

function familyOf(people: PersonSpec[], address?: Address) {
  const registry = new MemoryRegistry();
  return { registry, card: registry.addFamily(people, address) };
}

/** `departure -1 person 32.73...` of everything since the opening. */
function lines(registry: MemoryRegistry) {
  return registry.postings
    .filter(({ kind }) => kind !== 'opening')
    .map(({ kind, unit, areaCode, moveClass, sex }) => [kind, unit, sex, areaCode, moveClass]);
}

const closing = (changes: Change[]) => changes.find((change) => change.op === 'close-card')?.reason;

describe('a move inside the city', () => {
  it('of a whole family keeps the number and posts both kelurahan', () => {
    const { registry, card } = familyOf(couple(child('Agus')));
    const { effect } = moves(registry, ['Budi', 'Siti', 'Agus'], BABAKAN);
    expect(registry.cards.get(card.number)).toMatchObject({ status: 'active', address: BABAKAN });
    expect(registry.relations(card.number)).toEqual({ Budi: 1, Siti: 3, Agus: 4 });
    expect(lines(registry).filter(([, unit]) => unit === 'family')).toEqual([
      ['departure', 'family', 1, DAGO.areaCode, 3],
      ['arrival', 'family', 1, BABAKAN.areaCode, 3],
    ]);
    expect(lines(registry).filter(([kind]) => kind === 'departure')).toHaveLength(4);
    expect(effect.variables).toEqual({ moveScope: 'intra', moveClass: 3 });
    expect(effect.documents.map(({ kind }) => kind)).toEqual(['kk', 'ktp-el', 'ktp-el', 'kia']);
    expect(registry.faults()).toEqual([]);
  });

  it('inside one kelurahan posts both RT, which the kelurahan nets out', () => {
    const { registry, card } = familyOf(couple());
    const near = { ...DAGO, street: 'Jl. Dago 99', rt: '007' };
    moves(registry, ['Budi', 'Siti'], near);
    expect(registry.cards.get(card.number)!.address).toEqual(near);
    expect(lines(registry)).toEqual(
      ['person', 'person', 'family'].flatMap((unit, index) => [
        ['departure', unit, [1, 2, 1][index], DAGO.areaCode, 1],
        ['arrival', unit, [1, 2, 1][index], DAGO.areaCode, 1],
      ]),
    );
    const movements = registry.postings
      .filter(({ kind }) => kind !== 'opening')
      .map(({ sign, ...posting }) => ({ ...posting, amount: sign }));
    const kelurahan = foldA9({ area: DAGO.areaCode, opening: [], movements });
    expect(kelurahan.rows.every(({ totals }) => totals.all === 0 && totals.families === 0)).toBe(true);
    expect(registry.faults()).toEqual([]);
  });

  it('inside one RT changes the address and posts nothing', () => {
    const { registry, card } = familyOf(couple());
    const near = { ...DAGO, street: 'Jl. Dago 99' };
    moves(registry, ['Budi', 'Siti'], near);
    expect(registry.cards.get(card.number)!.address).toEqual(near);
    expect(lines(registry)).toEqual([]);
  });

  it('of the head alone takes the number along; the others get a new one', () => {
    const { registry, card } = familyOf(couple(child('Agus')));
    const { refs } = moves(registry, ['Budi'], LEBAK_GEDE, { newHeadNik: registry.byName('Siti').nik });
    expect(registry.relations(card.number)).toEqual({ Budi: 1 });
    expect(registry.relations(refs.get('$stayers')!)).toEqual({ Siti: 1, Agus: 4 });
    expect(lines(registry)).toEqual([
      ['new-family', 'family', 2, DAGO.areaCode, null],
      ['departure', 'person', 1, DAGO.areaCode, 2],
      ['arrival', 'person', 1, LEBAK_GEDE.areaCode, 2],
      ['departure', 'family', 1, DAGO.areaCode, 2],
      ['arrival', 'family', 1, LEBAK_GEDE.areaCode, 2],
    ]);
    expect(registry.faults()).toEqual([]);
  });

  it('of members without the head opens a card', () => {
    const { registry, card } = familyOf([
      ...couple(),
      { ...adult('Agus'), maritalStatus: 2 },
      { ...adult('Rina', 2), maritalStatus: 2, relation: 5 },
    ]);
    const { refs } = moves(registry, ['Agus', 'Rina'], BABAKAN);
    expect(registry.relations(card.number)).toEqual({ Budi: 1, Siti: 3 });
    expect(registry.relations(refs.get('$movers')!)).toEqual({ Agus: 1, Rina: 3 });
    expect(registry.faults()).toEqual([]);
  });

  it('of members follows the stated head and relations, but never two heads', () => {
    const { registry } = familyOf([...couple(), adult('Agus'), adult('Rina', 2)]);
    const nikOf = (name: string) => registry.byName(name).nik;
    const movers = [
      { nik: nikOf('Agus'), relation: 1 as const },
      { nik: nikOf('Rina'), relation: 1 as const },
    ];
    const { refs } = moves(registry, ['Agus'], BABAKAN, { movers, movingHeadNik: nikOf('Rina') });
    expect(registry.relations(refs.get('$movers')!)).toEqual({ Rina: 1, Agus: 9 });
    expect(registry.faults()).toEqual([]);
  });

  it('into a host card makes members, and closes the card of a family that is gone', () => {
    const { registry, card } = familyOf(couple(child('Agus')));
    const host = registry.addFamily([father('Joko')], BABAKAN);
    moves(registry, ['Budi', 'Siti', 'Agus'], BABAKAN, { statusKkMoving: 1, hostCardNumber: host.number });
    expect(registry.cards.get(card.number)!.status).toBe('closed');
    expect(registry.relations(host.number)).toEqual({ Joko: 1, Budi: 9, Siti: 9, Agus: 9 });
    expect(registry.faults()).toEqual([]);
  });

  it('into a host card of a parent relates the child', () => {
    const { registry } = familyOf([...couple(), adult('Agus')]);
    const host = registry.addFamily([father('Joko')], LEBAK_GEDE);
    registry.byName('Agus').fatherNik = registry.byName('Joko').nik;
    moves(registry, ['Agus'], LEBAK_GEDE, { statusKkMoving: 1, hostCardNumber: host.number });
    expect(registry.relations(host.number)).toEqual({ Joko: 1, Agus: 4 });
    expect(registry.faults()).toEqual([]);
  });

  it('of the head into a host card leaves the others a new card', () => {
    const { registry, card } = familyOf(couple());
    const host = registry.addFamily([father('Joko')]);
    moves(registry, ['Budi'], DAGO, {
      statusKkMoving: 1,
      hostCardNumber: host.number,
      newHeadNik: registry.byName('Siti').nik,
    });
    expect(registry.cards.get(card.number)!.status).toBe('closed');
    expect(registry.relations(registry.cardOf('Siti')!.number)).toEqual({ Siti: 1 });
    expect(registry.faults()).toEqual([]);
  });

  it('stops when the host is elsewhere or the family itself', () => {
    const { registry, card } = familyOf(couple());
    const host = registry.addFamily([father('Joko')], LEBAK_GEDE);
    const join = (hostCardNumber: string | null, destination: Address) => () =>
      moves(registry, ['Budi', 'Siti'], destination, { statusKkMoving: 1, hostCardNumber });
    expect(join(host.number, BABAKAN)).toThrow(expect.objectContaining({ code: 'P13' }));
    expect(join(card.number, DAGO)).toThrow(expect.objectContaining({ code: 'P13' }));
    expect(join(null, BABAKAN)).toThrow(expect.objectContaining({ code: 'U08', field: 'hostCardNumber' }));
  });

  it('stops without a head for either side', () => {
    const { registry } = familyOf(couple(child('Agus')));
    expect(() => moves(registry, ['Agus'], BABAKAN)).toThrow(expect.objectContaining({ code: 'D12' }));
    expect(() => moves(registry, ['Budi'], BABAKAN)).toThrow(expect.objectContaining({ code: 'NEW_HEAD' }));
    const newHeadNik = registry.byName('Siti').nik;
    expect(() => moves(registry, ['Budi', 'Siti'], BABAKAN, { newHeadNik })).toThrow(
      expect.objectContaining({ code: 'NEW_HEAD' }),
    );
  });

  it('stops for who is not on the card or has a letter', () => {
    const { registry } = familyOf(couple());
    registry.addFamily([father('Joko')]);
    expect(() => moves(registry, ['Budi', 'Joko'], BABAKAN)).toThrow(
      expect.objectContaining({ code: 'U09', field: 'movers.1.nik' }),
    );
    registry.letters.push({
      number: 'SKPWNI/3273/01112026/9001',
      status: 'issued',
      niks: [registry.byName('Budi').nik],
    });
    expect(() => moves(registry, ['Budi', 'Siti'], BABAKAN)).toThrow(
      expect.objectContaining({ code: 'P02' }),
    );
  });
});

describe('a move to another city', () => {
  it('of a whole family issues one letter and closes the card', () => {
    const { registry, card } = familyOf(couple(child('Agus')));
    const { effect, refs } = moves(registry, ['Agus', 'Siti', 'Budi'], GAMBIR);
    expect(refs.get('$letter')).toBe('SKPWNI/3273/23112026/9001');
    expect(registry.letters[0]!.niks).toEqual(
      ['Budi', 'Siti', 'Agus'].map((name) => registry.byName(name).nik),
    );
    expect(registry.byName('Agus')).toMatchObject({ status: 'moved-out', familyCardNumber: null });
    expect(registry.cards.get(card.number)!.status).toBe('closed');
    expect(closing(effect.changes)).toBe('moved out, number kept');
    expect(effect.variables).toEqual({
      moveScope: 'inter',
      letterExpiresAt: terms.letterExpiresAt,
      moveClass: 5,
    });
    expect(effect.documents).toEqual([{ kind: 'skpwni', about: { letter: '$letter' } }]);
    expect(lines(registry)).toHaveLength(4);
    expect(registry.faults()).toEqual([]);
  });

  it('keeps the number only where the city is configured so', () => {
    const { registry } = familyOf(couple());
    const { effect } = moves(registry, ['Budi', 'Siti'], CIMAHI, { keepCardNumber: false });
    expect(closing(effect.changes)).toBe('moved out');
    expect(effect.variables.moveClass).toBe(4);
  });

  it('of the head gives those who stay a new number and head', () => {
    const { registry } = familyOf(couple(child('Agus')));
    const { refs, effect } = moves(registry, ['Budi'], GAMBIR, { newHeadNik: registry.byName('Siti').nik });
    expect(registry.relations(refs.get('$stayers')!)).toEqual({ Siti: 1, Agus: 4 });
    expect(closing(effect.changes)).toBe('moved out');
    expect(registry.faults()).toEqual([]);
  });

  it('of members leaves the card to those who stay', () => {
    const { registry, card } = familyOf([...couple(), adult('Agus')]);
    const { effect } = moves(registry, ['Agus'], GAMBIR);
    expect(registry.relations(card.number)).toEqual({ Budi: 1, Siti: 3 });
    const letter = effect.changes.find((change) => change.op === 'issue-move-letter')!;
    expect(letter.members).toEqual([{ resident: registry.byName('Agus').id, relation: 1 }]);
    expect(registry.faults()).toEqual([]);
  });

  it('of a minor who joins a family there keeps the relation', () => {
    const { registry } = familyOf(couple(child('Agus')));
    const { effect } = moves(registry, ['Agus'], GAMBIR, { statusKkMoving: 1 });
    expect(effect.changes.find((change) => change.op === 'issue-move-letter')!.members[0]!.relation).toBe(4);
  });

  it('by a card without a head stops', () => {
    const { registry, card } = familyOf([mother('Siti')]);
    expect(card.members[0]!.relation).toBe(3);
    expect(() => moves(registry, ['Siti'], GAMBIR)).toThrow(
      expect.objectContaining({ code: 'FAMILY_WITHOUT_HEAD' }),
    );
  });
});
