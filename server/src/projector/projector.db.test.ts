/**
 * A projector that is stopped and killed at random under load ends with what the engine holds. The model is the contract's that is hard on
 * readers of the feed; cases are cancelled and migrated.
 */
import { rows } from '@lampid/db/kernel/rows';
import { createDataSource } from '@lampid/db/data-source';
import { createTestDatabase, type TestDatabase } from '@lampid/db/testing/test-database';
import type { EnginePort, WorkSubscription } from '@lampid/engine/engine';
import { connectEngine } from '@lampid/engine/connect-engine';
import { contractBundle } from '@lampid/engine/contract/contract-bundle';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Definitions } from '../modeling/definitions.js';
import { createLog } from '../observability/log.js';
import { createMetrics } from '../observability/metrics.js';
import { startProjector } from './start-projector.js';

const RUN = randomUUID().slice(0, 8);
const KEY = `backwards-${RUN}`;
const TOPIC = `backwards-work-${RUN}`;
const PROJECTOR = 'lampid-projector-test';

let database: TestDatabase;
let engine: EnginePort;
let subscription: WorkSubscription;

beforeAll(async () => {
  database = await createTestDatabase();
  const { env } = JSON.parse(readFileSync(process.env['LAMPID_STACK_FILE']!, 'utf8')) as {
    env: Record<string, string>;
  };
  engine = connectEngine({
    url: env['ENGINE_URL']!,
    user: env['ENGINE_USER']!,
    password: env['ENGINE_PASSWORD']!,
    databaseUrl: env['ENGINE_DATABASE_URL']!,
  });
  await engine.prepare();
  subscription = engine.subscribeWork(
    {
      workerId: KEY,
      topics: [{ topic: TOPIC, lockMs: 10_000, variables: [] }],
      concurrency: 8,
      onTrouble: () => undefined,
    },
    async () => ({ kind: 'complete', variables: {} }),
  );
});
afterAll(async () => {
  await subscription.stop(2_000);
  await engine.close();
  await database.drop();
});

/** A projector in a pool of its own, so that killing its connections kills nobody else's. */
async function ownProjector() {
  const db = await createDataSource({ url: database.url, poolSize: 3, applicationName: PROJECTOR });
  const projector = await startProjector(
    {
      ...{ db, engine, definitions: new Definitions(engine, db) },
      ...{ log: createLog({ level: 'silent', service: 'test' }), metrics: createMetrics() },
    },
    { batch: 40, pollMs: 30, keepMs: 3_600_000 },
  );
  return {
    async stop() {
      await projector.stop();
      await db.destroy();
    },
  };
}

/** As the operating system would: in the middle of whatever it does. */
async function killConnections(): Promise<void> {
  await database.dataSource.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()',
    [PROJECTOR],
  );
}

async function moveOn(businessKey: string, how: 'complete' | 'stop' | 'leave'): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { tasks } = await engine.snapshot(businessKey);
    const task = tasks.find(({ element }) => element === 'v_decide');
    if (!task) await sleep(50);
    else if (how === 'complete')
      return void (await engine.complete({ taskId: task.taskId, assignee: 'somebody', variables: {} }));
    else if (how === 'stop')
      return void (await engine.correlate({ message: `backwards-stop-${RUN}`, businessKey, variables: {} }));
    else return;
  }
  throw new Error('the case did not get to its decision');
}

async function projectedCase(reportId: string) {
  const { manager } = database.dataSource;
  const [steps, tasks, instances] = await Promise.all([
    rows<{ stepId: string; element: string; definitionId: string; ended: boolean; cancelled: boolean }>(
      manager,
      `select step_id as "stepId", element, definition_id as "definitionId", left_at is not null as ended, cancelled
       from approval.case_step where report_id = $1 order by step_id`,
      [reportId],
    ),
    rows<{ taskId: string; element: string; candidateGroups: string[] }>(
      manager,
      `select task_id as "taskId", element, candidate_groups as "candidateGroups" from approval.task
       where report_id = $1 and state <> 'ended'`,
      [reportId],
    ),
    rows<{ running: boolean }>(
      manager,
      'select ended_at is null as running from approval.case_instance where report_id = $1 and parent_id is null',
      [reportId],
    ),
  ]);
  return { steps, tasks, running: instances[0]?.running };
}

async function truth(reportId: string): Promise<Awaited<ReturnType<typeof projectedCase>>> {
  const { steps, tasks, running } = await engine.snapshot(reportId);
  return {
    steps: steps
      .map(({ stepId, element, definitionId, endedAt, cancelled }) => ({
        ...{ stepId, element, definitionId, ended: endedAt !== null, cancelled },
      }))
      .sort((one, other) => (one.stepId < other.stepId ? -1 : 1)),
    tasks,
    running,
  };
}

it('equals the engine after stops and kills under load', async () => {
  const deploy = async (version: number) =>
    engine.deploy(await contractBundle('backwards', { run: RUN, name: KEY, version }));
  const mainOf = ({ definitions }: Awaited<ReturnType<typeof deploy>>) =>
    definitions.find(({ processKey }) => processKey === KEY)!.definitionId;
  const first = mainOf(await deploy(1));
  const second = mainOf(await deploy(2));

  let projector = await ownProjector();
  let busy = true;
  const trouble = (async () => {
    for (let turn = 0; busy; turn++) {
      await sleep(120 + (turn % 5) * 90);
      if (turn % 2 === 0) await killConnections();
      else {
        await projector.stop();
        projector = await ownProjector();
      }
    }
  })();

  const cases = Array.from({ length: 24 }, (_, index) => ({
    businessKey: randomUUID(),
    how: (['complete', 'stop', 'leave'] as const)[index % 3]!,
    migrates: index % 4 === 0,
  }));
  await Promise.all(
    cases.map(async ({ businessKey, how, migrates }, index) => {
      await sleep(index * 60);
      const { caseId } = await engine.start({
        processKey: KEY,
        definitionId: first,
        businessKey,
        variables: {},
      });
      if (migrates) {
        await moveOn(businessKey, 'leave');
        const move = { fromDefinitionId: first, toDefinitionId: second, instanceIds: [caseId], mapping: {} };
        await engine.migrate(move);
      }
      await moveOn(businessKey, how);
    }),
  );
  busy = false;
  await trouble;

  const expected = await Promise.all(cases.map(({ businessKey }) => truth(businessKey)));
  expect(new Set(expected.flatMap(({ steps }) => steps.map(({ definitionId }) => definitionId))).size).toBe(
    3,
  );
  for (let tries = 0; ; tries++) {
    const seen = await Promise.all(cases.map(({ businessKey }) => projectedCase(businessKey)));
    if (tries < 100 && JSON.stringify(seen) !== JSON.stringify(expected)) {
      await sleep(100);
      continue;
    }
    expect(seen).toEqual(expected);
    break;
  }
  await projector.stop();

  const ordered = await rows<{ element: string }>(
    database.dataSource.manager,
    `select element from approval.case_step where report_id = $1 order by entered_tx, entered_pos`,
    [cases.find(({ how }) => how === 'complete')!.businessKey],
  );
  expect(ordered.map(({ element }) => element)).toEqual([
    ...['z_start', 'y_work', 'x_gate', 'w_call', 'd_begin', 'c_pass', 'b_done'],
    ...['v_decide', 'u_pass', 't_pass', 'a_end'],
  ]);
}, 120_000);
