import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { recordAttempts } from './attempt.js';
import { recordAudit } from './audit.js';
import { enqueue, enqueueAll, OUTBOX_CHANNEL } from './outbox.js';
import {
  forgetDelivered,
  leaseOutbox,
  markDelivered,
  markFailed,
  markPoison,
  outboxState,
  retryPoison,
} from './outbox-relay.js';
import { oncePerWork } from './processed-work.js';
import { row, rows } from './rows.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 30 });
}, 60_000);
afterAll(() => database.drop());

const work = () => ({ workId: randomUUID(), topic: 'register-event', reportId: randomUUID() });

describe('data source', () => {
  it('keeps dates as text, bigints as text and instants as Date', async () => {
    const found = await row<Record<string, unknown>>(
      database.dataSource.manager,
      `select date '2026-11-22' as day, array[date '2026-01-31'] as days, 9101012345679001::bigint as number,
         timestamptz '2026-11-22T17:00:00Z' as instant`,
    );
    expect(found).toEqual({
      day: '2026-11-22',
      days: ['2026-01-31'],
      number: '9101012345679001',
      instant: new Date('2026-11-22T17:00:00Z'),
    });
  });

  it('migrates once however many processes start', async () => {
    const { migrate } = await import('../migrations/migrate.js');
    const others = await Promise.all([database.connect(2), database.connect(2)]);
    expect(await Promise.all(others.map((other) => migrate(other)))).toEqual([[], []]);
    await Promise.all(others.map((other) => other.destroy()));
  });
});

describe('oncePerWork', () => {
  it('does the work once under parallel duplicates and gives all of them the same answer', async () => {
    const key = work();
    let runs = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        oncePerWork(database.dataSource, key, async (tx) => {
          runs += 1;
          await tx.query('select pg_sleep(0.05)');
          await recordAudit(tx, { actor: 'test', action: 'once', reportId: key.reportId });
          return { serial: runs };
        }),
      ),
    );
    expect(runs).toBe(1);
    expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.outcome.serial))).toEqual(new Set([1]));
    const audits = await rows(
      database.dataSource.manager,
      'select 1 from kernel.audit where report_id = $1',
      [key.reportId],
    );
    expect(audits).toHaveLength(1);
  });

  it('does it after a crash before commit', async () => {
    const key = work();
    const crashing = await database.connect(1);
    const crash = oncePerWork(crashing, key, async (tx) => {
      await recordAudit(tx, { actor: 'test', action: 'crashed', reportId: key.reportId });
      // What a SIGKILL looks like from the database: the connection ends in the middle of the transaction.
      await database.dataSource.query(
        'select pg_terminate_backend(pid) from (select $1::int as pid) as victim',
        [(await row<{ pid: number }>(tx, 'select pg_backend_pid() as pid'))!.pid],
      );
      return 'never';
    });
    await expect(crash).rejects.toThrow();
    await crashing.destroy().catch(() => undefined);
    const answer = await oncePerWork(database.dataSource, key, async () => 'done');
    expect(answer).toEqual({ outcome: 'done', repeated: false });
    expect(
      await rows(database.dataSource.manager, 'select 1 from kernel.audit where report_id = $1', [
        key.reportId,
      ]),
    ).toHaveLength(0);
  });

  it('forgets a run that threw', async () => {
    const key = work();
    const failing = oncePerWork(database.dataSource, key, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await oncePerWork(database.dataSource, key, async () => null)).repeated).toBe(false);
    expect(await oncePerWork(database.dataSource, key, async () => 'other')).toEqual({
      outcome: null,
      repeated: true,
    });
  });
});

describe('outbox', () => {
  const entry = (reportId: string, kind: string) => ({ reportId, kind, payload: { kind } });
  const lease = () => leaseOutbox(database.dataSource, { limit: 100, leaseMs: 60_000 });

  it('gives a case row by row in order and stops a case at its poison row only', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await database.dataSource.transaction(async (tx) => {
      await enqueue(tx, entry(first, 'start'));
      await enqueueAll(tx, [entry(first, 'complete'), entry(second, 'start')]);
    });
    const round = await lease();
    expect(round.map((row) => [row.reportId, row.kind])).toEqual([
      [first, 'start'],
      [second, 'start'],
    ]);
    expect(await lease()).toEqual([]);
    await markPoison(database.dataSource, { id: round[0]!.id, error: 'refused' });
    await markDelivered(database.dataSource, [round[1]!.id]);
    expect(await lease()).toEqual([]);
    expect(await outboxState(database.dataSource)).toMatchObject({ pending: 1, poison: 1 });
    expect(await retryPoison(database.dataSource, round[0]!.id)).toBe(true);
    expect(await retryPoison(database.dataSource, round[0]!.id)).toBe(false);
    const [again] = await lease();
    expect(again).toMatchObject({ kind: 'start', attempts: 1 });
    await markDelivered(database.dataSource, [again!.id]);
    const [next] = await lease();
    expect(next).toMatchObject({ reportId: first, kind: 'complete' });
    await markFailed(database.dataSource, { id: next!.id, delayMs: 60_000, error: 'engine down' });
    expect(await lease()).toEqual([]);
    await database.dataSource.query('update kernel.outbox set next_at = now() where id = $1', [next!.id]);
    expect(await lease()).toMatchObject([{ id: next!.id, attempts: 2 }]);
    await markDelivered(database.dataSource, [next!.id]);
    expect(await outboxState(database.dataSource)).toEqual({ pending: 0, poison: 0, lagMs: 0 });
    expect(await forgetDelivered(database.dataSource, 0)).toBe(3);
  });

  it('never leases a row to two relays, and gives a lost lease to the next', async () => {
    const reports = Array.from({ length: 200 }, () => randomUUID());
    await enqueueAll(
      database.dataSource.manager,
      reports.map((reportId) => entry(reportId, 'start')),
    );
    const taken = await Promise.all(
      Array.from({ length: 8 }, () => leaseOutbox(database.dataSource, { limit: 40, leaseMs: 60_000 })),
    );
    const ids = taken.flat().map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    await database.dataSource.query('update kernel.outbox set leased_until = now()');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const rest = await leaseOutbox(database.dataSource, { limit: 500, leaseMs: 60_000 });
    expect(new Set(rest.map((row) => row.reportId))).toEqual(new Set(reports));
  });

  it('wakes listeners when the transaction commits', async () => {
    const client = new (await import('pg')).default.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`listen ${OUTBOX_CHANNEL}`);
    const woken = new Promise((resolve) => client.once('notification', resolve));
    await enqueue(database.dataSource.manager, entry(randomUUID(), 'start'));
    await woken;
    await client.end();
  });
});

it('keeps attempts', async () => {
  const reportId = randomUUID();
  const now = new Date();
  await recordAttempts(database.dataSource, [
    {
      workId: 'w',
      stepId: 's',
      reportId,
      topic: 'notify',
      element: 'notify',
      workerId: 'test',
      startedAt: now,
      endedAt: now,
      result: 'failure',
      error: 'mail server away',
    },
  ]);
  expect(
    await row(
      database.dataSource.manager,
      'select ended_at, error from kernel.attempt where report_id = $1',
      [reportId],
    ),
  ).toEqual({ ended_at: now, error: 'mail server away' });
});
