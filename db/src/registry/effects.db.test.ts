import { randomUUID } from 'node:crypto';
import { EffectConflict, type EffectResult } from '@lampid/domain/registry/change';
import type { Address } from '@lampid/domain/registry/snapshot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { row, rows } from '../kernel/rows.js';
import { setConfiguration } from '../reference/configuration.js';
import { expectBalanced } from '../testing/balance.js';
import { arrivalOf, birthOf, deathOfHead, moveOut, moveWithin } from '../testing/effects.js';
import { addFamily, COUPLE, COUPLE_WITH_CHILDREN, familyOf, type TestFamily } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { applyEffect } from './apply-effect.js';
import { loadSnapshot } from './load-snapshot.js';
import { latestRegistration, standingRegistration } from './registrations.js';
import { reverseRegistration } from './reverse-registration.js';

const DAGO = '32.73.02.1004';
const CIGADUNG: Address = {
  areaCode: '32.73.18.1004',
  street: 'JL. CIGADUNG NO. 9',
  rt: '003',
  rw: '004',
  postalCode: '40191',
};
const SEMARANG: Address = { ...CIGADUNG, areaCode: '33.74.01.1001', street: 'JL. PEMUDA NO. 1' };
const TODAY = '2026-11-22';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 60 });
  for (const [key, value] of [
    ['nik.serialStart', 9001],
    ['kk.serialStart', 1001],
  ] as const)
    await setConfiguration(database.dataSource, { key, value, by: 'test' });
}, 60_000);
afterAll(() => database.drop());
afterEach(() => expectBalanced(database.dataSource.manager));

const manager = () => database.dataSource.manager;
const family = (members = COUPLE_WITH_CHILDREN, areaCode = DAGO) =>
  addFamily(manager(), { areaCode, members });
const again = (of: TestFamily) => familyOf(manager(), of.card.number);
const apply = (effect: EffectResult, reportId = randomUUID(), today = TODAY) =>
  database.dataSource
    .transaction((tx) => applyEffect(tx, { reportId, workId: randomUUID(), effect, today, city: '32.73' }))
    .then((applied) => ({ ...applied, reportId }));
const reverse = (reportId: string, today = '2026-12-01') =>
  database.dataSource.transaction((tx) => reverseRegistration(tx, { reportId, today }));
const conflict = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EffectConflict);
  return (error as EffectConflict).code;
};
const postings = (reportId: string) =>
  rows<{ kind: string; sign: number; unit: string; reportDate: string; reverses: string | null }>(
    manager(),
    `select kind, sign, unit, report_date as "reportDate", reverses from registry.posting where report_id = $1 order by id`,
    [reportId],
  );

describe('birth', () => {
  it('gives NIK and deed, joins the family card, and says what it made', async () => {
    const home = await family();
    const { registrationId, registered, reportId } = await apply(birthOf(home));
    const child = registered.residents.find((resident) => resident.ref === '$child')!;
    expect(child.nik).toMatch(/^3273026011269\d{3}$/);
    expect(registered.deeds).toEqual([
      { ref: '$deed', number: expect.stringMatching(/^3273-LU-22112026-\d{4}$/), kind: 'birth' },
    ]);
    expect(registered.result).toEqual({
      resident: child.id,
      familyCard: home.card.id,
      deed: registered.deeds[0]!.number,
    });
    expect(registered.documents).toEqual([
      { kind: 'kutipan-akta-kelahiran', about: { resident: child.id } },
      { kind: 'kk', about: { card: home.card.number } },
    ]);
    expect(registered.cards).toEqual([{ ref: home.card.number, number: home.card.number }]);
    const now = await again(home);
    expect(now.card.version).toBe(home.card.version + 1);
    expect(now.card.members.at(-1)).toEqual({ residentId: child.id, relation: 4, position: 5 });
    expect(now.people.at(-1)).toMatchObject({
      nik: child.nik,
      familyCardNumber: home.card.number,
      version: 1,
    });
    expect(now.snapshot.deeds).toMatchObject([{ residentId: child.id, status: 'valid' }]);
    expect(await standingRegistration(manager(), reportId)).toMatchObject({
      id: registrationId,
      result: registered,
    });
    expect(await postings(reportId)).toMatchObject([{ kind: 'birth', sign: 1, reportDate: TODAY }]);
  });

  it('undone: void, reversed in the open month, and the number never given again', async () => {
    const home = await family();
    const { reportId, registered } = await apply(birthOf(home));
    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
    const lines = await postings(reportId);
    expect(lines.map((line) => line.sign)).toEqual([1, -1]);
    expect(lines[1]).toMatchObject({ reportDate: '2026-12-01', reverses: expect.any(String) });
    const after = await again(home);
    expect(after.people.map((person) => person.id)).toEqual(home.people.map((person) => person.id));
    const seen = await loadSnapshot(manager(), {
      niks: [registered.residents[0]!.nik],
      familyCards: [],
      childrenOf: [home.people[1]!.nik],
    });
    expect(seen.residents.map((resident) => resident.nik)).not.toContain(
      registered.residents.find((resident) => resident.ref === '$child')!.nik,
    );
    expect(await latestRegistration(manager(), reportId)).toMatchObject({ status: 'reversed' });
    expect(await standingRegistration(manager(), reportId)).toBeNull();

    const second = await apply(birthOf(await again(home)), reportId);
    const nik = (of: typeof registered) => of.residents.find((resident) => resident.ref === '$child')!.nik;
    expect(nik(second.registered)).not.toBe(nik(registered));
    expect(second.registered.deeds[0]!.number).not.toBe(registered.deeds[0]!.number);
  });

  it('is undone although the family has changed since: nobody else depends on the child', async () => {
    const home = await family();
    const { reportId } = await apply(birthOf(home));
    await apply(birthOf(await again(home), 'KEMBAR CONTOH'));
    expect(await reverse(reportId)).toMatchObject({ needsPerson: true });
    expect((await again(home)).people.map((person) => person.name)).toContain('KEMBAR CONTOH');
    expect((await postings(reportId)).map((line) => line.sign)).toEqual([1, -1]);
  });

  it('is left standing when the child itself has changed since', async () => {
    const home = await family();
    const { reportId } = await apply(birthOf(home));
    await apply(deathOfHead(await again(home)));
    expect(await reverse(reportId)).toMatchObject({ needsPerson: true });
    expect((await postings(reportId)).map((line) => line.sign)).toEqual([1]);
  });

  it('registers one report once', async () => {
    const home = await family();
    const { reportId } = await apply(birthOf(home));
    expect(await conflict(apply(birthOf(await again(home)), reportId))).toBe('ALREADY_REGISTERED');
  });
});

