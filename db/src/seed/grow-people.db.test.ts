/** A demonstration that is made larger: as good a register as it was, and the same again adds nothing. */
import { findEvents } from '@lampid/processes/find-events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { row, rows } from '../kernel/rows.js';
import { loadCalendar } from '../reference/calendar.js';
import { loadConfiguration } from '../reference/configuration.js';
import { closeMonth } from '../statistics/close-month.js';
import { expectBalanced } from '../testing/balance.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { growPeople } from './grow-people.js';
import { seedHistory } from './history/seed-history.js';
import { seedPeople } from './seed-people.js';
import { reserveSyntheticSerials, seedReference } from './seed-reference.js';

const TODAY = '2026-11-26';
const DAGO = '32.73.02.1004';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.transaction(async (tx) => {
    await seedReference(tx);
    await reserveSyntheticSerials(tx);
    await seedPeople(tx, { today: TODAY, city: '32.73', residents: 800 });
  });
}, 60_000);
afterAll(() => database.drop());

const manager = () => database.dataSource.manager;
const grow = (residents: number, progress?: (people: number) => void) =>
  growPeople(database.dataSource, { today: TODAY, city: '32.73', residents, ...(progress && { progress }) });
const history = async (reports: number) => {
  const { dataSource } = database;
  const [calendar, config, events] = await Promise.all([
    loadCalendar(dataSource),
    loadConfiguration(dataSource, '32.73'),
    findEvents(),
  ]);
  return seedHistory(dataSource, {
    ...{ reports, today: TODAY, calendar, config },
    events: new Map(events.map(({ definition }) => [definition.id, definition])),
  });
};

it('has so many residents afterwards, evenly, and none more the second time', async () => {
  const said: number[] = [];
  expect(await grow(3_000, (people) => said.push(people))).toBe(2_200);
  expect(said.at(-1)).toBe(3_000);
  expect(await grow(3_000)).toBe(0);
  expect(await grow(100)).toBe(0);
  const villages = await rows<{ count: number }>(
    manager(),
    `select count(*)::int as count from registry.resident group by area_code`,
  );
  const counts = villages.map(({ count }) => count);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  await expectBalanced(manager());
}, 60_000);

it('goes on where it ended in the middle', async () => {
  const stop = new Error('the power is gone');
  await expect(
    grow(4_000, (people) => {
      if (people > 3_300) throw stop;
    }),
  ).rejects.toBe(stop);
  await expectBalanced(manager());
  const { count } = (await row<{ count: number }>(
    manager(),
    'select count(*)::int as count from registry.resident',
  ))!;
  expect(count).toBeGreaterThan(3_300);
  expect(await grow(4_000)).toBe(4_000 - count);
  await expectBalanced(manager());
}, 60_000);

it('has more past reports when more are asked for, each with a ticket of its own', async () => {
  expect(await history(300)).toBe(300);
  // As registers were seeded before tickets of the past were counted.
  await database.dataSource.query('delete from reporting.ticket_serial');
  expect(await history(700)).toBe(400);
  expect(await history(700)).toBe(0);
  const tickets = await row<{ given: number; counted: number }>(
    manager(),
    `select (select count(*)::int from reporting.report) as given,
       (select sum(last)::int from reporting.ticket_serial) as counted`,
  );
  expect(tickets).toEqual({ given: 700, counted: 700 });
  await expectBalanced(manager());
}, 60_000);

it('makes up nothing in closed months, and counts new people of their opening in the open one', async () => {
  await database.dataSource.transaction((tx) =>
    closeMonth(tx, { area: DAGO, areaName: 'Dago', month: '2026-10', by: 'test' }),
  );
  expect(await history(760)).toBe(60);
  const early = await row<{ count: number }>(
    manager(),
    `select count(*)::int as count from (
       select report_date from registry.posting where report_id is not null order by id desc limit 100) as last
     where report_date < '2026-11-01'`,
  );
  expect(early).toEqual({ count: 0 });
  expect(await grow(6_000)).toBeGreaterThan(1_000);
  const inDago = await rows(
    manager(),
    `select distinct kind from registry.posting where area_code = $1 and report_date >= '2026-11-01' and report_id is null`,
    [DAGO],
  );
  expect(inDago).toEqual([{ kind: 'adjustment' }]);
  await expectBalanced(manager());
}, 60_000);

it('leaves the families alone that cases of this installation are about', async () => {
  const cases = await rows<{ card: string }>(
    manager(),
    `update reporting.report set created_by = 'operator.dago' where created_by = 'seed' returning id`,
  );
  expect(cases).toHaveLength(760);
  const before = await rows<{ id: string; version: number }>(
    manager(),
    `select distinct c.id, c.version from registry.family_card c join registry.posting p on p.card_id = c.id
     where p.report_id is not null order by c.id`,
  );
  expect(await history(200)).toBe(200);
  const after = await rows(
    manager(),
    'select id, version from registry.family_card where id = any($1::uuid[]) order by id',
    [before.map(({ id }) => id)],
  );
  expect(after).toEqual(before);
}, 60_000);
