import { randomUUID } from 'node:crypto';
import type { Newcomer } from '@lampid/domain/registry/likeness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFamily, COUPLE_WITH_CHILDREN } from '../testing/families.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { comparedPairs, findDuplicates, keepDuplicates } from './duplicates.js';
import { insertReport } from './report.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());
const manager = () => database.dataSource.manager;

async function report(status: 'in_review' | 'completed' = 'in_review'): Promise<string> {
  const id = randomUUID();
  await insertReport(manager(), {
    ...{ id, type: 'birth', areaCode: '32.73.02.1004', status, data: {}, revision: 1, title: 'X' },
    ...{ createdBy: 'operator.dago', createdAt: new Date(), ticket: `T-${id.slice(0, 8)}`, searchText: '' },
  } as never);
  return id;
}

async function recorded(): Promise<{ id: string; newcomer: Newcomer }> {
  const { people } = await addFamily(manager(), { areaCode: '32.73.02.1004', members: COUPLE_WITH_CHILDREN });
  const { id, name, birthDate, sex, motherName } = people[2]!;
  return { id, newcomer: { field: 'child', name, birthDate, sex, nik: null, motherName } };
}

const find = (newcomer: Newcomer, exceptReportId: string | null = null) =>
  findDuplicates(manager(), { newcomers: [newcomer], exceptReportId });

describe('whom a newcomer may be', () => {
  it('is a resident of like name, day and mother, not one of another day or with the NIK that was given', async () => {
    const { id, newcomer } = await recorded();
    expect(await find(newcomer)).toMatchObject([
      { field: 'child', residentId: id, otherReport: null, score: 100 },
    ]);
    expect(await find({ ...newcomer, birthDate: '1999-09-09' })).toEqual([]);
    expect(await find({ ...newcomer, motherName: 'SESEORANG LAIN' })).toEqual([]);
    const { nik } = (await manager().query('select nik from registry.resident where id = $1', [id]))[0] as {
      nik: string;
    };
    expect(await find({ ...newcomer, nik })).toEqual([]);
    await manager().query('update registry.resident set birth_date = birth_date + 400 where id = $1', [id]);
  });

  it('is the newcomer of another open report, but not of one that has ended', async () => {
    const newcomer: Newcomer = {
      ...{ field: 'child', name: 'AYU LESTARI', birthDate: '2026-03-04', sex: 2, nik: null },
      motherName: 'SITI AMINAH',
    };
    const [open, ended, own] = [await report(), await report('completed'), await report()];
    for (const reportId of [open, ended, own])
      await keepDuplicates(manager(), { reportId, newcomers: [newcomer], candidates: [] });
    const found = await find({ ...newcomer, name: 'Ayu Lestary', birthDate: '2026-04-03' }, own);
    expect(found).toMatchObject([{ otherReport: open, otherField: 'child', residentId: null }]);

    await keepDuplicates(manager(), { reportId: own, newcomers: [newcomer], candidates: found });
    expect(await comparedPairs(manager(), own)).toMatchObject([
      {
        newcomer: { name: 'AYU LESTARI' },
        candidate: { name: 'AYU LESTARI', reportId: open, residentId: null },
      },
    ]);
    // A corrected report is compared anew.
    await keepDuplicates(manager(), { reportId: own, newcomers: [], candidates: [] });
    expect(await comparedPairs(manager(), own)).toEqual([]);
  });
});