describe('death of the head', () => {
  it('closes the card, opens one under a new number, and comes back whole', async () => {
    const home = await family();
    const { reportId, registered } = await apply(deathOfHead(home));
    const [dead, widow] = (await loadSnapshot(manager(), {
      niks: home.people.slice(0, 2).map((person) => person.nik),
      familyCards: [],
      childrenOf: [],
    }).then((seen) =>
      home.people.slice(0, 2).map((person) => seen.residents.find((resident) => resident.id === person.id)!),
    ))!;
    expect(dead).toMatchObject({ status: 'dead', deathDate: '2026-11-20', familyCardNumber: null });
    expect(widow).toMatchObject({ maritalStatus: 4, familyCardNumber: registered.cards[0]!.number });
    expect(registered.cards[0]!.number).toMatch(/^327302221126\d{4}$/);
    expect((await again(home)).card).toMatchObject({ status: 'closed', members: [] });
    await expectBalanced(manager());

    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
    const restored = await again(home);
    expect(restored.card).toMatchObject({ status: 'active' });
    expect(restored.card.members).toEqual(home.card.members);
    expect(restored.people.map(({ version: _, ...person }) => person)).toEqual(
      home.people.map(({ version: _, ...person }) => person),
    );
    expect(await row(manager(), 'select status from registry.deed where report_id = $1', [reportId])).toEqual(
      {
        status: 'void',
      },
    );
  });

  it('needs a person when the family has changed since: the dead comes back without a card', async () => {
    const home = await family();
    const { reportId, registered } = await apply(deathOfHead(home));
    const successor = await familyOf(manager(), registered.cards[0]!.number);
    const { people: widowed } = successor;
    await apply(birthOf({ ...successor, people: [widowed[0]!, widowed[0]!] }));
    expect(await reverse(reportId)).toMatchObject({ needsPerson: true });
    const seen = await loadSnapshot(manager(), {
      niks: [home.people[0]!.nik],
      familyCards: [],
      childrenOf: [],
    });
    expect(seen.residents[0]).toMatchObject({ status: 'active', familyCardNumber: null });
    // A person decides where he belongs; until then he counts where he lived, on no card.
    const own = await row(manager(), 'select area_code from registry.resident where id = $1', [
      home.people[0]!.id,
    ]);
    expect(own).toEqual({ area_code: DAGO });
    await manager().query(`update registry.resident set status = 'dead' where id = $1`, [home.people[0]!.id]);
    await manager().query(
      `insert into registry.posting (kind, sign, unit, area_code, rt, rw, sex, citizenship, resident_id, event_date, report_date)
       values ('adjustment', -1, 'person', $1, '001', '002', 1, 1, $2, $3, $3)`,
      [DAGO, home.people[0]!.id, TODAY],
    );
  });

  it('of somebody who lived alone leaves a closed card', async () => {
    const home = await family([{ relation: 1, sex: 2, age: 70, maritalStatus: 4 }]);
    const { reportId } = await apply(deathOfHead(home));
    expect((await again(home)).card.status).toBe('closed');
    await expectBalanced(manager());
    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
    expect((await again(home)).card).toMatchObject({ status: 'active', members: home.card.members });
  });
});

