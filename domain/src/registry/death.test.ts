import { describe, expect, it } from 'vitest';
import { BABAKAN, child, couple, father, mother, TODAY } from '../testing/families.js';
import { DAGO, MemoryRegistry, type PersonSpec } from '../testing/memory-registry.js';
import { registerDeath, type DeathInput } from './death.js';

const adult = (name: string, sex: 1 | 2 = 1): PersonSpec => child(name, '2000-01-01', sex);

function dies(registry: MemoryRegistry, name: string, change: Partial<DeathInput> = {}) {
  const { nik, familyCardNumber } = registry.byName(name);
  const effect = registerDeath({
    registry: registry.snapshot(),
    familyCardNumber,
    deceased: { nik, name },
    deathDate: '2026-11-20',
    today: TODAY,
    deedDetails: {},
    ...change,
  });
  return { effect, refs: registry.apply(effect, TODAY) };
}

function familyOf(people: PersonSpec[]) {
  const registry = new MemoryRegistry();
  return { registry, card: registry.addFamily(people) };
}

describe('death', () => {
  it('of a member leaves the card as it is', () => {
    const { registry, card } = familyOf(couple(child('Agus')));
    const { effect, refs } = dies(registry, 'Agus');
    expect(registry.byName('Agus')).toMatchObject({
      status: 'dead',
      deathDate: '2026-11-20',
      familyCardNumber: null,
    });
    expect(registry.relations(card.number)).toEqual({ Budi: 1, Siti: 3 });
    expect(refs.get('$deed')).toBe('3273-KM-23112026-9001');
    expect(effect.documents.map(({ kind }) => kind)).toEqual(['kutipan-akta-kematian', 'kk']);
    expect(registry.faults()).toEqual([]);
  });

  it('of a wife leaves a widower', () => {
    const { registry } = familyOf(couple());
    const { effect } = dies(registry, 'Siti');
    expect(registry.byName('Budi').maritalStatus).toBe(4);
    expect(effect.documents).toContainEqual({
      kind: 'ktp-el',
      about: { resident: registry.byName('Budi').id },
    });
    expect(registry.faults()).toEqual([]);
  });

  it('of one of two wives leaves the husband married', () => {
    const { registry } = familyOf([...couple(), mother('Dewi')]);
    dies(registry, 'Siti');
    expect(registry.byName('Budi').maritalStatus).toBe(2);
  });

  it('of a husband leaves every wife widowed', () => {
    const { registry } = familyOf([...couple(), mother('Dewi')]);
    dies(registry, 'Budi', { newHeadNik: registry.byName('Siti').nik });
    expect([registry.byName('Siti').maritalStatus, registry.byName('Dewi').maritalStatus]).toEqual([4, 4]);
    expect(registry.faults()).toEqual([]);
  });

  it('of a married son leaves his wife widowed, when it is clear who she is', () => {
    const son: PersonSpec = { ...adult('Agus'), maritalStatus: 2 };
    const wife = (name: string): PersonSpec => ({ ...adult(name, 2), maritalStatus: 2, relation: 5 });
    const { registry } = familyOf([...couple(), son, wife('Rina')]);
    dies(registry, 'Agus');
    expect(registry.byName('Rina').maritalStatus).toBe(4);
    const two = familyOf([...couple(), son, wife('Rina'), wife('Tuti')]).registry;
    dies(two, 'Agus');
    expect(two.byName('Rina').maritalStatus).toBe(2);
  });

  it('of the head gives the family a new number, head and columns', () => {
    const { registry, card } = familyOf(couple(child('Agus'), adult('Rini', 2)));
    const { refs, effect } = dies(registry, 'Budi', { newHeadNik: registry.byName('Siti').nik });
    const number = refs.get('$card')!;
    expect(number).toMatch(/^327302231126\d{4}$/);
    expect(registry.cards.get(card.number)!.status).toBe('closed');
    expect(registry.relations(number)).toEqual({ Siti: 1, Agus: 4, Rini: 4 });
    const families = registry.postings.filter(({ unit, kind }) => unit === 'family' && kind !== 'opening');
    expect(families.map(({ kind, sign, sex }) => [kind, sign, sex])).toEqual([
      ['death', -1, 1],
      ['new-family', 1, 2],
    ]);
    expect(effect.result.familyCard).toBe('$card');
    expect(registry.faults()).toEqual([]);
  });

  it('of the head posts no family when the next has the same sex', () => {
    const { registry } = familyOf(couple(adult('Agus')));
    dies(registry, 'Budi', { newHeadNik: registry.byName('Agus').nik });
    expect(registry.relations(registry.cardOf('Agus')!.number)).toEqual({ Agus: 1, Siti: 7 });
    expect(registry.postings.filter(({ unit, kind }) => unit === 'family' && kind !== 'opening')).toEqual([]);
    expect(registry.faults()).toEqual([]);
  });

  it('of the last member closes the card', () => {
    const { registry, card } = familyOf([{ ...father('Budi'), maritalStatus: 4 }]);
    dies(registry, 'Budi');
    expect(registry.cards.get(card.number)!.status).toBe('closed');
    expect(registry.postings.at(-1)).toMatchObject({ kind: 'death', sign: -1, unit: 'family', sex: 1 });
    expect(registry.faults()).toEqual([]);
  });

  it('of the last adult: a relative comes as head, from another kelurahan', () => {
    const { registry } = familyOf([father('Budi'), child('Agus'), child('Rini', '2018-01-01', 2)]);
    registry.addFamily([{ ...mother('Ani'), maritalStatus: 4, relation: 1 }], BABAKAN);
    dies(registry, 'Budi', { newHeadNik: registry.byName('Ani').nik });
    expect(registry.relations(registry.cardOf('Agus')!.number)).toEqual({ Ani: 1, Agus: 9, Rini: 9 });
    const ani = registry.postings.filter(({ resident }) => resident === registry.byName('Ani').id);
    expect(ani.map(({ kind, areaCode, moveClass }) => [kind, areaCode, moveClass])).toEqual([
      ['opening', BABAKAN.areaCode, null],
      ['departure', BABAKAN.areaCode, 3],
      ['arrival', DAGO.areaCode, 3],
    ]);
    expect(registry.faults()).toEqual([]);
  });

  it('of the last adult: a member of another family comes, whose card goes on', () => {
    const { registry } = familyOf([father('Budi'), child('Agus')]);
    const grandmother: PersonSpec = { ...adult('Ani', 2), relation: 9 };
    const other = registry.addFamily([father('Joko'), grandmother]);
    dies(registry, 'Budi', { newHeadNik: registry.byName('Ani').nik });
    expect(registry.relations(other.number)).toEqual({ Joko: 1 });
    expect(registry.faults()).toEqual([]);
  });

  it('of the last adult: the children join their guardian', () => {
    const { registry, card } = familyOf([father('Budi'), child('Agus'), child('Rini', '2018-01-01', 2)]);
    const host = registry.addFamily([father('Joko')], BABAKAN);
    dies(registry, 'Budi', { guardianCardNumber: host.number });
    expect(registry.relations(host.number)).toEqual({ Joko: 1, Agus: 9, Rini: 9 });
    expect(registry.cards.get(card.number)!.status).toBe('closed');
    expect(registry.faults()).toEqual([]);
  });

  it('sends nobody to a guardian who has an adult, or to the card that closes', () => {
    const { registry, card } = familyOf(couple(child('Agus')));
    const host = registry.addFamily([father('Joko')]);
    for (const guardianCardNumber of [host.number, card.number]) {
      expect(() => dies(registry, 'Budi', { guardianCardNumber })).toThrow(
        expect.objectContaining({ code: 'M12' }),
      );
    }
  });

  it('needs a head who can be one', () => {
    const { registry } = familyOf(couple(child('Agus')));
    registry.addFamily([father('Joko'), adult('Rudi')]);
    const nikOf = (name: string) => registry.byName(name).nik;
    for (const newHeadNik of [null, nikOf('Agus'), nikOf('Joko'), '3273020101909999']) {
      expect(() => dies(registry, 'Budi', { newHeadNik })).toThrow(
        expect.objectContaining({ code: 'NEW_HEAD' }),
      );
    }
  });

  it('lets a minor head minors when the officers said so', () => {
    const { registry } = familyOf([father('Budi'), child('Agus'), child('Rini', '2018-01-01', 2)]);
    dies(registry, 'Budi', { newHeadNik: registry.byName('Agus').nik });
    expect(registry.relations(registry.cardOf('Rini')!.number)).toEqual({ Agus: 1, Rini: 9 });
    expect(registry.faults()).toEqual([]);
  });

  it('happens once', () => {
    const { registry, card } = familyOf(couple());
    dies(registry, 'Siti');
    expect(() => dies(registry, 'Siti', { familyCardNumber: card.number })).toThrow(
      expect.objectContaining({ code: 'M01' }),
    );
  });

  it('of somebody in no database is recorded, not counted', () => {
    const { registry } = familyOf(couple());
    const deceased = {
      nik: '3273020101409001',
      name: 'Mbah Surip',
      sex: 1 as const,
      birthDate: '1940-01-01',
    };
    const unknown = { familyCardNumber: null, deceased };
    const before = registry.postings.length;
    dies(registry, 'Budi', unknown);
    expect(registry.byName('Mbah Surip')).toMatchObject({ status: 'dead', deathDate: '2026-11-20' });
    expect(registry.postings).toHaveLength(before);
    expect(registry.faults()).toEqual([]);
    const nameless = { familyCardNumber: null, deceased: { nik: '', name: 'X' } };
    expect(() => dies(registry, 'Budi', nameless)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_DECEASED' }),
    );
  });

  it('of somebody who moved out is recorded, not counted again', () => {
    const { registry } = familyOf(couple());
    const former = registry.addFamily([{ ...father('Joko'), name: 'Joko' }]);
    const joko = registry.byName('Joko');
    Object.assign(joko, { status: 'moved-out', familyCardNumber: null });
    registry.cards.delete(former.number);
    const before = registry.postings.length;
    dies(registry, 'Joko', { familyCardNumber: null });
    expect(registry.byName('Joko').status).toBe('dead');
    expect(registry.postings).toHaveLength(before);
  });
});
