import { createServer } from 'node:http';
import { todayJakarta } from '@lampid/domain/dates';
import { parseNik } from '@lampid/domain/nik';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row, rows } from '../kernel/rows.js';
import { areaNames, loadActiveAreas, searchAreas } from '../reference/areas.js';
import { configurationValues, loadConfiguration } from '../reference/configuration.js';
import { expectBalanced } from '../testing/balance.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { takeDemoFamily } from './demo-families.js';
import { importAreas } from './import-areas.js';
import { seedOfficers } from './officers.js';
import { seedPeople } from './seed-people.js';
import { reserveSyntheticSerials, seedHolidays, seedReference } from './seed-reference.js';

const DAGO = '32.73.02.1004';
let database: TestDatabase;
let seconds: number;

const seed = () =>
  database.dataSource.transaction(async (tx) => {
    const { areas } = await seedReference(tx);
    await reserveSyntheticSerials(tx);
    const people = await seedPeople(tx, { today: todayJakarta(new Date()), city: '32.73' });
    const officers = await seedOfficers(tx, '32.73');
    return { areas, people, officers };
  });
const one = async <T>(sql: string, parameters: unknown[] = []) =>
  (await row<T>(database.dataSource.manager, sql, parameters))!;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 20 });
  const started = Date.now();
  await seed();
  seconds = (Date.now() - started) / 1000;
}, 120_000);
afterAll(() => database.drop());

describe('reference data', () => {
  it('has every area of the country', async () => {
    const levels = await rows(
      database.dataSource.manager,
      'select level, count(*)::int as count from reference.area where active group by level order by level',
    );
    expect(levels).toEqual([
      { level: 1, count: 38 },
      { level: 2, count: 514 },
      { level: 3, count: 7_285 },
      { level: 4, count: 83_762 },
    ]);
    expect((await loadActiveAreas(database.dataSource)).has(DAGO)).toBe(true);
    expect(await areaNames(database.dataSource, [DAGO, '99.99'])).toEqual(new Map([[DAGO, 'Dago']]));
    const found = await searchAreas(database.dataSource, { text: 'coblon', level: 3, limit: 3 });
    expect(found[0]).toMatchObject({ code: '32.73.02', name: 'Coblong' });
  });

  it('ends an area on the day of Jakarta, whatever the zone of the session', async () => {
    // East and west of Jakarta: at every hour it is another day in one of them.
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const tried = database.dataSource.transaction(async (tx) => {
        await tx.query(`set local timezone to '${zone}'`);
        await tx.query(
          `insert into reference.area (code, parent, name, level) values ('32.73.99', '32.73', 'Uji', 3)`,
        );
        await importAreas(tx);
        const ended = await row<{ day: string; now: Date }>(
          tx,
          `select valid_until as day, now() from reference.area where code = '32.73.99'`,
        );
        expect(ended!.day).toBe(todayJakarta(ended!.now));
        throw new Error('taken back');
      });
      await expect(tried).rejects.toThrow('taken back');
    }
  });

  it('has the holidays of years that have none, and leaves a year alone that somebody has put right', async () => {
    const tried = database.dataSource.transaction(async (tx) => {
      await tx.query(`update reference.holiday set day = '2027-03-09' where day = '2027-03-10'`);
      await tx.query(`delete from reference.holiday where day < '2027-01-01'`);
      await seedHolidays(tx);
      const days = await rows<{ day: string }>(tx, 'select day from reference.holiday order by day');
      const known = days.map(({ day }) => day);
      expect(known).toContain('2026-12-25');
      expect(known).toContain('2027-03-09');
      expect(known).not.toContain('2027-03-10');
      throw new Error('taken back');
    });
    await expect(tried).rejects.toThrow('taken back');
  });

  it('has a configuration that says this installation is synthetic', async () => {
    expect(await configurationValues(database.dataSource)).toMatchObject({ 'nik.serialStart': 9001 });
    expect(await loadConfiguration(database.dataSource, '32.73')).toEqual({
      city: '32.73',
      moveLetterValidDays: 100,
      moveLetterWorkingDays: true,
      moveLetterGraceDays: 30,
      keepCardNumberOnWholeMove: true,
      apostropheInNames: false,
    });
  });
});

