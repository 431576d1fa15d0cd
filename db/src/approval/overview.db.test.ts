import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertReport, type NewReport } from '../reporting/report.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { groupIncidents, incidentsInTurn, openIncident } from './incidents.js';
import { countOpenByArea, countOpenCases, countOpenSteps, countThroughput } from './overview.js';

let database: TestDatabase;
const CITY = { areaCode: '32.73' };

async function put(report: Partial<NewReport>): Promise<string> {
  const id = randomUUID();
  await insertReport(database.dataSource.manager, {
    ...{ id, type: 'birth', areaCode: '32.73.02.1004', data: {}, createdBy: 'operator.dago' },
    ...{ status: 'in_review', submittedAt: new Date() },
    ...report,
  });
  return id;
}

async function putStep(reportId: string, element: string, elementType: string, left = false): Promise<void> {
  await database.dataSource.query(
    `insert into approval.case_step
       (step_id, case_id, instance_id, report_id, definition_id, element, element_type, entered_at, left_at)
     values ($1, $1, $1, $2, 'birth:1', $3, $4, now(), case when $5 then now() end)`,
    [randomUUID(), reportId, element, elementType, left],
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  const dago = await put({});
  await put({ type: 'death', status: 'submitted', areaCode: '32.73.02.1001' });
  await put({ status: 'returned', areaCode: '32.73.01.1001' });
  await put({ areaCode: '32.77.01.1001' });
  await put({ status: 'draft', submittedAt: null });
  await put({ status: 'completed', endedAt: new Date() });
  await putStep(dago, 'review', 'userTask');
  await putStep(dago, 'validate', 'serviceTask', true);
  await putStep(dago, 'registration', 'subProcess');
  const message = (number: number) => `posting ${number} of ${randomUUID()} refused: 400`;
  for (const number of [1, 2])
    await openIncident(database.dataSource.manager, {
      ...{ id: `outbox:${number}`, reportId: dago, element: 'start', kind: 'outbox-poison' },
      message: message(number),
    });
  await openIncident(database.dataSource.manager, {
    ...{ id: 'inbound:1', reportId: null, element: 'siak-ack', kind: 'unmatched-message' },
    message: 'nobody waits for it',
  });
}, 60_000);
afterAll(() => database.drop());

describe('open cases', () => {
  it('are those that were submitted and have not ended, of the area', async () => {
    expect(await countOpenCases(database.dataSource, CITY)).toEqual([
      { type: 'birth', status: 'in_review', count: 1 },
      { type: 'birth', status: 'returned', count: 1 },
      { type: 'death', status: 'submitted', count: 1 },
    ]);
    expect(await countOpenCases(database.dataSource, { ...CITY, type: 'death' })).toHaveLength(1);
  });

  it('are counted for the areas right below, and for a kelurahan itself', async () => {
    const areas = async (areaCode: string) =>
      (await countOpenByArea(database.dataSource, { areaCode })).map(({ code, count, incidents }) => [
        ...[code, count, incidents],
      ]);
    expect(await areas('32.73')).toEqual([
      ['32.73.02', 2, 2],
      ['32.73.01', 1, 0],
    ]);
    expect(await areas('32.73.02')).toEqual([
      ['32.73.02.1001', 1, 0],
      ['32.73.02.1004', 1, 2],
    ]);
    expect(await areas('32.73.02.1004')).toEqual([['32.73.02.1004', 1, 2]]);
  });

  it('stand at the steps that were not left; a sub-process is no step', async () => {
    expect(await countOpenSteps(database.dataSource, CITY)).toEqual([
      expect.objectContaining({ definitionId: 'birth:1', element: 'review', count: 1, incidents: 0 }),
    ]);
    expect(await countOpenSteps(database.dataSource, { areaCode: '32.77' })).toEqual([]);
  });

  it('came in and ended today', async () => {
    const since = new Date(Date.now() - 60_000);
    expect(await countThroughput(database.dataSource, { ...CITY, since })).toEqual({
      ...{ submittedToday: 4, submittedLastHour: 4, endedToday: 1, endedLastHour: 1 },
    });
    const tomorrow = new Date(Date.now() + 86_400_000);
    expect(await countThroughput(database.dataSource, { ...CITY, since: tomorrow })).toMatchObject({
      ...{ submittedToday: 0, submittedLastHour: 4 },
    });
  });
});

describe('incidents', () => {
  it('of one cause are one group, whatever numbers their messages hold', async () => {
    const scope = { ...CITY, withoutReport: true, open: true };
    const groups = await groupIncidents(database.dataSource, { ...scope, limit: 10 });
    expect(groups.map(({ kind, count, types }) => [kind, count, types])).toEqual([
      ['outbox-poison', 2, ['birth']],
      ['unmatched-message', 1, []],
    ]);
    const filter = { ...scope, cause: groups[0]!.cause };
    const inTurn = (more: Partial<Parameters<typeof incidentsInTurn>[1]> = {}) =>
      incidentsInTurn(database.dataSource, { ...filter, after: null, limit: 1, ...more });
    const [oldest] = await inTurn();
    expect(oldest).toMatchObject({ id: 'outbox:1' });
    const after = { openedAt: oldest!.position, id: oldest!.id };
    const [second] = await inTurn({ after });
    expect(second!.id).not.toBe('outbox:1');
    expect(await inTurn({ after, openedBefore: second!.position })).toEqual([]);
    const elsewhere = { areaCode: '32.73.01', withoutReport: false, open: true, limit: 10 };
    expect(await groupIncidents(database.dataSource, elsewhere)).toEqual([]);
  });
});
