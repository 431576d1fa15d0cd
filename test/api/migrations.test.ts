/** Running cases go on in another version of their model: planned, tried dry, approved by a second person, undone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { deployDrawnBirth, deployRenamedBirth } from '../src/support/birth-versions.js';
import {
  decide,
  pathOf,
  submitExample,
  untilStatus,
  untilTask,
  type ReportView,
} from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import type { DemoUser } from '../src/support/token.js';

const ROOT = '/api/v1/migrations';
type Mapping = Record<string, string | null>;
interface Version {
  definitionId: string;
  version: number;
}

let drawn: Version;
let renamed: Version;
/** Claimed; returned to the operator; to be finished; to be returned on the new version. */
let claimed: ReportView;
let returned: ReportView;
let finished: ReportView;
let goesOn: ReportView;
let mapping: Mapping;

const supervisor = 'supervisor.coblong' as const;
const returning = { user: supervisor, outcome: 'return', note: 'Nama belum benar' } as const;

async function task(reportId: string, step: string, user: DemoUser = supervisor) {
  const { id } = await untilTask(reportId, step, user);
  return (await (await as(user)).get(`/api/v1/tasks/${id}`).expect(200)).body;
}

async function untilDone(id: string) {
  return eventually(
    'the migration is done',
    async () => {
      const { body } = await (await as('auditor')).get(`${ROOT}/${id}`).expect(200);
      return body.state === 'done' && body;
    },
    { timeoutMs: 60_000 },
  );
}

async function casesOf(id: string) {
  const { body } = await (await as('admin.bandung')).get(`${ROOT}/${id}/cases`).expect(200);
  return new Map(
    (body.items as { ticket: string; state: string; reason: { code: string } | null }[]).map(
      ({ ticket, state, reason }) => [ticket, reason ? `${state} ${reason.code}` : state],
    ),
  );
}

beforeAll(async () => {
  drawn = await deployDrawnBirth();
  [claimed, returned, finished, goesOn] = (await Promise.all(
    ['birth', 'birth', 'birth', 'birth'].map((type) => submitExample(type)),
  )) as [ReportView, ReportView, ReportView, ReportView];
  await decide({ reportId: returned.id, step: 'review', ...returning });
  await untilStatus(returned.id, 'returned');
  for (const { id } of [claimed, finished, goesOn]) await untilTask(id, 'review', supervisor);
  const { id } = await untilTask(claimed.id, 'review', supervisor);
  await (await as(supervisor)).post(`/api/v1/tasks/${id}/claim`).expect(200);
  renamed = await deployRenamedBirth();
}, 180_000);
afterAll(async () => {
  await deployDrawnBirth();
});

describe('a plan', () => {
  it('finds the renamed step again and tells what will look different', async () => {
    const analyst = await as('analyst');
    const versions = { source: drawn.definitionId, target: renamed.definitionId };
    const { body } = await analyst.post(`${ROOT}/plan`).send(versions).expect(200);
    expect(body.mapping).toMatchObject({ review: 'judge', fix: 'fix', sync: 'sync' });
    expect(body.how).toMatchObject({ review: 'alike', fix: 'same' });
    expect(body.running).toBe(4);
    expect(body.remarks).toEqual([
      expect.objectContaining({ element: 'review', kind: 'notice', code: 'OTHER_NAME' }),
    ]);
    mapping = { ...body.mapping, fix: null, return_limit: null };
  });

  it('is refused by the engine where the models do not allow it', async () => {
    const wrong = { ...mapping, remind_due: 'special_remind_due' };
    const wish = { source: drawn.definitionId, target: renamed.definitionId, mapping: wrong };
    const analyst = await as('analyst');
    const { body } = await analyst.post(`${ROOT}/dry-run`).send(wish).expect(200);
    expect(body.remarks).toContainEqual(
      expect.objectContaining({ element: 'remind_due', kind: 'fault', code: 'ENGINE_REFUSED' }),
    );
    const refused = await analyst
      .post(ROOT)
      .send({ ...wish, reason: 'Langkah baru' })
      .expect(422);
    expect(refused.body.errors).toContainEqual(
      expect.objectContaining({ field: 'remind_due', code: 'ENGINE_REFUSED' }),
    );
  });

  it('needs two versions of one model', async () => {
    const analyst = await as('analyst');
    const same = { source: drawn.definitionId, target: drawn.definitionId };
    await analyst.post(`${ROOT}/plan`).send(same).expect(422);
    const { body } = await analyst.get('/api/v1/processes/death/versions').expect(200);
    const death = { source: drawn.definitionId, target: body.items[0].definitionId };
    await analyst.post(`${ROOT}/plan`).send(death).expect(422);
    await analyst
      .post(`${ROOT}/plan`)
      .send({ ...same, target: 'birth:999:none' })
      .expect(404);
  });
});

