import { QueryFailedError } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepared } from './kernel/prepared.js';
import { rows } from './kernel/rows.js';
import { createTestDatabase, type TestDatabase } from './testing/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 2 });
  await database.dataSource.query('create table person (nik text primary key, age int check (age > 0))');
}, 60_000);
afterAll(() => database.drop());

const INSERT = prepared('test.insert', 'insert into person values ($1, $2) returning nik');
const UPDATE = prepared('test.update', 'update person set age = $2 where nik = $1 returning age');

it('runs registered statements as prepared ones, with the same answers', async () => {
  const { manager } = database.dataSource;
  expect(await rows(manager, INSERT, ['a', 1])).toEqual([{ nik: 'a' }]);
  expect(await rows(manager, UPDATE, ['a', 2])).toEqual([{ age: 2 }]);
  await database.dataSource.transaction(async (tx) => {
    expect(await rows(tx, UPDATE, ['a', 3])).toEqual([{ age: 3 }]);
  });
  const known = await rows<{ name: string }>(
    manager,
    `select name from pg_prepared_statements where name like 'test.%' order by name`,
  );
  expect(known.map((statement) => statement.name)).toEqual(['test.insert', 'test.update']);
  expect(() => prepared('test.insert', 'select 1')).toThrow('two statements');
});

it.each([
  ['prepared', INSERT],
  ['plain', 'insert into person (nik, age) values ($1, $2)'],
])('keeps values out of the error of a failed %s statement', async (_, sql) => {
  const secret = '3273024101909001';
  const { manager } = database.dataSource;
  await manager.query('insert into person values ($1, 5) on conflict do nothing', [secret]);
  for (const age of [6, -1]) {
    const error = await manager.query(sql, [secret, age]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QueryFailedError);
    const { driverError } = error as QueryFailedError<Error & { code: string; constraint: string }>;
    expect(driverError.code).toMatch(/^235(05|14)$/);
    expect(driverError.constraint).toMatch(/^person_/);
    const everything = JSON.stringify([
      error,
      driverError,
      (error as Error).message,
      Object.values(error as object),
      Object.values(driverError),
    ]);
    expect(everything).not.toContain(secret);
  }
});