describe('people', () => {
  it('are 5,000, in time, and the same people again are none', async () => {
    expect(await one('select count(*)::int as count from registry.resident')).toEqual({ count: 5_000 });
    expect(seconds).toBeLessThan(30);
    expect(await seed()).toEqual({ areas: 0, people: 0, officers: 0 });
  });

  it('have NIKs that fit them, with serials from 9001 and none that the simulator reserves', async () => {
    const people = await rows<{ nik: string; sex: number; birthDate: string; area: string }>(
      database.dataSource.manager,
      'select nik, sex, birth_date as "birthDate", area_code as area from registry.resident',
    );
    for (const person of people) {
      const parts = parseNik(person.nik)!;
      expect(Number(parts.serial)).toBeGreaterThanOrEqual(9001);
      expect(person.nik).not.toMatch(/90(1[1-5]|99)$/);
      expect(parts.sex).toBe(person.sex);
      expect(person.nik.slice(6, 12)).toContain(person.birthDate.slice(2, 4));
      expect(parts.districtCode).toBe(person.area.slice(0, 8));
    }
  });

  it('live in families with one head each, an adult, and parents who are who they say', async () => {
    expect(
      await one(
        `select count(*)::int as cards, count(*) filter (where heads <> 1)::int as odd, max(members)::int >= 6 as large
         from (select c.id, count(*) filter (where m.relation = 1) as heads, count(*) as members
               from registry.family_card c join registry.membership m on m.card_id = c.id and m.until is null
               group by c.id) as cards`,
      ),
    ).toMatchObject({ odd: 0, large: true });
    expect(
      await one(
        `select count(*) filter (where age(r.birth_date) < interval '17 years')::int as children,
           count(*) filter (where r.marital_status = 2 and not exists (
             select 1 from registry.membership o join registry.resident s on s.id = o.resident_id
             where o.card_id = m.card_id and s.marital_status = 2 and s.sex <> r.sex))::int as "marriedAlone"
         from registry.resident r join registry.membership m on m.resident_id = r.id where m.relation in (1, 3)`,
      ),
    ).toEqual({ children: 0, marriedAlone: 0 });
    expect(
      await one(
        `select count(*)::int as linked, count(*) filter (where m.sex <> 2 or m.name <> c.mother_name
             or age(c.birth_date, m.birth_date) not between interval '17 years' and interval '50 years')::int as wrong
         from registry.resident c join registry.resident m on m.nik = c.mother_nik`,
      ),
    ).toMatchObject({ wrong: 0 });
  });

  it('stand in the ledger, one posting each, before this year', async () => {
    await expectBalanced(database.dataSource.manager);
    const thisYear = todayJakarta(new Date()).slice(0, 4);
    expect(
      await one('select count(*)::int as late from registry.posting where report_date >= $1', [
        `${thisYear}-01-01`,
      ]),
    ).toEqual({ late: 0 });
  });

  it('have officers in another city as well, by its own names', async () => {
    let officers: { username: string; area: string }[] = [];
    const tried = database.dataSource.transaction(async (tx) => {
      await tx.query('delete from identity.officer');
      await seedOfficers(tx, '32.77');
      officers = await rows(tx, 'select username, area_code as area from identity.officer');
      throw new Error('taken back');
    });
    await expect(tried).rejects.toThrow('taken back');
    expect(officers).toContainEqual({ username: 'verif.cimahi', area: '32.77' });
    expect(officers).toContainEqual({ username: 'auditor', area: '32.77' });
    expect(officers).toContainEqual({ username: 'supervisor.cimahiselatan', area: '32.77.01' });
    expect(officers.some(({ area }) => area.startsWith('32.73'))).toBe(false);
  });

  it('have officers in every pilot area', async () => {
    const officers = await rows<{ username: string; role: string; area: string }>(
      database.dataSource.manager,
      'select username, role, area_code as area from identity.officer where demo order by username',
    );
    expect(officers).toContainEqual({ username: 'operator.dago', role: 'operator', area: DAGO });
    expect(officers).toContainEqual({ username: 'kadis.bandung', role: 'kadis', area: '32.73' });
    const without = await one(
      `select count(distinct r.area_code)::int as count from registry.resident r
       where not exists (select 1 from identity.officer o where o.area_code = r.area_code and o.role = 'operator')
          or not exists (select 1 from identity.officer o where o.area_code = left(r.area_code, 8) and o.role = 'supervisor')`,
    );
    expect(without).toEqual({ count: 0 });
  });
});

describe('demo families', () => {
  it('are never given twice, fit every event, and grow when they run low, known to Dukcapil first', async () => {
    const told: string[] = [];
    const simulator = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const { residents } = JSON.parse(body) as { residents: { noKk: string }[] };
        told.push(...residents.map((resident) => resident.noKk));
        response.end(JSON.stringify({ changed: residents.length }));
      });
    });
    await new Promise<void>((resolve) => simulator.listen(0, '127.0.0.1', resolve));
    const { port } = simulator.address() as { port: number };
    const dukcapilUrl = `http://127.0.0.1:${port}`;
    const before = (await one<{ count: number }>('select count(*)::int as count from registry.family_card'))
      .count;
    const seeded = new Set(
      (
        await rows<{ number: string }>(database.dataSource.manager, 'select number from registry.family_card')
      ).map((card) => card.number),
    );
    const families = await Promise.all(
      Array.from({ length: 200 }, () => takeDemoFamily(database.dataSource, { areaCode: DAGO, dukcapilUrl })),
    );
    simulator.close();
    expect(new Set(families.map((family) => family.cardNumber)).size).toBe(200);
    expect(
      (await one<{ count: number }>('select count(*)::int as count from registry.family_card')).count,
    ).toBeGreaterThan(before);
    for (const { cardNumber, registry, neighbours } of families) {
      if (!seeded.has(cardNumber)) expect(told).toContain(cardNumber);
      const card = registry.familyCards[0]!;
      expect(card).toMatchObject({ number: cardNumber, status: 'active', address: { areaCode: DAGO } });
      const [head, wife] = registry.residents;
      expect(card.members[0]).toMatchObject({ residentId: head!.id, relation: 1 });
      expect(wife).toMatchObject({ sex: 2, maritalStatus: 2, status: 'active' });
      expect(registry.residents.some((resident) => resident.motherNik === wife!.nik)).toBe(true);
      expect(neighbours.familyCards[0]!.number).not.toBe(cardNumber);
    }
    await expectBalanced(database.dataSource.manager);
  }, 60_000);

  it('are refused where nobody was seeded', async () => {
    await expect(takeDemoFamily(database.dataSource, { areaCode: '11.01.01.2001' })).rejects.toThrow(
      'no demo family',
    );
  });
});
