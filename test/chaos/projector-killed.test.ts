/**
 * Projectors in processes of their own are stopped and killed (SIGKILL) at random while cases run on the stack's engine; then
 * their database must hold what the engine holds. The stack's own server goes on undisturbed: the projectors here have a
 * database, and with it a lock and a cursor, for themselves.
 */
import { feedPosition, moveFeedPosition } from '@lampid/db/approval/feed-position';
import { createDataSource } from '@lampid/db/data-source';
import { insertReport } from '@lampid/db/reporting/report';
import { createTestDatabase, type TestDatabase } from '@lampid/db/testing/test-database';
import type { EnginePort, Variables, WorkSubscription } from '@lampid/engine/engine';
import { connectEngine } from '@lampid/engine/connect-engine';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { eventually } from '../src/support/eventually.js';
import { testStack } from '../src/support/stack.js';
import { startOwnProjector, type OwnProjector } from './support/own-projector.js';
import { engineTruth, enteredPath, projectedCase } from './support/projected-case.js';
import { APPROVED_PATH, DECISION, zyxModel } from './support/zyx-model.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

/** CHAOS_SEED repeats a run: the order of stops and kills, and every pause. */
const SEED = Number(process.env['CHAOS_SEED'] ?? 20_261_122);
const KEY = `zyx_${randomUUID().slice(0, 8)}`;
const GROUP = `chaos:${KEY}`;
const MODEL = { key: KEY, workTopic: `${KEY}-work`, peopleTopic: `${KEY}-people` };
const PATIENCE = { timeoutMs: 90_000, everyMs: 250 };

const STRIKES = [...Array<'SIGKILL'>(6).fill('SIGKILL'), 'SIGTERM'] as const;
const CASES_PER_STRIKE = 9;

/** What is done to a case, and the status that its report has afterwards. */
const FATES = {
  approved: 'completed',
  'returned, then approved': 'completed',
  'cancelled in the called model': 'cancelled',
  'cancelled at the decision': 'cancelled',
  'stopped by a message': 'cancelled',
  'left at the decision': 'in_review',
  'left in the called model': 'submitted',
  'migrated, then approved': 'completed',
  'migrated, then left': 'in_review',
  'failed, then tried again': 'completed',
  failed: 'submitted',
} as const;
type Fate = keyof typeof FATES;

interface Case {
  businessKey: string;
  fate: Fate;
  people: number;
  pauses: number[];
}

let database: TestDatabase;
let engine: EnginePort;
let subscription: WorkSubscription;
let projectors: OwnProjector[] = [];
let first: string;
let second: string;
const cases = new Map<string, Case>();
const failedOnce = new Set<string>();
const random = mulberry32(SEED);

beforeAll(async () => {
  const { env, databaseUrl } = testStack();
  engine = connectEngine({
    url: env['ENGINE_URL']!,
    user: env['ENGINE_USER']!,
    password: env['ENGINE_PASSWORD']!,
    databaseUrl: env['ENGINE_DATABASE_URL']!,
  });
  database = await createTestDatabase({ poolSize: 4 });
  await startWhereTheStackIs(databaseUrl);
  first = await deploy(1);
  second = await deploy(2);
  subscription = engine.subscribeWork(
    {
      workerId: KEY,
      topics: [MODEL.workTopic, MODEL.peopleTopic].map((topic) => ({ topic, lockMs: 60_000, variables: [] })),
      concurrency: 8,
      onTrouble: () => undefined,
    },
    async ({ businessKey, element }) => {
      const fails = element === 'x_work' && cases.get(businessKey)?.fate.startsWith('failed');
      if (!fails || failedOnce.has(businessKey)) return { kind: 'complete', variables: {} };
      failedOnce.add(businessKey);
      return { kind: 'failure', message: 'as the test wants it', retriesLeft: 0, retryAfterMs: 0 };
    },
  );
});

