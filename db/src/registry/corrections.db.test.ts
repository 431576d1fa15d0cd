/** Corrections after registration on a real register: ledger and register stay equal, and each can be taken back whole. */
import { randomUUID } from 'node:crypto';
import type { EffectResult } from '@lampid/domain/registry/change';
import { correctResident } from '@lampid/domain/registry/correct-resident';
import { mergeNik } from '@lampid/domain/registry/merge-nik';
import { placeMembers } from '@lampid/domain/registry/place-members';
import type { RelationToHead } from '@lampid/domain/registry/snapshot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { row } from '../kernel/rows.js';
import { setConfiguration } from '../reference/configuration.js';
import { expectBalanced } from '../testing/balance.js';
import { birthOf, deathOfHead } from '../testing/effects.js';
import { addFamily, COUPLE, COUPLE_WITH_CHILDREN, familyOf } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { applyEffect } from './apply-effect.js';
import { residentLetters, saveResidentLetter } from './issued-documents.js';
import { loadSnapshot } from './load-snapshot.js';
import { reverseRegistration } from './reverse-registration.js';
import { searchResidents } from './search.js';

const DAGO = '32.73.02.1004';
const TODAY = '2026-11-22';
const dates = { eventDate: '2026-11-20', today: TODAY };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
}, 60_000);
afterAll(() => database.drop());
afterEach(() => expectBalanced(manager()));

const manager = () => database.dataSource.manager;
const family = (members = COUPLE_WITH_CHILDREN) => addFamily(manager(), { areaCode: DAGO, members });
const snapshot = (niks: string[], familyCards: string[] = []) =>
  loadSnapshot(manager(), { niks, familyCards, childrenOf: [] });
const seen = async (nik: string) => (await snapshot([nik])).residents.find((one) => one.nik === nik);
const apply = (effect: EffectResult, reportId = randomUUID()) =>
  database.dataSource
    .transaction((tx) => applyEffect(tx, { reportId, workId: reportId, effect, today: TODAY, city: '32.73' }))
    .then((applied) => ({ ...applied, reportId }));
const revoke = (reportId: string) =>
  apply({
    changes: [{ op: 'revoke-registration', reportId }],
    documents: [],
    result: { revokedReport: reportId },
    variables: {},
  });
const place = async (card: string, members: Record<string, RelationToHead>) =>
  placeMembers({
    registry: await snapshot(Object.keys(members), [card]),
    familyCardNumber: card,
    address: null,
    members: Object.entries(members).map(([nik, relation]) => ({ nik, relation })),
    ...dates,
  });

describe('a letter that was printed for a child', () => {
  it('is void once the birth is taken back, and only that one', async () => {
    const home = await family();
    const { reportId, registered } = await apply(birthOf(home));
    const child = Object.values(registered.result).find((id) => id !== home.card.id)!;
    await database.dataSource.query(
      `insert into registry.office_key (key_id, public_key) values ('k', 'x') on conflict do nothing`,
    );
    const print = async (residentId: string) => {
      const id = randomUUID();
      await saveResidentLetter(manager(), {
        ...{ id, residentId, areaCode: DAGO, kind: 'biodata', number: id },
        ...{ sha256: id, content: Buffer.from(id), signature: 'x', keyId: 'k' },
      });
    };
    await print(child);
    await print(home.people[0]!.id);
    const standing = async (residentId: string) =>
      (await residentLetters(manager(), residentId)).map(({ status }) => status);
    await revoke(reportId);
    expect([await standing(child), await standing(home.people[0]!.id)]).toEqual([['void'], ['valid']]);
  });
});

describe('a corrected resident', () => {
  it('is counted under the right sex from now on, and as before once it is revoked', async () => {
    const { people } = await family();
    const { nik } = people[0]!;
    const effect = correctResident({
      registry: await snapshot([nik]),
      nik,
      elements: { sex: 2, name: 'NAMA BENAR', fatherName: 'AYAH BENAR' },
      ...dates,
    });
    const { reportId } = await apply(effect);
    expect(await seen(nik)).toMatchObject({ sex: 2, name: 'NAMA BENAR', fatherName: 'AYAH BENAR', nik });
    await expectBalanced(manager());
    expect(await revoke(reportId)).toMatchObject({ needsPerson: false });
    const { sex, name, fatherName } = people[0]!;
    expect(await seen(nik)).toMatchObject({ sex, name, fatherName });
  });
});