describe('move', () => {
  it('of a whole family inside the city keeps the card and moves everybody, and back', async () => {
    const home = await family();
    const { reportId } = await apply(moveWithin(home, CIGADUNG));
    expect((await again(home)).card).toMatchObject({ number: home.card.number, address: CIGADUNG });
    const areas = () =>
      rows(manager(), 'select distinct area_code from registry.resident where card_number = $1', [
        home.card.number,
      ]);
    expect(await areas()).toEqual([{ area_code: CIGADUNG.areaCode }]);
    await expectBalanced(manager());
    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
    expect((await again(home)).card.address).toEqual(home.card.address);
    expect(await areas()).toEqual([{ area_code: DAGO }]);
  });

  it('inside the city stays when the family has changed since', async () => {
    const home = await family();
    const { reportId } = await apply(moveWithin(home, CIGADUNG));
    await apply(birthOf(await again(home)));
    expect(await reverse(reportId)).toMatchObject({ needsPerson: true });
    expect((await again(home)).card.address).toEqual(CIGADUNG);
  });

  it('of a whole family out of the city closes the card with a letter, and back', async () => {
    const home = await family();
    const { reportId, registered } = await apply(moveOut(home, home.people, SEMARANG));
    expect(registered.letters).toEqual([
      { ref: '$letter', number: expect.stringMatching(/^SKPWNI\/3273\/22112026\/\d{4}$/) },
    ]);
    expect(registered.documents).toEqual([
      { kind: 'skpwni', about: { letter: registered.letters[0]!.number } },
    ]);
    expect((await again(home)).card.status).toBe('closed');
    const seen = await loadSnapshot(manager(), {
      niks: [home.people[1]!.nik],
      familyCards: [],
      childrenOf: [],
    });
    expect(seen.openLetters).toEqual([
      { number: registered.letters[0]!.number, status: 'issued', niks: [home.people[1]!.nik] },
    ]);
    expect(seen.residents[0]).toMatchObject({ status: 'moved-out', familyCardNumber: null });
    await expectBalanced(manager());
    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
    expect((await again(home)).card.members).toEqual(home.card.members);
    expect(
      await row(manager(), 'select status from registry.move_letter where report_id = $1', [reportId]),
    ).toEqual({ status: 'void' });
  });

  it('of a member brings the member back onto the same card, or without one when the family changed', async () => {
    const home = await family();
    const child = home.people[2]!;
    const first = await apply(moveOut(home, [child], SEMARANG));
    await expectBalanced(manager());
    expect(await reverse(first.reportId)).toMatchObject({ needsPerson: false });
    expect((await again(home)).card.members).toEqual(home.card.members);

    const moved = await again(home);
    const second = await apply(moveOut(moved, [moved.people[2]!], SEMARANG));
    await apply(birthOf(await again(home)));
    expect(await reverse(second.reportId)).toMatchObject({ needsPerson: true });
    expect((await again(home)).people.map((person) => person.id)).not.toContain(child.id);
    const seen = await loadSnapshot(manager(), { niks: [child.nik], familyCards: [], childrenOf: [] });
    expect(seen.residents[0]).toMatchObject({ status: 'active', familyCardNumber: null });
    // As a person would decide: back on the card.
    await apply({
      changes: [{ op: 'join-card', card: home.card.number, resident: child.id, relation: 4 }],
      documents: [],
      result: {},
      variables: {},
    });
  });

  it('whose letter another city has reserved is not undone', async () => {
    const home = await family();
    const { reportId } = await apply(moveOut(home, home.people, SEMARANG));
    await manager().query(`update registry.move_letter set status = 'reserved' where report_id = $1`, [
      reportId,
    ]);
    expect(await reverse(reportId)).toMatchObject({ needsPerson: true });
    expect(await standingRegistration(manager(), reportId)).not.toBeNull();
  });
});

describe('arrival', () => {
  it('keeps the NIK people bring, and may come again after it was undone', async () => {
    const niks: [string, string] = ['3374011005909001', '3374015005909001'];
    const { reportId, registered } = await apply(arrivalOf(niks, CIGADUNG));
    expect(registered.residents.map((resident) => resident.nik).sort()).toEqual([...niks].sort());
    await expectBalanced(manager());
    expect(await conflict(apply(arrivalOf(niks, CIGADUNG)))).toBe('NIK_TAKEN');
    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
    await expectBalanced(manager());
    const second = await apply(arrivalOf(niks, CIGADUNG), reportId);
    expect(second.registered.residents.map((resident) => resident.id).sort()).toEqual(
      registered.residents.map((resident) => resident.id).sort(),
    );
    await expectBalanced(manager());
    expect(await reverse(reportId)).toMatchObject({ needsPerson: false });
  });
});

