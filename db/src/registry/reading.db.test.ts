import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setConfiguration } from '../reference/configuration.js';
import { birthOf, deathOfHead } from '../testing/effects.js';
import { addFamily, COUPLE_WITH_CHILDREN, familyOf, type TestFamily } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { applyEffect } from './apply-effect.js';
import { loadSnapshot } from './load-snapshot.js';
import { readFamilyCard } from './read-family-card.js';
import { readResident } from './read-resident.js';
import { countRegister, monthOfLedger } from './recap.js';
import { reverseRegistration } from './reverse-registration.js';
import { searchResidents } from './search.js';

const DAGO = '32.73.02.1004';
let database: TestDatabase;
let home: TestFamily;
let elsewhere: TestFamily;
beforeAll(async () => {
  database = await createTestDatabase();
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
  const members = COUPLE_WITH_CHILDREN.map((member, index) => ({
    ...member,
    name: ['ASEP SUTISNA', 'EUIS KOMALASARI', 'GILANG SUTISNA', 'NABILA SUTISNA'][index]!,
  }));
  home = await addFamily(manager(), { areaCode: DAGO, members });
  elsewhere = await addFamily(manager(), {
    areaCode: '32.73.18.1004',
    members: [{ relation: 1, sex: 1, age: 40, name: 'ASEP SUTISNO' }],
  });
}, 60_000);
afterAll(() => database.drop());
const manager = () => database.dataSource.manager;
const apply = (effect: Parameters<typeof applyEffect>[1]['effect'], today: string) => {
  const reportId = randomUUID();
  return database.dataSource
    .transaction((tx) => applyEffect(tx, { reportId, workId: randomUUID(), effect, today, city: '32.73' }))
    .then((applied) => ({ ...applied, reportId }));
};

describe('snapshot', () => {
  it('holds who was asked for with their families, and the children asked for', async () => {
    const ids = (people: { id: string }[]) => people.map((person) => person.id).sort();
    const byNik = await loadSnapshot(manager(), {
      niks: [home.people[2]!.nik],
      familyCards: [],
      childrenOf: [],
    });
    expect(ids(byNik.residents)).toEqual(ids(home.people));
    expect(byNik.familyCards).toEqual([home.card]);
    const byMother = await loadSnapshot(manager(), {
      niks: [],
      familyCards: [],
      childrenOf: [home.people[1]!.nik],
    });
    expect(ids(byMother.residents)).toEqual(ids(home.people.slice(2)));
    expect(byMother.familyCards).toEqual([]);
    const nobody = await loadSnapshot(manager(), { niks: ['x'], familyCards: ['y'], childrenOf: [] });
    expect(nobody).toEqual({ residents: [], familyCards: [], deeds: [], openLetters: [] });
  });
});

describe('search', () => {
  const find = (search: Partial<Parameters<typeof searchResidents>[1]>) =>
    searchResidents(manager(), { under: null, limit: 10, ...search }).then((found) =>
      found.map((resident) => resident.name),
    );

  it('finds by NIK, by card, by part of a name and by a name written otherwise, best first', async () => {
    expect(await find({ nik: home.people[0]!.nik })).toEqual(['ASEP SUTISNA']);
    expect(await find({ familyCardNumber: home.card.number })).toHaveLength(4);
    expect((await find({ name: 'asep sutisna' })).slice(0, 2)).toEqual(['ASEP SUTISNA', 'ASEP SUTISNO']);
    expect(await find({ name: 'komala' })).toEqual(['EUIS KOMALASARI']);
    expect(await find({ name: 'euis kumalasari' })).toEqual(['EUIS KOMALASARI']);
    expect(await find({ name: 'sutis', limit: 1, offset: 1 })).toHaveLength(1);
    expect(await find({})).toEqual([]);
  });

  it('keeps to the area', async () => {
    expect(await find({ name: 'asep', under: '32.73.18' })).toEqual(['ASEP SUTISNO']);
    expect(await find({ nik: elsewhere.people[0]!.nik, under: '32.73.02' })).toEqual([]);
    expect(await find({ nik: elsewhere.people[0]!.nik, under: '32.73' })).toEqual(['ASEP SUTISNO']);
  });
});

describe('recap', () => {
  it('sums the month by report date and tells the register beside it', async () => {
    const sum = (sums: { unit: string; amount: number }[], unit = 'person') =>
      sums.filter((one) => one.unit === unit).reduce((total, one) => total + one.amount, 0);
    const born = await apply(birthOf(home), '2026-10-30');
    const died = await apply(deathOfHead(await familyOf(manager(), home.card.number)), '2026-11-05');
    await database.dataSource.transaction((tx) =>
      reverseRegistration(tx, { reportId: born.reportId, today: '2026-11-06' }),
    );
    const october = await monthOfLedger(manager(), { areaCode: '32.73.02', month: '2026-10' });
    expect(sum(october.opening)).toBe(4);
    expect(october.movements).toEqual([
      { areaCode: DAGO, kind: 'birth', unit: 'person', sex: 2, citizenship: 1, moveClass: null, amount: 1 },
    ]);
    const november = await monthOfLedger(manager(), { areaCode: DAGO, month: '2026-11' });
    expect(sum(november.opening)).toBe(5);
    // The child has moved to the mother's card by then: its birth stands until a person decides.
    expect(november.movements.filter((one) => one.unit === 'person')).toEqual([
      { areaCode: DAGO, kind: 'death', unit: 'person', sex: 1, citizenship: 1, moveClass: null, amount: -1 },
    ]);
    const register = await countRegister(manager(), { areaCode: DAGO });
    expect(sum(register)).toBe(4);
    expect(sum(register, 'family')).toBe(1);
    expect(sum(november.opening, 'family') + sum(november.movements, 'family')).toBe(1);

    const card = await readFamilyCard(manager(), home.card.id);
    expect(card).toMatchObject({ status: 'closed', closedOn: '2026-11-05', members: [] });
    expect(card!.formerMembers).toHaveLength(5);
    const next = await readFamilyCard(manager(), died.registered.result['familyCard']!);
    expect(next!.members[0]).toMatchObject({ name: 'EUIS KOMALASARI', relation: 1, maritalStatus: 4 });
    expect(await readFamilyCard(manager(), randomUUID())).toBeNull();

    const dead = await readResident(manager(), home.people[0]!.id);
    expect(dead).toMatchObject({ status: 'dead', areaCode: DAGO, familyCardId: null, relation: null });
    expect(dead!.deeds).toMatchObject([{ kind: 'death', registeredOn: '2026-11-05', status: 'valid' }]);
    expect(dead!.memberships).toMatchObject([{ relation: 1, until: '2026-11-05', reason: 'death-of-head' }]);
    const widow = await readResident(manager(), home.people[1]!.id);
    expect(widow).toMatchObject({ relation: 1, familyCardId: next!.id });
    expect(widow!.memberships).toHaveLength(2);
  });
});