describe('a revocation', () => {
  it('is told on the registration, its postings and its numbers, and happens once', async () => {
    const home = await family();
    const birth = await apply(birthOf(home));
    const revocation = await revoke(birth.reportId);
    expect(revocation.registered.result).toEqual({ revokedReport: birth.reportId });
    const told = await row(
      manager(),
      `select g.status, g.reversed_by_report as by, d.status as deed, d.voided_by_report as "deedBy",
         (select count(*)::int from registry.posting p where p.report_id = $2 and p.reverses is not null) as reversed
       from registry.registration g join registry.deed d on d.report_id = g.report_id where g.report_id = $1`,
      [birth.reportId, revocation.reportId],
    );
    const by = revocation.reportId;
    expect(told).toEqual({ status: 'reversed', by, deed: 'void', deedBy: by, reversed: 1 });
    await expect(revoke(birth.reportId)).rejects.toMatchObject({ code: 'NOT_REVOCABLE' });
  });

  it('leaves to a person who came back without a card, and the person puts them on one', async () => {
    const home = await family();
    const death = await apply(deathOfHead(home));
    const successor = await familyOf(manager(), death.registered.cards[0]!.number);
    await apply(birthOf({ ...successor, people: [successor.people[0]!, successor.people[0]!] }));
    expect(await revoke(death.reportId)).toMatchObject({ needsPerson: true });
    const [back] = home.people;
    expect(await snapshot([back!.nik])).toMatchObject({
      residents: [{ status: 'active', familyCardNumber: null }],
      uncarded: [{ residentId: back!.id, areaCode: DAGO }],
    });

    const widow = successor.people[0]!;
    await apply(await place(successor.card.number, { [back!.nik]: 1, [widow.nik]: 3 }));
    expect(await seen(back!.nik)).toMatchObject({ familyCardNumber: successor.card.number });
  });
});

describe('a merge of NIKs', () => {
  const REAL = '3171014404959102';

  it('keeps the person, who is found by either NIK; the former one is never given again', async () => {
    const home = await family();
    const { nik, id } = home.people[2]!;
    const effect = mergeNik({ registry: await snapshot([nik]), formerNik: nik, realNik: REAL, ...dates });
    const { reportId } = await apply(effect);
    const found = (by: string) => searchResidents(manager(), { nik: by, under: null, limit: 5 });
    expect(await found(REAL)).toMatchObject([{ id, nik: REAL }]);
    expect(await found(nik)).toMatchObject([{ id, nik: REAL }]);
    const birth = birthOf(home);
    const taken = birth.changes.map((change) =>
      change.op === 'create-resident' ? { ...change, resident: { ...change.resident, nik } } : change,
    );
    await expect(apply({ ...birth, changes: taken })).rejects.toMatchObject({ code: 'NIK_TAKEN' });

    await revoke(reportId);
    expect(await found(nik)).toMatchObject([{ id, nik }]);
    expect(await found(REAL)).toMatchObject([{ id, nik }]);
  });

  it('of two records leaves one, and both come back when it is revoked', async () => {
    const home = await family();
    const other = await family(COUPLE);
    const [former] = home.people.slice(2);
    const real = other.people[1]!;
    const { sex, birthDate } = real;
    const elements = { sex, birthDate };
    await apply(
      correctResident({ registry: await snapshot([former!.nik]), nik: former!.nik, elements, ...dates }),
    );
    const niks = [former!.nik, real.nik];
    const effect = mergeNik({
      registry: await snapshot(niks),
      formerNik: former!.nik,
      realNik: real.nik,
      ...dates,
    });
    const { reportId } = await apply(effect);
    expect(await seen(former!.nik)).toBeUndefined();
    expect(await searchResidents(manager(), { nik: former!.nik, under: null, limit: 5 })).toMatchObject([
      { id: real.id },
    ]);
    await expectBalanced(manager());
    expect(await revoke(reportId)).toMatchObject({ needsPerson: false });
    expect(await seen(former!.nik)).toMatchObject({ id: former!.id, familyCardNumber: home.card.number });
  });

  it('that was undone by its own case gives the NIK back as well', async () => {
    const { people } = await family();
    const { nik, id } = people[2]!;
    const other = REAL.replace(/2$/, '3');
    const { reportId } = await apply(
      mergeNik({ registry: await snapshot([nik]), formerNik: nik, realNik: other, ...dates }),
    );
    await database.dataSource.transaction((tx) => reverseRegistration(tx, { reportId, today: TODAY }));
    expect(await seen(nik)).toMatchObject({ id });
  });
});
