/** Closing a month against registrations of the same moment, and what nobody may do to what is closed. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { closingOf } from '@lampid/domain/ledger/a9';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tx } from '../data-source.js';
import { row, rows } from '../kernel/rows.js';
import { setConfiguration } from '../reference/configuration.js';
import { applyEffect } from '../registry/apply-effect.js';
import { reverseRegistration } from '../registry/reverse-registration.js';
import { birthOf } from '../testing/effects.js';
import { addFamily, COUPLE_WITH_CHILDREN, familyOf, type TestFamily } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { closeMonth } from './close-month.js';
import { readFrozen, villagesInLedger } from './closed-months.js';
import { reopenMonth } from './reopen-month.js';

const TODAY = '2026-11-20';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
}, 60_000);
afterAll(() => database.drop());

const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => database.dataSource.transaction(work);
const close = (tx: Tx, area: string, month = '2026-11') =>
  closeMonth(tx, { area, areaName: area, month, by: 'admin.bandung' });
const family = (areaCode: string) =>
  inTransaction((tx) => addFamily(tx, { areaCode, members: COUPLE_WITH_CHILDREN }));

async function birth(tx: Tx, of: TestFamily): Promise<string> {
  const reportId = randomUUID();
  const effect = birthOf(await familyOf(tx, of.card.number));
  await applyEffect(tx, { reportId, workId: reportId, effect, today: TODAY, city: '32.73' });
  return reportId;
}

const datesOf = (reportId: string) =>
  rows<{ day: string; sign: number }>(
    database.dataSource.manager,
    'select report_date::text as day, sign from registry.posting where report_id = $1 order by id',
    [reportId],
  );

it('waits for a registration that is being written, and counts it', async () => {
  const home = await family('32.73.02.1001');
  let closing: ReturnType<typeof close> | undefined;
  await inTransaction(async (tx) => {
    await birth(tx, home);
    closing = inTransaction((other) => close(other, '32.73.02.1001'));
    expect(await Promise.race([closing.then(() => 'closed'), sleep(200, 'waiting')])).toBe('waiting');
  });
  const frozen = readFrozen((await closing!).report);
  expect(frozen.rows.find(({ id }) => id === 'birth')!.totals.all).toBe(1);
  expect(frozen.checks.find(({ id }) => id === 'R3')!.holds).toBe(true);
});

it('lets a registration of the same moment into the next month', async () => {
  const home = await family('32.73.02.1002');
  let born: Promise<string> | undefined;
  await inTransaction(async (tx) => {
    await close(tx, '32.73.02.1002');
    born = inTransaction((other) => birth(other, home));
    expect(await Promise.race([born.then(() => 'born'), sleep(200, 'waiting')])).toBe('waiting');
  });
  expect(await datesOf(await born!)).toEqual([{ day: '2026-12-01', sign: 1 }]);
});

it('two closings at once make one report', async () => {
  await family('32.73.02.1003');
  const both = await Promise.all([1, 2].map(() => inTransaction((tx) => close(tx, '32.73.02.1003'))));
  expect(both.map(({ version }) => version)).toEqual([1, 1]);
  expect(both[0]!.report.equals(both[1]!.report)).toBe(true);
});

it('reverses into the open month, and into its own while that is reopened', async () => {
  const area = '32.73.02.1005';
  const home = await family(area);
  const [first, second] = [
    await inTransaction((tx) => birth(tx, home)),
    await inTransaction((tx) => birth(tx, home)),
  ];
  const before = await inTransaction((tx) => close(tx, area));
  await inTransaction((tx) => reverseRegistration(tx, { reportId: first, today: '2026-12-03' }));
  expect(await datesOf(first)).toEqual([
    { day: TODAY, sign: 1 },
    { day: '2026-12-03', sign: -1 },
  ]);

  await inTransaction((tx) =>
    reopenMonth(tx, { area, month: '2026-11', by: 'admin.bandung', reason: 'Salah catat' }),
  );
  await inTransaction((tx) => reverseRegistration(tx, { reportId: second, today: '2026-12-04' }));
  expect((await datesOf(second))[1]).toEqual({ day: '2026-11-30', sign: -1 });

  const after = await inTransaction((tx) => close(tx, area));
  expect(after.version).toBe(2);
  const people = (report: Buffer) => closingOf(readFrozen(report)).wniFemale;
  expect(people(after.report)).toBe(people(before.report) - 1);
  const trace = await row(
    database.dataSource.manager,
    `select reopened_by as by, reopened_reason as reason, sha256 from statistics.closed_month
     where area_code = $1 and version = 1`,
    [area],
  );
  expect(trace).toEqual({ by: 'admin.bandung', reason: 'Salah catat', sha256: before.sha256 });
  const audited = await row(
    database.dataSource.manager,
    `select detail->>'reason' as reason from kernel.audit where action = 'month.reopened' and object = $1`,
    [`month:${area}:2026-11`],
  );
  expect(audited).toEqual({ reason: 'Salah catat' });
});

it('adds people of a demonstration to a closed beginning as an adjustment', async () => {
  const area = '32.73.02.1006';
  await family(area);
  await inTransaction((tx) => close(tx, area));
  await family(area);
  const december = readFrozen((await inTransaction((tx) => close(tx, area, '2026-12'))).report);
  expect(december.rows.find(({ id }) => id === 'adjustment')!.totals.all).toBe(4);
  expect(december.checks.map(({ holds }) => holds)).not.toContain(false);
});

it('sums up a kecamatan when all its kelurahan are closed', async () => {
  await family('32.73.18.1001');
  await family('32.73.18.1002');
  await inTransaction((tx) => close(tx, '32.73.18.1001'));
  await expect(inTransaction((tx) => close(tx, '32.73.18'))).rejects.toMatchObject({ code: 'CHILD_OPEN' });
  await inTransaction((tx) => close(tx, '32.73.18.1002'));
  const { report } = await inTransaction((tx) => close(tx, '32.73.18'));
  expect(readFrozen(report).rows.at(-1)!.totals.all).toBe(8);
  expect(await villagesInLedger(database.dataSource.manager, { area: '32.73.18', month: '2026-11' })).toEqual(
    ['32.73.18.1001', '32.73.18.1002'],
  );

  const reopened = await inTransaction((tx) =>
    reopenMonth(tx, { area: '32.73.18.1002', month: '2026-11', by: 'admin.bandung', reason: 'Uji' }),
  );
  expect(reopened).toEqual(['32.73.18.1002', '32.73.18']);
});

it('refuses postings into a closed month and any change of a frozen report', async () => {
  const refused = (sql: string) => expect(database.dataSource.query(sql)).rejects.toThrow(/closed/);
  await refused(`insert into registry.posting (kind, sign, unit, area_code, rt, rw, sex, citizenship, event_date, report_date)
    values ('birth', 1, 'person', '32.73.02.1001', '001', '001', 1, 1, '2026-11-01', '2026-11-30')`);
  await refused(`update statistics.closed_month set report = '{}'`);
  await refused(`update statistics.closed_month set reopened_reason = 'lain' where reopened_at is not null`);
  await refused('delete from statistics.closed_month');
  await refused('truncate statistics.closed_month');
});
