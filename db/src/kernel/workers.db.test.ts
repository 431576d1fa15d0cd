import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { forgetWorkers, listWorkers, removeWorker, reportWorker } from './workers.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());

const idle = { topic: 'notify', running: 0, finished: 0, failed: 0 };
const startedAt = new Date('2026-11-22T01:00:00Z');
const report = (workerId: string, finished: number) =>
  reportWorker(database.dataSource, {
    ...{ workerId, version: '0.1.0', startedAt },
    topics: [{ ...idle, finished }],
  });
const silentFor = (workerId: string, interval: string) =>
  database.dataSource.query('update kernel.worker set seen_at = now() - $2::interval where worker_id = $1', [
    workerId,
    interval,
  ]);

it('a worker that lives is told with what it did; silent ones are marked, and forgotten after a day', async () => {
  const [live, silent, gone, stopped] = Array.from({ length: 4 }, () => randomUUID());
  for (const id of [live!, silent!, gone!, stopped!]) await report(id, 1);
  await report(live!, 7);
  await removeWorker(database.dataSource, stopped!);
  await silentFor(silent!, '31 seconds');
  await silentFor(gone!, '25 hours');
  await forgetWorkers(database.dataSource);
  const workers = await listWorkers(database.dataSource);
  expect(workers).toEqual([
    expect.objectContaining({ workerId: live, stale: false, startedAt, topics: [{ ...idle, finished: 7 }] }),
    expect.objectContaining({ workerId: silent, stale: true }),
  ]);
  // It was only frozen: the next word makes it live.
  await report(silent!, 2);
  expect((await listWorkers(database.dataSource)).every(({ stale }) => !stale)).toBe(true);
});
