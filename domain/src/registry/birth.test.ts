import { describe, expect, it } from 'vitest';
import { child, couple, father, mother, TODAY } from '../testing/families.js';
import { CITY, DAGO, MemoryRegistry, type PersonSpec } from '../testing/memory-registry.js';
import { registerBirth, type BirthInput } from './birth.js';

function born(registry: MemoryRegistry, cardNumber: string, change: Partial<BirthInput> = {}) {
  const known = [...registry.residents.values()].map(({ nik, name }) => ({ nik, name }));
  const person = (called: string) => known.find(({ name }) => name === called) ?? null;
  return registerBirth({
    registry: registry.snapshot(),
    familyCardNumber: cardNumber,
    child: { name: 'Ayu Lestari', sex: 2, birthPlace: 'Bandung', birthDate: '2026-11-20', birthOrder: 1 },
    mother: person('Siti'),
    father: person('Budi'),
    late: false,
    deedDetails: { certificateModel: 'AYAH_IBU' },
    ...change,
  });
}

function familyOf(people: PersonSpec[]) {
  const registry = new MemoryRegistry();
  return { registry, card: registry.addFamily(people) };
}

describe('birth', () => {
  it('adds a child with a NIK of the card and a deed, on an unchanged number', () => {
    const { registry, card } = familyOf(couple());
    const refs = registry.apply(born(registry, card.number), TODAY);
    const ayu = registry.byName('Ayu Lestari');
    expect(ayu).toMatchObject({
      nik: '3273026011269001',
      status: 'active',
      religion: 1,
      maritalStatus: 1,
      education: 1,
      occupation: 1,
      motherNik: registry.byName('Siti').nik,
      fatherName: 'Budi',
      familyCardNumber: card.number,
    });
    expect(registry.relations(card.number)).toEqual({ Budi: 1, Siti: 3, 'Ayu Lestari': 4 });
    expect(refs.get('$deed')).toBe('3273-LU-23112026-9001');
    expect(registry.postings.at(-1)).toMatchObject({
      kind: 'birth',
      sign: 1,
      areaCode: DAGO.areaCode,
      eventDate: '2026-11-20',
      reportDate: TODAY,
    });
    expect(registry.faults()).toEqual([]);
  });

  it('numbers a late deed LT', () => {
    const { registry, card } = familyOf(couple());
    expect(registry.apply(born(registry, card.number, { late: true }), TODAY).get('$deed')).toMatch(
      new RegExp(`^${CITY.replace('.', '')}-LT-`),
    );
  });

  it.each([
    [
      'the head herself',
      [{ ...mother('Siti'), relation: 1 as const }, father('Budi')].map((p, i) =>
        i ? { ...p, relation: 2 as const } : p,
      ),
      4,
    ],
    [
      'a daughter of the head',
      [
        father('Karno'),
        { ...mother('Siti'), relation: 4 as const },
        { ...father('Budi'), relation: 5 as const },
      ],
      6,
    ],
    [
      'a relative of the head',
      [
        father('Karno'),
        { ...mother('Siti'), relation: 9 as const },
        { ...father('Budi'), relation: 9 as const },
      ],
      9,
    ],
  ])('relates the child of %s', (_, people, relation) => {
    const { registry, card } = familyOf(people);
    registry.apply(born(registry, card.number), TODAY);
    expect(registry.relations(card.number)['Ayu Lestari']).toBe(relation);
    expect(registry.faults()).toEqual([]);
  });

  it('joins the father when the mother is on no card here', () => {
    const { registry, card } = familyOf([father('Budi')]);
    const elsewhere = { nik: '3171014907889001', name: 'Siti' };
    registry.apply(born(registry, card.number, { mother: elsewhere }), TODAY);
    expect(registry.byName('Ayu Lestari')).toMatchObject({ motherNik: elsewhere.nik, motherName: 'Siti' });
    expect(registry.faults()).toEqual([]);
  });

  it('takes a foundling in as another', () => {
    const { registry, card } = familyOf(couple(child('Agus')));
    registry.apply(born(registry, card.number, { mother: null, father: null }), TODAY);
    expect(registry.relations(card.number)['Ayu Lestari']).toBe(11);
    expect(registry.byName('Ayu Lestari')).toMatchObject({ fatherName: null, citizenship: 1 });
  });

  it('is WNI unless no parent is', () => {
    for (const [mothers, fathers, expected] of [
      [2, 2, 2],
      [2, 1, 1],
    ] as const) {
      const { registry, card } = familyOf([
        { ...father('Budi'), citizenship: fathers },
        { ...mother('Siti'), citizenship: mothers },
      ]);
      registry.apply(born(registry, card.number), TODAY);
      expect(registry.byName('Ayu Lestari').citizenship).toBe(expected);
      expect(registry.faults()).toEqual([]);
    }
  });

  it('stops when the family is not as it was judged', () => {
    const { registry, card } = familyOf(couple());
    expect(() => born(registry, '3273020101209999')).toThrow(expect.objectContaining({ code: 'U08' }));
    const stranger = { nik: '3171014907889001', name: 'X' };
    expect(() => born(registry, card.number, { mother: stranger, father: null })).toThrow(
      expect.objectContaining({ code: 'U09', field: 'mother.nik' }),
    );
    registry.cards.get(card.number)!.status = 'closed';
    expect(() => born(registry, card.number)).toThrow(expect.objectContaining({ code: 'U08' }));
  });
});
