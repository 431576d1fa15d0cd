/** The relay against a real outbox and an engine that answers as the test says. */
import { createLog } from '../observability/log.js';
import { createMetrics } from '../observability/metrics.js';
import { findIncident } from '@lampid/db/approval/incidents';
import { enqueue } from '@lampid/db/kernel/outbox';
import { retryPoison } from '@lampid/db/kernel/outbox-relay';
import { row, rows } from '@lampid/db/kernel/rows';
import { createTestDatabase, type TestDatabase } from '@lampid/db/testing/test-database';
import { EngineError, type EnginePort } from '@lampid/engine/engine';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRelay, type Relay, type RelayDeps } from './start-relay.js';

type Commands = Pick<EnginePort, 'start' | 'complete' | 'correlate' | 'isRunning'>;

let database: TestDatabase;
let relays: Relay[] = [];
/** Commands that reached the engine, in order. */
let seen: string[];
let engine: Commands;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.dataSource.query(
    'truncate kernel.outbox, approval.incident, approval.task, approval.case_step cascade',
  );
  seen = [];
  engine = {
    async start({ businessKey }) {
      seen.push(`start ${businessKey}`);
      return { caseId: 'case', definitionId: 'definition', existed: false };
    },
    async complete({ taskId, variables }) {
      seen.push(`complete ${taskId} ${String(variables['review_outcome'])}`);
      return 'completed';
    },
    async correlate({ message }) {
      seen.push(`correlate ${message}`);
      return 'correlated';
    },
    isRunning: async () => true,
  };
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
});

async function start(options: Parameters<typeof startRelay>[1] = {}): Promise<void> {
  const deps = {
    config: { DATABASE_URL: database.url },
    db: database.dataSource,
    engine: engine as EnginePort,
    log: createLog({ level: 'silent', service: 'test' }),
    metrics: createMetrics(),
    now: () => new Date(),
  } as RelayDeps;
  relays.push(await startRelay(deps, { pollMs: 50, backoffMs: 20, ...options }));
}

const put = (reportId: string, kind: string, payload: Record<string, unknown>) =>
  database.dataSource.transaction((tx) => enqueue(tx, { reportId, kind, payload, traceparent: null }));
const putStart = (reportId: string) =>
  put(reportId, 'start', { processKey: 'birth', variables: { reportId } });
const putComplete = (reportId: string, taskId: string) =>
  put(reportId, 'complete', {
    taskId,
    assignee: 'supervisor.coblong',
    variables: { review_outcome: 'approve' },
  });

async function settled(): Promise<string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const states = await rows<{ state: string }>(
      database.dataSource.manager,
      'select state from kernel.outbox order by id',
    );
    if (states.every(({ state }) => state !== 'pending')) return states.map(({ state }) => state);
    await sleep(25);
  }
  throw new Error('rows stayed pending');
}

/** A task whose step the feed says has ended. */
async function endedTask(
  reportId: string,
  taskId: string,
  end: { cancelled: boolean; assignee: string | null },
) {
  await database.dataSource.query(
    `insert into approval.task (task_id, step_id, case_id, report_id, definition_id, element) values ($1, $1, 'c', $2, 'd', 'review')`,
    [taskId, reportId],
  );
  await database.dataSource.query(
    `insert into approval.case_step (step_id, case_id, instance_id, report_id, definition_id, element, element_type, left_at, cancelled, assignee)
     values ($1, 'c', 'c', $2, 'd', 'review', 'userTask', now(), $3, $4)`,
    [taskId, reportId, end.cancelled, end.assignee],
  );
}

