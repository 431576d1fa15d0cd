/** The seeded months: what they leave is a register and a ledger like any other's. */
import { addDays, daysBetween } from '@lampid/domain/dates';
import { foldA9 } from '@lampid/domain/ledger/a9';
import { firstDayOf, nextMonth } from '@lampid/domain/months';
import { findEvents } from '@lampid/processes/find-events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { row, rows } from '../../kernel/rows.js';
import { loadCalendar } from '../../reference/calendar.js';
import { loadConfiguration } from '../../reference/configuration.js';
import { reverseRegistration } from '../../registry/reverse-registration.js';
import { ledgerOfMonth } from '../../reporting/queries-recap.js';
import { closeMonth } from '../../statistics/close-month.js';
import { readFrozen, villagesInLedger } from '../../statistics/closed-months.js';
import { expectBalanced } from '../../testing/balance.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { seedPeople } from '../seed-people.js';
import { reserveSyntheticSerials, seedReference } from '../seed-reference.js';
import { seedHistory } from './seed-history.js';

const TODAY = '2026-11-26';
let database: TestDatabase;
let written: number;
let pool: unknown[];
const POOL = `select e.*, c.version from reporting.example_family e
  join registry.family_card c on c.number = e.card_number order by 1`;

beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  await dataSource.transaction(async (tx) => {
    await seedReference(tx);
    await reserveSyntheticSerials(tx);
    await seedPeople(tx, { today: TODAY, city: '32.73' });
  });
  pool = await dataSource.query(POOL);
  const [calendar, config, events] = await Promise.all([
    loadCalendar(dataSource),
    loadConfiguration(dataSource, '32.73'),
    findEvents(),
  ]);
  // More than one for each family: several rounds.
  const input = { reports: 1_500, today: TODAY, calendar, config };
  written = await seedHistory(dataSource, {
    ...input,
    events: new Map(events.map(({ definition }) => [definition.id, definition])),
  });
}, 120_000);
afterAll(() => database.drop());

const query = <T>(sql: string) => rows<T>(database.dataSource.manager, sql);

it('have as many reports as asked for, completed, of every kind, and no case in the engine', async () => {
  expect(written).toBe(1_500);
  const kinds = await query<{ type: string; count: number; late: number }>(
    `select type, count(*)::int as count, count(*) filter (where status <> 'completed' or case_id is not null)::int as late
     from reporting.report group by type order by type`,
  );
  expect(kinds.map(({ type }) => type)).toEqual(['arrival', 'birth', 'death', 'move']);
  for (const { type, count, late } of kinds) {
    expect(count, type).toBeGreaterThan(100);
    expect(late, type).toBe(0);
  }
  const broken = await query(
    `select r.id from reporting.report r
     left join reporting.report_revision v on v.report_id = r.id
     left join registry.registration g on g.report_id = r.id and g.status = 'standing'
     where v.report_id is null or g.report_id is null or r.ended_at <= r.submitted_at
       or g.created_at not between r.submitted_at and r.ended_at`,
  );
  expect(broken).toEqual([]);
});

it('are data that the event types take', async () => {
  const events = new Map((await findEvents()).map(({ definition }) => [definition.id, definition]));
  const reports = await query<{ type: string; data: unknown }>('select type, data from reporting.report');
  const faults = reports.flatMap(({ type, data }) => {
    const parsed = events.get(type)!.schema.safeParse(data);
    return parsed.success ? [] : [`${type}: ${parsed.error.message}`];
  });
  expect([...new Set(faults)]).toEqual([]);
});

it('leave register and ledger equal, nothing before its cause, and the examples alone', async () => {
  await expectBalanced(database.dataSource.manager);
  expect(await database.dataSource.query(POOL)).toEqual(pool);
  const early = await query(
    `select m.id from registry.membership m join registry.resident r on r.id = m.resident_id
     where m.until < m.since or m.since < r.birth_date`,
  );
  expect(early).toEqual([]);
  const unlikely = await query(
    `select id from registry.posting where event_date > report_date or report_date >= '${TODAY}'`,
  );
  expect(unlikely).toEqual([]);
});

it('have late ones: registered in another month than they happened', async () => {
  const births = await query<{ event: string; reported: string }>(
    `select event_date::text as event, report_date::text as reported from registry.posting
     where kind = 'birth' and unit = 'person'`,
  );
  const late = births.filter(({ event, reported }) => daysBetween(event, reported) > 60).length;
  expect(late / births.length).toBeGreaterThan(0.03);
  expect(late / births.length).toBeLessThan(0.15);
  const deeds = await row<{ late: number }>(
    database.dataSource.manager,
    `select count(*)::int as late from registry.deed where number like '%-LT-%'`,
  );
  expect(deeds!.late).toBe(late);
});

it('make a report of every month whose checks hold', async () => {
  for (let month = '2026-01'; month <= '2026-11'; month = nextMonth(month)) {
    const question = { area: '32.73', month: firstDayOf(month), next: firstDayOf(nextMonth(month)) };
    const a9 = foldA9({ area: '32.73', ...(await ledgerOfMonth(database.dataSource, question)) });
    expect(
      a9.checks.filter(({ holds }) => holds === false),
      month,
    ).toEqual([]);
    expect(a9.rows.find(({ id }) => id === 'birth')!.totals.all, month).toBeGreaterThan(5);
  }
});

it('close month after month, each with the register it had', async () => {
  await database.dataSource.transaction(async (tx) => {
    for (const month of ['2026-01', '2026-02', '2026-10']) {
      const villages = await villagesInLedger(tx, { area: '32.73', month });
      for (const area of [...villages, '32.73']) {
        const { report } = await closeMonth(tx, { area, areaName: area, month, by: 'test' });
        const { checks } = readFrozen(report);
        expect(
          checks.filter(({ holds }) => holds === false),
          `${area} ${month}`,
        ).toEqual([]);
        expect(checks.find(({ id }) => id === 'R3')!.holds).toBe(true);
      }
    }
  });
});

it('can be undone like any other registration', async () => {
  const undone = await query<{ id: string }>(
    `select distinct on (r.type) r.id from reporting.report r
     join registry.registration g on g.report_id = r.id
     where not exists (select from registry.move_letter l where l.report_id = r.id)
       and not exists (select from jsonb_array_elements(g.changes->'cards') c
         join registry.family_card f on f.id = (c->>'id')::uuid where f.version <> (c->>'version')::int)
       and not exists (select from jsonb_array_elements(g.changes->'created' || (g.changes->'opened')) c
         left join registry.resident p on p.id = (c->>'id')::uuid left join registry.family_card f on f.id = (c->>'id')::uuid
         where coalesce(p.version, f.version) <> (c->>'version')::int)
     order by r.type, r.id`,
  );
  expect(undone).toHaveLength(4);
  for (const { id } of undone) {
    const { needsPerson } = await database.dataSource.transaction((tx) =>
      reverseRegistration(tx, { reportId: id, today: addDays(TODAY, 1) }),
    );
    expect(needsPerson).toBe(false);
  }
  await expectBalanced(database.dataSource.manager);
});
