import { describe, expect, it } from 'vitest';
import { child, couple, GAMBIR, TODAY } from '../testing/families.js';
import { DAGO, MemoryRegistry } from '../testing/memory-registry.js';
import { registerBirth } from './birth.js';
import { consequencesOf, essenceOf } from './consequences.js';
import { registerDeath } from './death.js';
import { registerMove } from './move.js';

function family() {
  const registry = new MemoryRegistry();
  const card = registry.addFamily(couple(child('Agus', '2001-01-01')));
  return { registry, card };
}

const dies = (registry: MemoryRegistry, name: string, newHead: string | null) => {
  const { nik, familyCardNumber } = registry.byName(name);
  return registerDeath({
    registry: registry.snapshot(),
    familyCardNumber,
    deceased: { nik, name },
    deathDate: '2026-11-20',
    newHeadNik: newHead && registry.byName(newHead).nik,
    today: TODAY,
    deedDetails: {},
  });
};

const born = (registry: MemoryRegistry, name: string) =>
  registerBirth({
    registry: registry.snapshot(),
    familyCardNumber: registry.byName('Siti').familyCardNumber!,
    child: { name, sex: 2, birthPlace: 'Bandung', birthDate: '2026-11-01', birthOrder: 2 },
    mother: registry.byName('Siti'),
    father: registry.byName('Budi'),
    late: false,
    deedDetails: {},
  });

describe('what an effect will do', () => {
  it('of a birth: one more on the card, without a NIK yet', () => {
    const { registry, card } = family();
    const seen = consequencesOf(registry.snapshot(), born(registry, 'Ayu'));
    expect(seen.families).toHaveLength(1);
    const [kept] = seen.families;
    expect(kept).toMatchObject({ number: card.number, fate: 'kept', changes: { $child: 'joins' } });
    expect(kept!.before.map(({ name }) => name)).toEqual(['Budi', 'Siti', 'Agus']);
    expect(kept!.after.at(-1)).toMatchObject({ name: 'Ayu', nik: null, relation: 4 });
    expect(seen.deeds).toEqual([{ kind: 'birth', code: 'LU' }]);
    expect(seen.postings).toEqual([{ kind: 'birth', unit: 'person', areaCode: DAGO.areaCode, amount: 1 }]);
  });

  it('of the death of a head: the card closes, a new one opens, the widow is widowed', () => {
    const { registry, card } = family();
    const seen = consequencesOf(registry.snapshot(), dies(registry, 'Budi', 'Siti'));
    const closed = seen.families.find(({ fate }) => fate === 'closed')!;
    const opened = seen.families.find(({ fate }) => fate === 'opened')!;
    expect(closed).toMatchObject({ number: card.number, addressAfter: null, after: [] });
    expect(opened).toMatchObject({ number: null, before: [] });
    expect(opened.after.map(({ name, relation, maritalStatus }) => [name, relation, maritalStatus])).toEqual([
      ['Siti', 1, 4],
      ['Agus', 4, 1],
    ]);
    expect(
      seen.people.map(({ name, elements }) => [name, elements.map(({ element, after }) => [element, after])]),
    ).toEqual([
      [
        'Budi',
        [
          ['status', 'dead'],
          ['deathDate', '2026-11-20'],
        ],
      ],
      ['Siti', [['maritalStatus', 4]]],
    ]);
  });

  it('of a wife’s death: the widower stands on the same card with another status', () => {
    const { registry } = family();
    const [kept] = consequencesOf(registry.snapshot(), dies(registry, 'Siti', null)).families;
    const { changes } = kept!;
    expect(changes).toEqual({ [registry.byName('Siti').id]: 'leaves', [registry.byName('Budi').id]: 'data' });
  });

  it('of a move out: a letter for those who leave', () => {
    const { registry, card } = family();
    const effect = registerMove(
      {
        registry: registry.snapshot(),
        familyCardNumber: card.number,
        movers: [registry.byName('Agus')],
        destination: GAMBIR,
        statusKkMoving: 2,
        newHeadNik: null,
        eventDate: TODAY,
        today: TODAY,
      },
      () => ({ validUntil: '2027-01-01', letterExpiresAt: TODAY, keepCardNumber: true }),
    );
    const seen = consequencesOf(registry.snapshot(), effect);
    expect(seen.moveLetters).toEqual([{ destination: GAMBIR, people: 1 }]);
    expect(seen.families[0]!.changes).toEqual({ [registry.byName('Agus').id]: 'leaves' });
  });
});

describe('the essence of a change', () => {
  it('stays when rows change without changing it, and another child came meanwhile', () => {
    const { registry } = family();
    const twin = essenceOf(born(registry, 'Ayu'));
    registry.apply(born(registry, 'Ani'), TODAY);
    registry.byName('Budi').version += 1;
    expect(essenceOf(born(registry, 'Ayu'))).toEqual(twin);
  });

  it('differs when the family is another one', () => {
    const { registry } = family();
    const before = essenceOf(dies(registry, 'Budi', 'Siti'));
    registry.apply(born(registry, 'Ayu'), TODAY);
    expect(essenceOf(dies(registry, 'Budi', 'Siti'))).not.toEqual(before);
  });
});
