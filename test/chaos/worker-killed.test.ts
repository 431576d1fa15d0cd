/**
 * The real worker process is killed (SIGKILL) at every point where an effect could be lost or doubled. Gates between it and the
 * engine, the database and SIAK tell when the point is reached; another worker then finishes the case.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decide, submitExample, untilStatus, type ReportView } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { stackProcess, testStack } from '../src/support/stack.js';
import { openHttpGate, type Exchange, type Gate, type Verdict } from './support/http-gate.js';
import { startOwnProcess, type OwnProcess } from '../src/support/own-process.js';
import { openPostgresGate, type Notes, type PostgresGate } from './support/postgres-gate.js';
import { appQuery, expireLocksOf, siakPostings, traceOf } from './support/register.js';

interface Points {
  engineRequest?: (exchange: Exchange) => Promise<Verdict> | Verdict;
  engineResponse?: (exchange: Exchange & { responseBody: string }) => Promise<Verdict> | Verdict;
  siakRequest?: (exchange: Exchange) => Promise<Verdict> | Verdict;
  siakResponse?: (exchange: Exchange) => Promise<Verdict> | Verdict;
  statement?: (text: string, notes: Notes) => Promise<void> | void;
}

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let worker: OwnProcess;
let open: (Gate | PostgresGate)[] = [];
let reached: Promise<void>;
let reach: () => void;
/** Workers whose locks are to end. */
const lost: number[] = [];
let expiring: NodeJS.Timeout;

/** The point is reached: the process dies here, and the connection with it. */
function strike(): Verdict {
  worker.kill();
  reach();
  return 'cut';
}

const never = () => new Promise<void>(() => undefined);

async function startBehindGates(points: Points): Promise<void> {
  const { engine, databaseUrl, simulatorUrl } = testStack();
  const database = await openPostgresGate({
    target: databaseUrl,
    beforeStatement: async (text, notes) => {
      if (text.includes('START TRANSACTION')) notes.delete('topic');
      const topic = /insert into kernel\.processed_work[\s\S]*?(register-event|sync-dukcapil)/.exec(
        text,
      )?.[1];
      if (topic) notes.set('topic', topic);
      await points.statement?.(text, notes);
    },
  });
  const engineGate = await openHttpGate({
    target: engine.url,
    ...(points.engineRequest ? { beforeRequest: points.engineRequest } : {}),
    ...(points.engineResponse ? { beforeResponse: points.engineResponse } : {}),
  });
  const siak = await openHttpGate({
    target: simulatorUrl,
    ...(points.siakRequest ? { beforeRequest: points.siakRequest } : {}),
    ...(points.siakResponse ? { beforeResponse: points.siakResponse } : {}),
  });
  open = [database, engineGate, siak];
  worker = startOwnProcess('workers', {
    DATABASE_URL: database.url,
    ENGINE_URL: engineGate.url,
    DUKCAPIL_URL: siak.url,
  });
}

/** Topic of the work item that this request completes, as far as its effect is committed. */
async function completedTopic({ method, path }: Exchange): Promise<string | null> {
  const id = /\/external-task\/([^/]+)\/complete$/.exec(path)?.[1];
  if (method !== 'POST' || !id) return null;
  const [row] = await appQuery<{ topic: string }>(
    'select topic from kernel.processed_work where work_id = $1',
    [id],
  );
  return row?.topic ?? null;
}

const handsOut = (body: string, topic: string) => body.includes(`"topicName":"${topic}"`);
const postsEvent = ({ path }: Exchange) => path === '/sim/siak/v1/peristiwa';
const commits = (text: string, notes: Notes, topic: string) =>
  text.includes('COMMIT') && notes.get('topic') === topic;

beforeAll(() => {
  expiring = setInterval(() => {
    if (lost.length > 0) expireLocksOf(lost).catch(() => undefined);
  }, 500);
});

beforeEach(async () => {
  reached = new Promise((resolve) => (reach = resolve));
  await stackProcess('workers').stop();
});

afterEach(async () => {
  worker.thaw();
  worker.kill();
  await worker.gone;
  lost.push(worker.pid);
  await Promise.all(open.map((gate) => gate.close()));
});

afterAll(async () => {
  clearInterval(expiring);
  await startStackWorker();
});

