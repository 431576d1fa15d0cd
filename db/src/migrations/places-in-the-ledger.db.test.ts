/** Moves between RT that were not posted: the migration puts right what they left, and nothing else. */
import { foldA9 } from '@lampid/domain/ledger/a9';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { row, rows } from '../kernel/rows.js';
import { ledgerByRt } from '../reporting/queries-books.js';
import { setConfiguration } from '../reference/configuration.js';
import { Choices } from '../seed/choices.js';
import { makeFamily } from '../seed/synthetic-family.js';
import { writeFamilies } from '../seed/write-families.js';
import { expectBalanced } from '../testing/balance.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { placesInTheLedger } from './0018-places-in-the-ledger.sql.js';

const DAGO = '32.73.02.1004';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await setConfiguration(database.dataSource, { key: 'nik.serialStart', value: 9001, by: 'test' });
  const choices = new Choices('places');
  const families = Array.from({ length: 40 }, () =>
    makeFamily({ choices, areaCode: DAGO, on: '2025-12-31' }),
  );
  await database.dataSource.transaction((tx) => writeFamilies(tx, { families, openingDate: '2025-12-31' }));
}, 60_000);
afterAll(() => database.drop());

it('moves the count into the RT where people live, and the kelurahan keeps its own', async () => {
  const { dataSource } = database;
  await dataSource.query(placesInTheLedger);
  const count = async () =>
    (await row<{ lines: number }>(dataSource.manager, 'select count(*)::int as lines from registry.posting'))!
      .lines;
  const before = await count();
  await dataSource.query(
    `update registry.family_card set rt = '099', rw = '001' where id in (select id from registry.family_card order by number limit 7)`,
  );
  await expect(expectBalanced(dataSource.manager)).rejects.toThrow();

  await dataSource.query(placesInTheLedger);
  await expectBalanced(dataSource.manager);
  const moved = (await row<{ people: number }>(
    dataSource.manager,
    `select count(*)::int as people from registry.resident r join registry.family_card c on c.number = r.card_number where c.rt = '099'`,
  ))!.people;
  expect(await count()).toBe(before + 2 * moved + 2 * 7);
  const month = (
    await rows<{ month: string }>(
      dataSource.manager,
      `select distinct to_char(report_date, 'YYYY-MM') as month from registry.posting where kind = 'adjustment'`,
    )
  )[0]!.month;
  const parts = await ledgerByRt(dataSource, { area: DAGO, month: `${month}-01`, next: '9999-01-01' });
  const whole = foldA9({ area: DAGO, opening: [], movements: parts.flatMap(({ movements }) => movements) });
  expect(whole.rows.find(({ id }) => id === 'adjustment')!.totals).toEqual({
    male: 0,
    female: 0,
    all: 0,
    families: 0,
  });

  await dataSource.query(placesInTheLedger);
  expect(await count()).toBe(before + 2 * moved + 2 * 7);
});