describe('conflicts', () => {
  it('are told when the effect was computed from what is no longer so, and leave nothing behind', async () => {
    const home = await family();
    await apply(birthOf(home));
    const count = () => row(manager(), 'select count(*)::int as all from registry.posting');
    const before = await count();
    expect(await conflict(apply(deathOfHead(home)))).toBe('FAMILY_CARD_CHANGED');
    const now = await again(home);
    await apply(moveOut(now, [now.people[2]!], SEMARANG));
    expect(await conflict(apply(moveOut(now, [now.people[2]!], SEMARANG)))).toBe('RESIDENT_CHANGED');
    const leaving: EffectResult = {
      changes: [{ op: 'leave-card', card: home.card.number, resident: now.people[2]!.id, reason: 'test' }],
      documents: [],
      result: {},
      variables: {},
    };
    expect(await conflict(apply(leaving))).toBe('NOT_A_MEMBER');
    const other = await family(COUPLE);
    const join = (card: string, relation: 1 | 4): EffectResult => ({
      ...leaving,
      changes: [{ op: 'join-card', card, resident: now.people[3]!.id, relation }],
    });
    expect(await conflict(apply(join(other.card.number, 4)))).toBe('ALREADY_MEMBER');
    expect(await conflict(apply(join('3273020101019999', 4)))).toBe('FAMILY_CARD_CHANGED');
    expect(before).not.toEqual(await count());
  });

  it('answer the exhaustion of a NIK prefix', async () => {
    const home = await family(COUPLE);
    await manager().query(
      `insert into registry.serial (kind, prefix, last) values ('nik', '327302410126', 9999)`,
    );
    expect(await conflict(apply(birthOf(home, 'TERAKHIR CONTOH', '2026-01-01')))).toBe(
      'NIK_SERIAL_EXHAUSTED',
    );
  });
});

describe('under load', () => {
  it('50 births at once have 50 NIKs and 50 deed numbers, past one that came from elsewhere', async () => {
    const homes = await Promise.all(Array.from({ length: 50 }, () => family(COUPLE)));
    const births = await Promise.all(homes.map((home) => apply(birthOf(home, 'RAMAI CONTOH', '2026-10-10'))));
    const niks = births.map(
      ({ registered }) => registered.residents.find((one) => one.ref === '$child')!.nik,
    );
    expect(new Set(niks).size).toBe(50);
    expect(new Set(births.map(({ registered }) => registered.deeds[0]!.number)).size).toBe(50);
    const next = `${niks[0]!.slice(0, 12)}${Math.max(...niks.map((nik) => Number(nik.slice(12)))) + 1}`;
    await apply(arrivalOf([next, '3374015005909077'], CIGADUNG));
    const { registered } = await apply(birthOf(await family(COUPLE), 'LEWAT CONTOH', '2026-10-10'));
    expect(registered.residents.find((one) => one.ref === '$child')!.nik).toBe(String(BigInt(next) + 1n));
  });

  it('families that are locked from both ends do not die in deadlocks', async () => {
    const [left, right] = [await family(), await family()];
    const niks = [...left.people, ...right.people].map((person) => person.nik);
    const started = Date.now();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        database.dataSource.transaction(async (tx) => {
          const asked = index % 2 === 0 ? niks : [...niks].reverse();
          const cards = index % 3 === 0 ? [left.card.number] : [right.card.number, left.card.number];
          const seen = await loadSnapshot(
            tx,
            { niks: asked, familyCards: cards, childrenOf: [left.people[1]!.nik] },
            { lock: true },
          );
          const current = seen.familyCards.find((card) => card.id === left.card.id)!;
          const people = current.members.map((member) =>
            seen.residents.find((resident) => resident.id === member.residentId)!,
          );
          await applyEffect(tx, {
            reportId: randomUUID(),
            workId: randomUUID(),
            effect: birthOf({ card: current, people, snapshot: seen }, `ANAK CONTOH`, '2026-09-09'),
            today: TODAY,
            city: '32.73',
          });
        }),
      ),
    );
    expect(Date.now() - started).toBeLessThan(15_000);
    expect((await again(left)).people).toHaveLength(44);
  });
});

it('postings cannot be changed or deleted', async () => {
  await expect(
    manager().query(
      `update registry.posting set sign = -sign where id = (select min(id) from registry.posting)`,
    ),
  ).rejects.toThrow('immutable');
  await expect(
    manager().query('delete from registry.posting where id = (select min(id) from registry.posting)'),
  ).rejects.toThrow('immutable');
});
