/** However the feed is cut, repeated and shuffled, the projections end in the same rows. */
import { feedPosition, moveFeedPosition } from '@lampid/db/approval/feed-position';
import { applyBatch } from '@lampid/db/approval/projections';
import { rows } from '@lampid/db/kernel/rows';
import { insertReport, loadReport } from '@lampid/db/reporting/report';
import { createTestDatabase, type TestDatabase } from '@lampid/db/testing/test-database';
import type { FeedEvent } from '@lampid/engine/engine';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldEvents, type StatusOf } from './fold-events.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const STATUSES: Record<string, ReturnType<StatusOf>> = {
  reported: 'submitted',
  review: 'in_review',
  review2: 'awaiting_decision',
  done: 'completed',
};
const statusOf: StatusOf = (_, element) => STATUSES[element] ?? null;

/** One case: start, a task that is reassigned and migrated, a called model, an incident, the end. */
function story(reportId: string): FeedEvent[] {
  const prefix = reportId.slice(0, 8);
  const id = (name: string) => `${prefix}-${name}`;
  const caseId = id('case');
  let position = 0;
  const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString();
  const base = (transaction: number, second: number, instance = 'case', definitionId = 'birth:1') => ({
    ...{ caseId, businessKey: reportId, instanceId: id(instance), definitionId },
    processKey: instance === 'case' ? 'birth' : 'siak-sync',
    at: at(second),
    order: { transaction: String(1000 + transaction), position: position++ },
  });
  const step = (name: string, element: string, elementType: string) => ({
    ...{ stepId: id(name), element, elementType },
  });
  const entered = { parentStepId: null, calledInstanceId: null };
  const left = { cancelled: false, assignee: null };
  const task = { taskId: id('task'), stepId: id('review') };
  return [
    { kind: 'case-started', ...base(1, 0) },
    { kind: 'step-entered', ...base(1, 0), ...step('start', 'reported', 'startEvent'), ...entered },
    { kind: 'step-left', ...base(1, 0), ...step('start', 'reported', 'startEvent'), ...left },
    { kind: 'step-entered', ...base(1, 1), ...step('validate', 'validate', 'serviceTask'), ...entered },
    {
      ...{ kind: 'incident-opened', ...base(2, 2), incidentId: id('incident'), stepId: id('validate') },
      ...{ element: 'validate', incidentType: 'failedWork', message: 'no answer' },
    },
    { kind: 'incident-resolved', ...base(3, 3), incidentId: id('incident'), element: 'validate' },
    { kind: 'step-left', ...base(4, 4), ...step('validate', 'validate', 'serviceTask'), ...left },
    { kind: 'step-entered', ...base(4, 4), ...step('review', 'review', 'userTask'), ...entered },
    {
      ...{ kind: 'task-opened', ...base(4, 4), ...task, element: 'review' },
      ...{ candidateGroups: ['supervisor:32.73.02'], assignee: null, dueAt: at(50) },
    },
    {
      ...{ kind: 'task-changed', ...base(5, 5), ...task, element: 'review' },
      ...{ candidateGroups: ['verifikator:32.73'], assignee: null, dueAt: at(59) },
    },
    { kind: 'step-migrated', ...base(6, 6, 'case', 'birth:2'), stepId: id('review'), element: 'review2' },
    {
      ...{ kind: 'task-changed', ...base(6, 6, 'case', 'birth:2'), ...task, element: 'review2' },
      ...{ candidateGroups: ['verifikator:32.73'], assignee: 'verif.bandung', dueAt: at(59) },
    },
    { kind: 'task-ended', ...base(7, 7, 'case', 'birth:2'), ...task, element: 'review2' },
    {
      ...{ kind: 'step-left', ...base(7, 7, 'case', 'birth:2'), ...step('review', 'review2', 'userTask') },
      ...{ cancelled: false, assignee: 'verif.bandung' },
    },
    {
      ...{ kind: 'step-entered', ...base(7, 7, 'case', 'birth:2'), ...step('sync', 'sync', 'callActivity') },
      ...{ parentStepId: null, calledInstanceId: id('called') },
    },
    { kind: 'instance-started', ...base(7, 7, 'called', 'siak:1'), parentInstanceId: caseId },
    { kind: 'instance-ended', ...base(8, 8, 'called', 'siak:1'), how: 'completed' },
    { kind: 'step-left', ...base(8, 8, 'case', 'birth:2'), ...step('sync', 'sync', 'callActivity'), ...left },
    {
      kind: 'step-entered',
      ...base(8, 8, 'case', 'birth:2'),
      ...step('end', 'done', 'endEvent'),
      ...entered,
    },
    { kind: 'step-left', ...base(8, 8, 'case', 'birth:2'), ...step('end', 'done', 'endEvent'), ...left },
    { kind: 'case-ended', ...base(8, 8, 'case', 'birth:2'), how: 'completed' },
  ] as FeedEvent[];
}

async function newReport(): Promise<string> {
  const id = randomUUID();
  const report = { type: 'birth', areaCode: '32.73.02.1004', data: {}, createdBy: 'operator.dago' };
  await insertReport(database.dataSource.manager, {
    id,
    ...report,
    status: 'submitted',
    submittedAt: new Date(),
  });
  return id;
}