describe('relay', () => {
  it('delivers the rows of a case one after the other, with the deadlines of the next task', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    let variables: Record<string, unknown> = {};
    const complete = engine.complete;
    engine.start = async (command) => {
      await sleep(command.businessKey === one ? 60 : 0);
      seen.push(`start ${command.businessKey}`);
      return { caseId: 'case', definitionId: 'definition', existed: false };
    };
    engine.complete = (command) => {
      variables = command.variables;
      return complete(command);
    };
    await putStart(one);
    await putComplete(one, 'task');
    await putStart(two);
    await start();
    expect(await settled()).toEqual(['delivered', 'delivered', 'delivered']);
    expect(seen).toEqual([`start ${two}`, `start ${one}`, 'complete task approve']);
    expect(Object.keys(variables).sort()).toEqual(
      ['escalateAt', 'reassignAt', 'remindAt', 'returnUntil', 'review_outcome'].sort(),
    );
  });

  it('wakes at once when something is left in the outbox', async () => {
    await start({ pollMs: 5_000 });
    await sleep(100);
    const began = Date.now();
    await putStart(randomUUID());
    await settled();
    expect(Date.now() - began).toBeLessThan(1_500);
  });

  it('two relays deliver every row once', async () => {
    const ids = Array.from({ length: 60 }, () => randomUUID());
    for (const id of ids) await putStart(id);
    await Promise.all([start({ concurrency: 4 }), start({ concurrency: 4 })]);
    await settled();
    expect(seen.sort()).toEqual(ids.map((id) => `start ${id}`).sort());
  });

  it('tries again while the engine is down, for as long as it takes', async () => {
    let failures = 12;
    const begin = engine.start;
    engine.start = (command) => {
      if (failures-- > 0) throw new EngineError('unavailable', 'down');
      return begin(command);
    };
    await putStart(randomUUID());
    await start({ poisonAfter: 3 });
    // Down for longer than the patience with refusals.
    await database.dataSource.query(`select 1`);
    for (let tries = 0; tries < 40 && failures > 0; tries++) {
      await sleep(30);
      await database.dataSource.query(
        `update kernel.outbox set next_at = now() where state = 'pending' and leased_until is null`,
      );
      failures = Math.min(failures, 2);
    }
    expect(await settled()).toEqual(['delivered']);
  });

  it('a row that is refused for good blocks its own case only, shows an incident, and can be retried', async () => {
    const [sick, well] = [randomUUID(), randomUUID()];
    let refuse = true;
    const begin = engine.start;
    engine.start = (command) => {
      if (command.businessKey === sick && refuse) throw new EngineError('refused', 'no such process');
      return begin(command);
    };
    const id = await putStart(sick);
    await putComplete(sick, 'task');
    await putStart(well);
    await start({ poisonAfter: 2 });
    await sleep(600);
    const states = await rows<{ state: string }>(
      database.dataSource.manager,
      'select state from kernel.outbox order by id',
    );
    expect(states.map(({ state }) => state)).toEqual(['poison', 'pending', 'delivered']);
    const incident = await findIncident(database.dataSource.manager, `outbox:${id}`);
    expect(incident).toMatchObject({ kind: 'outbox-poison', reportId: sick, message: 'no such process' });

    refuse = false;
    expect(await retryPoison(database.dataSource, id)).toBe(true);
    expect(await settled()).toEqual(['delivered', 'delivered', 'delivered']);
    expect(seen.at(-1)).toBe('complete task approve');
  });

  it('a payload that no relay can read becomes poison, not a loop', async () => {
    await put(randomUUID(), 'start', { nonsense: true });
    await start({ poisonAfter: 2 });
    expect(await settled()).toEqual(['poison']);
  });

  it('a message that nobody waits for yet steps aside, and is handed over once somebody does', async () => {
    const reportId = randomUUID();
    let waiting = false;
    engine.correlate = async () => (waiting ? 'correlated' : 'no-subscription');
    engine.complete = async () => {
      waiting = true;
      seen.push('complete');
      return 'completed';
    };
    await put(reportId, 'correlate', { message: 'siak-ack', variables: { ackStatus: 'ACK' } });
    await putComplete(reportId, 'follow-up');
    await start();
    expect(await settled()).toEqual(['delivered', 'delivered']);
    expect(seen).toEqual(['complete']);
  });

  it('a message whose case has ended is an incident, unless it means nothing any more', async () => {
    const [told, cancelled] = [randomUUID(), randomUUID()];
    engine.correlate = async () => 'no-subscription';
    engine.isRunning = async () => false;
    const id = await put(told, 'correlate', { message: 'siak-ack', variables: {} });
    await put(cancelled, 'correlate', { message: 'report-cancelled', variables: {}, expires: 'with-case' });
    await start();
    expect(await settled()).toEqual(['delivered', 'delivered']);
    const incidents = await rows(
      database.dataSource.manager,
      'select incident_id, kind, report_id from approval.incident',
    );
    expect(incidents).toEqual([{ incident_id: `outbox:${id}`, kind: 'unmatched-message', report_id: told }]);
  });

  it('a task that is gone is success, unless it ended otherwise than we decided', async () => {
    const ours = randomUUID();
    const overtaken = randomUUID();
    const others = randomUUID();
    engine.complete = async () => 'gone';
    await endedTask(ours, 'ours', { cancelled: false, assignee: 'supervisor.coblong' });
    await endedTask(overtaken, 'overtaken', { cancelled: true, assignee: null });
    await endedTask(others, 'others', { cancelled: false, assignee: 'somebody.else' });
    await putComplete(ours, 'ours');
    await putComplete(overtaken, 'overtaken');
    await putComplete(others, 'others');
    await start();
    expect(await settled()).toEqual(['delivered', 'delivered', 'delivered']);
    const incidents = await rows(
      database.dataSource.manager,
      'select incident_id, kind, element from approval.incident order by incident_id',
    );
    expect(incidents).toEqual([
      { incident_id: 'decision:others', kind: 'decision-overtaken', element: 'review' },
      { incident_id: 'decision:overtaken', kind: 'decision-overtaken', element: 'review' },
    ]);
  });

  it('waits for the feed to tell how a gone task ended', async () => {
    const reportId = randomUUID();
    engine.complete = async () => 'gone';
    await putComplete(reportId, 'late');
    await start();
    await sleep(300);
    const waiting = await row<{ state: string }>(
      database.dataSource.manager,
      'select state from kernel.outbox',
    );
    expect(waiting!.state).toBe('pending');
    await endedTask(reportId, 'late', { cancelled: false, assignee: 'supervisor.coblong' });
    expect(await settled()).toEqual(['delivered']);
  });
});