it('a dry run says where cases would stand, which cannot and why, and moves nothing', async () => {
  const wish = { source: drawn.definitionId, target: renamed.definitionId, mapping };
  const { body } = await (await as('analyst')).post(`${ROOT}/dry-run`).send(wish).expect(200);
  expect(body).toMatchObject({ running: 4, judged: 4, moves: 3 });
  expect(body.steps).toContainEqual({ element: 'review', cases: 3, to: 'judge' });
  expect(body.steps).toContainEqual({ element: 'fix', cases: 1, to: null });
  expect(body.obstacles).toEqual([
    expect.objectContaining({ code: 'NO_TARGET', cases: 1, tickets: [returned.ticket], later: false }),
  ]);
  const elsewhere = await (await as('analyst')).post(`${ROOT}/dry-run`).send({ ...wish, area: '32.73.01' });
  expect(elsewhere.body).toMatchObject({ running: 0, moves: 0 });
  await (
    await as('analyst')
  )
    .post(`${ROOT}/dry-run`)
    .send({ ...wish, area: '32.04' })
    .expect(404);
  expect((await task(claimed.id, 'review')).definitionId).toBe(drawn.definitionId);
});

describe('a batch', () => {
  let id: string;
  let before: { dueAt: string; assignee: string; id: string };

  it('is proposed by an analyst and approved by somebody else', async () => {
    before = await task(claimed.id, 'review');
    const wish = {
      source: drawn.definitionId,
      target: renamed.definitionId,
      mapping,
      reason: 'Langkah baru',
    };
    for (const user of ['operator.dago', 'admin.bandung', 'auditor'] as const)
      await (await as(user)).post(ROOT).send(wish).expect(403);
    const proposed = await (await as('analyst')).post(ROOT).send(wish).expect(201);
    id = proposed.body.id;
    const own = await (await as('analyst')).post(`${ROOT}/${id}/approve`).expect(403);
    expect(own.body.type).toBe('/problems/own-proposal');
    await (await as('auditor')).post(`${ROOT}/${id}/approve`).expect(403);
    await (await as('supervisor.coblong')).get(`${ROOT}/${id}`).expect(403);
    await (await as('analyst2')).post(`${ROOT}/${id}/approve`).expect(200);
    await (await as('admin.bandung')).post(`${ROOT}/${id}/approve`).expect(409);
  });

  it('moves what can be moved, and says of the rest why not', async () => {
    expect(await untilDone(id)).toMatchObject({
      ...{ proposedBy: 'analyst', decidedBy: 'analyst2' },
      counts: { moved: 3, refused: 1, waiting: 0, left: 0 },
    });
    expect(await casesOf(id)).toEqual(
      new Map([
        [returned.ticket, 'refused NO_TARGET'],
        ...[claimed, finished, goesOn].map(({ ticket }): [string, string] => [ticket, 'moved']),
      ]),
    );
  });

  it('leaves a claimed task with its officer, its due date and its id', async () => {
    const after = await task(claimed.id, 'judge');
    expect(after).toMatchObject({
      ...{ id: before.id, dueAt: before.dueAt, assignee: supervisor },
      ...{ name: 'Putuskan laporan', definitionId: renamed.definitionId },
    });
  });

  it('is told in the history of the case, on the version of each step', async () => {
    const { body } = await (await as('auditor')).get(`/api/v1/reports/${claimed.id}/replay`).expect(200);
    const versions = new Map(
      (body.items as { element: string; definitionId: string }[]).map((item) => [
        item.element,
        item.definitionId,
      ]),
    );
    expect(versions.get('validate')).toBe(drawn.definitionId);
    expect(versions.get('judge')).toBe(renamed.definitionId);
    expect(body.moves).toEqual([
      expect.objectContaining({
        ...{ by: 'analyst2', sourceId: drawn.definitionId, targetId: renamed.definitionId },
        steps: expect.arrayContaining([expect.objectContaining({ from: 'review', to: 'judge' })]),
      }),
    ]);
    expect(body.acts).toContainEqual(
      expect.objectContaining({
        ...{ action: 'case.migrated', actor: 'analyst2' },
        detail: { fromVersion: drawn.version, toVersion: renamed.version },
      }),
    );
    await eventually('the version of the case follows', async () => {
      const report = await (await as(supervisor)).get(`/api/v1/reports/${claimed.id}`).expect(200);
      return report.body.definitionId === renamed.definitionId;
    });
  });

  it('a case that was moved is finished on the new version', async () => {
    await decide({ reportId: finished.id, step: 'judge', user: supervisor, outcome: 'approve' });
    await untilStatus(finished.id, 'completed');
    const path = await pathOf(finished.id);
    expect(path).toEqual(expect.arrayContaining(['judge', 'register', 'notify']));
    expect(path).not.toContain('review');
  });

  it('the case that stayed goes on where it was', async () => {
    expect((await task(returned.id, 'fix', 'operator.dago')).definitionId).toBe(drawn.definitionId);
  });

  it('is undone for the cases that have not gone on since; the others are listed with why', async () => {
    await decide({ reportId: goesOn.id, step: 'judge', ...returning });
    await untilStatus(goesOn.id, 'returned');
    const analyst = await as('analyst');
    await analyst.post(`${ROOT}/${id}/undo`).send({ reason: 'no' }).expect(422);
    const undo = await analyst.post(`${ROOT}/${id}/undo`).send({ reason: 'Ternyata keliru' }).expect(201);
    const back: string = undo.body.id;
    await analyst.post(`${ROOT}/${id}/undo`).send({ reason: 'Ternyata keliru' }).expect(409);
    await analyst.post(`${ROOT}/${back}/approve`).expect(403);
    await (await as('admin.bandung')).post(`${ROOT}/${back}/approve`).expect(200);
    expect(await untilDone(back)).toMatchObject({ undoes: id, sourceVersion: renamed.version });
    expect(await casesOf(back)).toEqual(
      new Map([
        [claimed.ticket, 'moved'],
        [goesOn.ticket, 'refused MOVED_ON'],
        [finished.ticket, 'left ENDED'],
      ]),
    );
    expect(await task(claimed.id, 'review')).toMatchObject({
      ...{ id: before.id, dueAt: before.dueAt, assignee: supervisor, definitionId: drawn.definitionId },
    });
    await decide({ reportId: claimed.id, step: 'review', user: supervisor, outcome: 'approve' });
    await untilStatus(claimed.id, 'completed');
  });
});

it('a batch is held, resumed, rejected and cancelled only where that makes sense', async () => {
  const wish = { source: renamed.definitionId, target: drawn.definitionId, reason: 'Kembali saja' };
  const analyst = await as('analyst');
  const plan = await analyst
    .post(`${ROOT}/plan`)
    .send({ source: wish.source, target: wish.target })
    .expect(200);
  const proposal = { ...wish, mapping: plan.body.mapping, area: '32.73.01' };
  const { body } = await analyst.post(ROOT).send(proposal).expect(201);
  const admin = await as('admin.bandung');
  for (const word of ['pause', 'resume', 'cancel', 'undo'])
    await admin.post(`${ROOT}/${body.id}/${word}`).send({ reason: 'Mengapa tidak' }).expect(409);
  await admin.post(`${ROOT}/${body.id}/reject`).expect(200);
  await admin.post(`${ROOT}/${body.id}/approve`).expect(409);
  const list = await (await as('auditor')).get(`${ROOT}?limit=1`).expect(200);
  expect(list.body.items).toEqual([expect.objectContaining({ id: body.id, state: 'rejected' })]);
  expect(list.body.next).not.toBeNull();
});