async function apply(events: FeedEvent[]): Promise<void> {
  await database.dataSource.transaction((tx) => applyBatch(tx, foldEvents(events, statusOf)));
}

/** Every projected row of the report, with the names of this story instead of its random prefix. */
async function projected(reportId: string): Promise<unknown> {
  const tables = ['case_instance', 'case_step', 'task', 'incident'];
  const all = await Promise.all(
    tables.map((table) =>
      rows<{ row: unknown }>(
        database.dataSource.manager,
        `select to_jsonb(t) - 'version' as row from approval.${table} t where report_id = $1 order by 1`,
        [reportId],
      ),
    ),
  );
  const report = (await loadReport(database.dataSource.manager, reportId))!;
  const { status, statusOrderTx, statusOrderPos, endedAt, caseId, definitionId } = report;
  const text = JSON.stringify([
    all,
    { status, statusOrderTx, statusOrderPos, endedAt, caseId, definitionId },
  ]);
  return JSON.parse(text.replaceAll(reportId, 'REPORT').replaceAll(reportId.slice(0, 8), 'X'));
}

/** Deterministic: a failure can be looked at again. */
function shuffled<T>(list: T[], seed: number): T[] {
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
  return list
    .map((value) => ({ value, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

describe('projections', () => {
  let expected: unknown;
  beforeAll(async () => {
    const reportId = await newReport();
    await apply(story(reportId));
    expected = await projected(reportId);
  });

  it('tell the whole story', () => {
    const [[instances, steps, tasks, incidents], report] = expected as [
      { row: Record<string, unknown> }[][],
      object,
    ];
    expect(report).toMatchObject({ status: 'completed', caseId: 'X-case', definitionId: 'birth:2' });
    expect(report).toHaveProperty('endedAt', '2026-11-22T08:00:08.000Z');
    expect(instances!.map(({ row }) => row['definition_id']).sort()).toEqual(['birth:2', 'siak:1']);
    expect(steps).toHaveLength(5);
    expect(steps!.every(({ row }) => row['left_at'] !== null)).toBe(true);
    expect(tasks!.map(({ row }) => row)).toEqual([
      expect.objectContaining({
        ...{ state: 'ended', element: 'review2', definition_id: 'birth:2' },
        candidate_groups: ['verifikator:32.73'],
      }),
    ]);
    expect(incidents!.map(({ row }) => row)).toEqual([
      expect.objectContaining({
        kind: 'failedWork',
        message: 'no answer',
        resolved_at: '2026-11-22T08:00:03+00:00',
      }),
    ]);
  });

  it.each([1, 2, 3, 5])('are the same in batches of %i, each applied twice', async (size) => {
    const reportId = await newReport();
    const events = story(reportId);
    for (let from = 0; from < events.length; from += size) {
      await apply(events.slice(from, from + size));
      await apply(events.slice(Math.max(0, from - 3), from + size));
    }
    expect(await projected(reportId)).toEqual(expected);
  });

  it.each(Array.from({ length: 25 }, (_, index) => index + 1))(
    'are the same in random order %i',
    async (seed) => {
      const reportId = await newReport();
      const events = shuffled([...story(reportId), ...story(reportId)], seed);
      const size = 1 + (seed % 7);
      for (let from = 0; from < events.length; from += size) await apply(events.slice(from, from + size));
      expect(await projected(reportId)).toEqual(expected);
    },
  );

  it('a case that was ended from outside is cancelled; one that had ended of its own stays as it ended', async () => {
    const [abandoned, rejected] = [await newReport(), await newReport()];
    const end = (events: FeedEvent[]): FeedEvent =>
      ({ ...events.at(-1)!, kind: 'case-ended', how: 'cancelled' }) as FeedEvent;
    const open = story(abandoned).slice(0, 9);
    await apply([...open, end(story(abandoned))]);
    await apply([...story(rejected).slice(0, -1), end(story(rejected))]);
    const statuses = await Promise.all(
      [abandoned, rejected].map((id) => loadReport(database.dataSource.manager, id)),
    );
    expect(statuses.map((report) => report!.status)).toEqual(['cancelled', 'completed']);
    expect(statuses[0]!.endedAt).not.toBeNull();
  });

  it('a decision under way is not reopened by an event that comes again', async () => {
    const reportId = await newReport();
    const opened = story(reportId).slice(0, 9);
    await apply(opened);
    const taskId = `${reportId.slice(0, 8)}-task`;
    await database.dataSource.query(
      `update approval.task set state = 'deciding', assignee = 'me' where task_id = $1`,
      [taskId],
    );
    await apply(opened);
    const [task] = await rows<{ state: string; assignee: string }>(
      database.dataSource.manager,
      'select state, assignee from approval.task where task_id = $1',
      [taskId],
    );
    expect(task).toEqual({ state: 'deciding', assignee: 'me' });
  });

  it('the cursor moves only from where the reader believed it to be', async () => {
    const { manager } = database.dataSource;
    await moveFeedPosition(manager, { from: null, to: '10' });
    await moveFeedPosition(manager, { from: '10', to: '20' });
    await expect(moveFeedPosition(manager, { from: '10', to: '30' })).rejects.toThrow('another reader');
    expect(await feedPosition(manager)).toBe('20');
  });
});
