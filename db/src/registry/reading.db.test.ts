import { randomUUID } from 'node:crypto';
import { foldA9 } from '@lampid/domain/ledger/a9';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setConfiguration } from '../reference/configuration.js';
import { birthOf, deathOfHead } from '../testing/effects.js';
import { addFamily, COUPLE_WITH_CHILDREN, familyOf, type TestFamily } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { ledgerOfMonth, registerNow } from '../reporting/queries-recap.js';
import { applyEffect } from './apply-effect.js';
import { loadSnapshot } from './load-snapshot.js';
import { readFamilyCard } from './read-family-card.js';
import { readResident } from './read-resident.js';
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
    expect(nobody).toEqual({ residents: [], familyCards: [], deeds: [], openLetters: [], uncarded: [] });
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
    const pages = [0, 1, 2, 3].map((offset) => find({ name: 'asep sutisna', limit: 1, offset }));
    const all = await find({ name: 'asep sutisna' });
    expect(all.length).toBeGreaterThan(1);
    expect((await Promise.all(pages)).flat()).toEqual(all.slice(0, 4));
    expect(await find({})).toEqual([]);
  });

  it('looks further for a name that is like nobody’s, page by page too', async () => {
    expect(await find({ name: 'euis kumolasari' })).toEqual(['EUIS KOMALASARI']);
    expect(await find({ name: 'euis kumolasari', limit: 1, offset: 1 })).toEqual([]);
    const pages = [0, 1, 2].map((offset) => find({ name: 'asep sutisnyo', limit: 1, offset }));
    expect((await Promise.all(pages)).map((page) => page.length)).toEqual([1, 1, 0]);
  });

  it('finds words in any order, written as one or as two, with a mark too many and with one that is not in the name', async () => {
    await addFamily(manager(), {
      areaCode: '32.73.18.1004',
      members: [{ relation: 1, sex: 2, age: 30, name: 'NUR HAYATI RUKMANA' }],
    });
    for (const name of [
      'rukmana nur',
      'nurhayati',
      "nur ha'yati",
      'nurhayati rukmanna',
      'nur siti hayati rukmana',
      'hayati rukmana nur',
    ]) {
      expect([name, await find({ name })]).toEqual([name, ['NUR HAYATI RUKMANA']]);
    }
    expect(await find({ name: 'nur siti' })).toEqual([]);
    expect(await find({ name: `--' ` })).toEqual([]);
  });

  it('keeps to the area', async () => {
    expect(await find({ name: 'asep', under: ['32.73.18'] })).toEqual(['ASEP SUTISNO']);
    expect(await find({ nik: elsewhere.people[0]!.nik, under: ['32.73.02'] })).toEqual([]);
    expect(await find({ nik: elsewhere.people[0]!.nik, under: ['32.73'] })).toEqual(['ASEP SUTISNO']);
  });

  it('looks into several areas as if they were one, page by page', async () => {
    const under = ['32.73.02', '32.73.18'];
    const all = await find({ name: 'asep', under });
    expect(all.toSorted()).toEqual(['ASEP SUTISNA', 'ASEP SUTISNO']);
    const pages = [0, 1, 2].map((offset) => find({ name: 'asep', under, limit: 1, offset }));
    expect((await Promise.all(pages)).flat()).toEqual(all);
    expect(await find({ name: 'asep', under: ['32.73.02', '32.73.09'] })).toEqual(['ASEP SUTISNA']);
    expect(await find({ nik: elsewhere.people[0]!.nik, under })).toEqual(['ASEP SUTISNO']);
    expect(await find({ familyCardNumber: home.card.number, under })).toHaveLength(4);
  });
});

describe('recap', () => {
  it('counts the month by report date and agrees with the register', async () => {
    const born = await apply(birthOf(home), '2026-10-30');
    const died = await apply(deathOfHead(await familyOf(manager(), home.card.number)), '2026-11-05');
    // The child is on the mother's card by then: its birth stands until a person decides.
    await database.dataSource.transaction((tx) =>
      reverseRegistration(tx, { reportId: born.reportId, today: '2026-11-06' }),
    );
    const recap = async (area: string, month: string, next: string) => {
      const ledger = await ledgerOfMonth(database.dataSource, { area, month, next });
      const report = foldA9({ area, ...ledger, register: await registerNow(database.dataSource, area) });
      const all = (id: string) => report.rows.find((row) => row.id === id)!.totals;
      return { report, all };
    };
    const october = await recap('32.73.02', '2026-10-01', '2026-11-01');
    expect([october.all('opening').all, october.all('birth').all, october.all('closing').all]).toEqual([
      4, 1, 5,
    ]);
    const november = await recap(DAGO, '2026-11-01', '2026-12-01');
    expect(november.all('opening')).toEqual({ male: 2, female: 3, all: 5, families: 1 });
    expect(november.all('death')).toMatchObject({ male: 1, female: 0 });
    expect(november.all('closing')).toEqual({ male: 1, female: 3, all: 4, families: 1 });
    expect(november.report.checks.map((check) => check.holds)).toEqual([null, true, true, true]);
    const elsewhereToo = await recap('32.73', '2026-11-01', '2026-12-01');
    expect(elsewhereToo.all('closing').all).toBe(6);

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