afterAll(async () => {
  for (const projector of projectors) projector.signal('SIGKILL');
  await Promise.all(projectors.map(({ gone }) => gone));
  await subscription?.stop(2_000);
  // What was left open would stay in the stack's lists.
  for (const businessKey of cases.keys())
    await cancel(businessKey).catch((error: unknown) => console.error('not cancelled', businessKey, error));
  await engine?.close();
  await database?.drop();
});

it(`projections equal the engine after stops and kills under load (CHAOS_SEED=${SEED})`, async () => {
  projectors = [startOwnProjector(database.url), startOwnProjector(database.url)];
  const lives: Promise<void>[] = [];
  for (const strike of shuffled(STRIKES)) {
    for (const one of nextCases()) lives.push(live(one));
    await strikeWhileProjecting(strike);
  }
  await Promise.all(lives);

  const keys = [...cases.keys()];
  const truth = await Promise.all(keys.map((key) => engineTruth(engine, key)));
  const definitions = new Set(truth.flatMap(({ steps }) => steps.map(({ definitionId }) => definitionId)));
  expect(definitions.size, 'both versions and the called model').toBeGreaterThanOrEqual(3);

  const projected = () => Promise.all(keys.map((key) => projectedCase(database.dataSource.manager, key)));
  const caughtUp = async () => JSON.stringify(await projected()) === JSON.stringify(truth);
  await eventually('the projections catch up', caughtUp, { ...PATIENCE, timeoutMs: 60_000 }).catch(tellWhy);
  const seen = await projected();
  keys.forEach((key, index) => {
    const about = `case ${index} (${cases.get(key)!.fate}), CHAOS_SEED=${SEED}`;
    expect(seen[index], about).toEqual(truth[index]);
  });

  for (const { businessKey, fate } of cases.values()) {
    const { status, path } = await enteredPath(database.dataSource.manager, businessKey);
    expect(status, `status of a report that was ${fate}, CHAOS_SEED=${SEED}`).toBe(FATES[fate]);
    if (fate === 'approved') expect(path, `CHAOS_SEED=${SEED}`).toEqual(APPROVED_PATH);
  }
});

/** The feed of a stack in use is long: what happened before this test is nothing that it looks at. */
async function startWhereTheStackIs(stackUrl: string): Promise<void> {
  const stack = await createDataSource({ url: stackUrl, poolSize: 1, applicationName: 'lampid-chaos' });
  try {
    const to = await feedPosition(stack.manager);
    await moveFeedPosition(database.dataSource.manager, { from: null, to });
  } finally {
    await stack.destroy();
  }
}

async function deploy(version: 1 | 2): Promise<string> {
  const resources = [{ name: `${KEY}.bpmn`, content: zyxModel(MODEL, version) }];
  const { definitions } = await engine.deploy({ name: KEY, resources });
  return definitions.find(({ processKey }) => processKey === KEY)!.definitionId;
}

/** A projector that only lags looks like one that lost something; this tells which. */
async function tellWhy(): Promise<void> {
  const lagMs = await engine.feed.lagMs(await feedPosition(database.dataSource.manager));
  console.error(`feed is ${lagMs} ms ahead`, ...projectors.map((projector) => `\n${projector.lastWords()}`));
}

/** One of the two projectors works, the other waits for the lock or is only starting. */
async function strikeWhileProjecting(strike: (typeof STRIKES)[number]): Promise<void> {
  const struck = await Promise.race(projectors.map((projector) => projector.reigns.then(() => projector)));
  const before = await feedPosition(database.dataSource.manager);
  await eventually(
    'the projector projects',
    async () => (await feedPosition(database.dataSource.manager)) !== before,
    { timeoutMs: 60_000, everyMs: 20 },
  );
  await sleep(random() * 600);
  struck.signal(strike);
  await struck.gone;
  projectors = [...projectors.filter((projector) => projector !== struck), startOwnProjector(database.url)];
}