async function startStackWorker(): Promise<void> {
  await stackProcess('workers')
    .start()
    .catch((error: unknown) => {
      if (!String(error).includes('is up already')) throw error;
    });
}

/** A birth, reported and approved, up to the point; then finished by a worker that nothing happens to. */
async function birthKilledAt(points: Points): Promise<ReportView> {
  await startBehindGates(points);
  const report = await submitExample('birth');
  await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await reached;
  await worker.gone;
  await finish();
  return untilStatus(report.id, 'completed');
}

async function finish(): Promise<void> {
  lost.push(worker.pid);
  await startStackWorker();
}

async function expectOnce(report: ReportView): Promise<void> {
  expect(await traceOf(report.id)).toEqual({ residents: 1, deeds: 1, postings: 1, registrations: 1 });
  expect(await siakPostings(report.id)).toBe(1);
}

/** Hits only the first time: the point may come by again in the finishing worker's gates, which are others. */
describe('register-event, killed', () => {
  const topic = 'register-event';

  it('after the lock', async () => {
    await expectOnce(
      await birthKilledAt({
        engineResponse: ({ path, responseBody }) =>
          path.endsWith('/fetchAndLock') && handsOut(responseBody, topic) ? strike() : 'pass',
      }),
    );
  });

  it('before the transaction', async () => {
    let handedOut = false;
    await expectOnce(
      await birthKilledAt({
        engineResponse: ({ path, responseBody }) => {
          handedOut ||= path.endsWith('/fetchAndLock') && handsOut(responseBody, topic);
          return 'pass';
        },
        statement: (text) => {
          if (!handedOut || !text.includes('START TRANSACTION')) return;
          strike();
          return never();
        },
      }),
    );
  });

  it('before the commit', async () => {
    await expectOnce(
      await birthKilledAt({
        statement: (text, notes) => {
          if (!commits(text, notes, topic)) return;
          strike();
          return never();
        },
      }),
    );
  });

  it('after the commit, before complete', async () => {
    await expectOnce(
      await birthKilledAt({
        engineRequest: async (exchange) => ((await completedTopic(exchange)) === topic ? strike() : 'pass'),
      }),
    );
  });

  it('after complete, before the reply is read', async () => {
    await expectOnce(
      await birthKilledAt({
        engineResponse: async (exchange) => ((await completedTopic(exchange)) === topic ? strike() : 'pass'),
      }),
    );
  });

  it('not killed but frozen past its lock, while another does the work', async () => {
    let held = false;
    let letGo = () => {};
    const released = new Promise<void>((resolve) => (letGo = resolve));
    await startBehindGates({
      statement: async (text, notes) => {
        if (held || !commits(text, notes, topic)) return;
        held = true;
        worker.freeze();
        reach();
        await released;
      },
    });
    const report = await submitExample('birth');
    await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await reached;
    await finish();
    // The second worker has the item and waits for the first one's transaction.
    await sleep(1_000);
    letGo();
    worker.thaw();
    const done = await untilStatus(report.id, 'completed');
    await expectOnce(done);
  });
});

describe('sync-dukcapil, killed', () => {
  const topic = 'sync-dukcapil';

  it('before the posting is sent', async () => {
    await expectOnce(
      await birthKilledAt({ siakRequest: (exchange) => (postsEvent(exchange) ? strike() : 'pass') }),
    );
  });

  it('once the posting is sent, and once its 202 is there but unread', async () => {
    let posted = false;
    await expectOnce(
      await birthKilledAt({
        siakResponse: (exchange) => {
          if (!postsEvent(exchange)) return 'pass';
          posted = true;
          return strike();
        },
      }),
    );
    expect(posted).toBe(true);
  });

  it('when the acknowledgement is here before complete', async () => {
    await expectOnce(
      await birthKilledAt({
        engineRequest: async (exchange) => {
          if ((await completedTopic(exchange)) !== topic) return 'pass';
          await eventually('the acknowledgement comes while the worker is about to complete', async () => {
            const [row] = await appQuery<{ known: number }>(
              `select count(*)::int as known from integration.siak_posting
               where ack_status is not null and acknowledged_at > now() - interval '20 seconds'
                 and not exists (select 1 from approval.case_step s
                   where s.report_id = siak_posting.report_id and s.element = 'ack_received')`,
            );
            return (row?.known ?? 0) > 0;
          });
          return strike();
        },
      }),
    );
  });
});
