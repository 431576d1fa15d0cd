import { listWorkers } from '@lampid/db/kernel/workers';
import { createTestDatabase, type TestDatabase } from '@lampid/db/testing/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHeartbeat } from './heartbeat.js';
import { WorkTally } from './work-tally.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());

it('tells again and again what a worker does, and takes it back when it stops', async () => {
  const tally = new WorkTally(['notify']);
  const { dataSource } = database;
  const heartbeat = startHeartbeat({
    ...{ dataSource, workerId: 'worker-1', version: '0.1.0', startedAt: new Date() },
    ...{ read: () => tally.read(), logger: pino({ level: 'silent' }), everyMs: 50 },
  });
  const told = async () => (await listWorkers(dataSource))[0]?.topics[0];
  await expect.poll(told).toMatchObject({ topic: 'notify', running: 0, finished: 0 });
  const ended = tally.begin('notify');
  await expect.poll(told).toMatchObject({ running: 1 });
  ended('finished');
  await expect.poll(told).toMatchObject({ running: 0, finished: 1 });
  await heartbeat.stop();
  expect(await listWorkers(dataSource)).toEqual([]);
});
