import { describe, expect, it } from 'vitest';
import { child, father, mother, TODAY } from '../testing/families.js';
import { MemoryRegistry, type PersonSpec } from '../testing/memory-registry.js';
import { familyOf, isAdult, memberByNik, spousesOf } from './family.js';
import { membersUnder, relationByParents } from './relations.js';

const married = { maritalStatus: 2 as const };
const adult = (
  name: string,
  sex: 1 | 2,
  relation: PersonSpec['relation'],
  more: Partial<PersonSpec> = {},
): PersonSpec => ({
  ...child(name, '1995-01-01', sex),
  relation,
  ...more,
});
/** Three generations under Budi. */
const people: PersonSpec[] = [
  father('Budi'),
  mother('Siti'),
  adult('Agus', 1, 4, married),
  adult('Rina', 2, 5, married),
  adult('Dewi', 2, 4),
  child('Cici', '2020-01-01', 2),
  adult('Karno', 1, 7, married),
  adult('Karni', 2, 7, married),
  adult('Mertua', 2, 8),
  adult('Paman', 1, 9),
  adult('Pembantu', 2, 10),
];

function under(name: string, without: string[] = ['Budi']) {
  const registry = new MemoryRegistry();
  const specs = people.map((person) =>
    person.name === 'Cici' ? { ...person, relation: 6 as const } : person,
  );
  const card = registry.addFamily(specs);
  registry.byName('Cici').fatherNik = registry.byName('Agus').nik;
  const family = familyOf(registry.snapshot(), card.number);
  const head = memberByNik(family, registry.byName(name).nik);
  const staying = family.members.filter(({ resident }) => !without.includes(resident.name));
  return Object.fromEntries(
    membersUnder(head, family, staying).map(({ resident, relation }) => [resident.name, relation]),
  );
}

describe('relations under a new head', () => {
  it('the wife', () => {
    expect(under('Siti')).toEqual({
      Siti: 1,
      Agus: 4,
      Rina: 5,
      Dewi: 4,
      Cici: 6,
      Karno: 8,
      Karni: 8,
      Mertua: 7,
      Paman: 9,
      Pembantu: 10,
    });
  });

  it('a married son', () => {
    expect(under('Agus')).toEqual({
      Agus: 1,
      Siti: 7,
      Rina: 3,
      Dewi: 9,
      Cici: 4,
      Karno: 9,
      Karni: 9,
      Mertua: 9,
      Paman: 9,
      Pembantu: 10,
    });
  });

  it('his wife', () => {
    expect(under('Rina')).toMatchObject({ Rina: 1, Agus: 2, Siti: 8, Dewi: 9, Cici: 9 });
  });

  it('a parent', () => {
    expect(under('Karno')).toMatchObject({ Karno: 1, Karni: 3, Siti: 5, Agus: 6, Dewi: 6, Cici: 9 });
    expect(under('Karni')).toMatchObject({ Karni: 1, Karno: 2 });
  });

  it('a parent-in-law', () => {
    expect(under('Mertua')).toMatchObject({ Mertua: 1, Siti: 4, Agus: 6, Karno: 9 });
  });

  it('others, and the old head among them', () => {
    expect(under('Paman', [])).toMatchObject({ Paman: 1, Budi: 9, Siti: 9, Pembantu: 10 });
    expect(under('Agus', [])).toMatchObject({ Budi: 7, Siti: 7 });
    expect(under('Cici')).toMatchObject({ Cici: 1, Agus: 7 });
  });

  it('a second wife is no relative of the first', () => {
    const registry = new MemoryRegistry();
    const card = registry.addFamily([father('Budi'), mother('Siti'), mother('Dewi')]);
    const family = familyOf(registry.snapshot(), card.number);
    const [budi, siti, dewi] = family.members;
    expect(membersUnder(siti!, family, [siti!, dewi!]).map(({ relation }) => relation)).toEqual([1, 9]);
    expect(spousesOf(family, budi!)).toHaveLength(2);
  });

  it('is known by the parents recorded', () => {
    const links = { fatherNik: null, motherNik: null };
    expect(relationByParents({ nik: 'a', ...links }, { nik: 'b', ...links, motherNik: 'a' })).toBe(4);
    expect(relationByParents({ nik: 'a', ...links, fatherNik: 'b' }, { nik: 'b', ...links })).toBe(7);
    expect(relationByParents({ nik: 'a', ...links }, { nik: 'b', ...links })).toBeNull();
  });

  it('takes married minors as adults', () => {
    expect(isAdult({ birthDate: '2010-01-01', maritalStatus: 1 }, TODAY)).toBe(false);
    expect(isAdult({ birthDate: '2010-01-01', maritalStatus: 2 }, TODAY)).toBe(true);
    expect(isAdult({ birthDate: '2009-11-23', maritalStatus: 1 }, TODAY)).toBe(true);
  });
});