function nextCases(): Case[] {
  const fates = Object.keys(FATES) as Fate[];
  return Array.from({ length: CASES_PER_STRIKE }, () => {
    const fate = fates[cases.size % fates.length]!;
    const pauses = Array.from({ length: 4 }, () => random() * 1_500);
    const one = { businessKey: randomUUID(), fate, people: 1 + Math.floor(random() * 3), pauses };
    cases.set(one.businessKey, one);
    return one;
  });
}

/** Ends when the case has come to rest. */
async function live({ businessKey, fate, people, pauses }: Case): Promise<void> {
  await insertReport(database.dataSource.manager, {
    ...{ id: businessKey, type: 'birth', areaCode: '32.73.02.1004', data: {}, createdBy: 'operator.dago' },
    ...{ status: 'submitted', submittedAt: new Date() },
  });
  await sleep(pauses[0]);
  await engine.start({
    ...{ processKey: KEY, definitionId: first, businessKey },
    variables: { reportId: businessKey, group: GROUP, people, outcome: 'none' },
  });
  if (fate.startsWith('failed')) {
    const incidentId = await untilIncident(businessKey);
    if (fate === 'failed') return;
    await sleep(pauses[1]);
    await engine.retry({ incidentId, retries: 1 });
  }
  await untilTask(businessKey, 'g_task');
  if (fate === 'left in the called model') return;
  await sleep(pauses[1]);
  if (fate === 'cancelled in the called model') return cancel(businessKey);
  await complete(businessKey, 'g_task');
  await untilTask(businessKey, DECISION[1]);
  await sleep(pauses[2]);
  switch (fate) {
    case 'left at the decision':
      return;
    case 'cancelled at the decision':
      return cancel(businessKey);
    case 'stopped by a message':
      await engine.correlate({ message: `${KEY}-stop`, businessKey, variables: {} });
      return;
    case 'migrated, then left':
      return migrate(businessKey);
    case 'migrated, then approved':
      await migrate(businessKey);
      await sleep(pauses[3]);
      return complete(businessKey, DECISION[2], 'approve');
    case 'returned, then approved':
      await complete(businessKey, DECISION[1], 'return');
      await complete(businessKey, 'g_task');
      return complete(businessKey, DECISION[1], 'approve');
    default:
      return complete(businessKey, DECISION[1], 'approve');
  }
}

function untilTask(businessKey: string, element: string): Promise<string> {
  const look = async () =>
    (await engine.snapshot(businessKey)).tasks.find((task) => task.element === element)?.taskId;
  return eventually(`${cases.get(businessKey)!.fate}: task ${element}`, look, PATIENCE);
}

function untilIncident(businessKey: string): Promise<string> {
  const look = async () => (await engine.snapshot(businessKey)).incidents[0]?.incidentId;
  return eventually(`${cases.get(businessKey)!.fate}: incident`, look, PATIENCE);
}

async function complete(businessKey: string, element: string, outcome?: 'approve' | 'return'): Promise<void> {
  const taskId = await untilTask(businessKey, element);
  const variables: Variables = outcome ? { outcome } : {};
  expect(await engine.complete({ taskId, assignee: 'somebody', variables })).toBe('completed');
}

async function cancel(businessKey: string): Promise<void> {
  if (!(await engine.isRunning(businessKey))) return;
  await engine.cancel({ caseId: await caseIdOf(businessKey), reason: 'chaos' });
}

async function migrate(businessKey: string): Promise<void> {
  await engine.migrate({
    ...{ fromDefinitionId: first, toDefinitionId: second, instanceIds: [await caseIdOf(businessKey)] },
    mapping: { [DECISION[1]]: DECISION[2] },
  });
}

/** A repeated start answers the first. */
async function caseIdOf(businessKey: string): Promise<string> {
  const { caseId } = await engine.start({ processKey: KEY, businessKey, variables: {} });
  return caseId;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
