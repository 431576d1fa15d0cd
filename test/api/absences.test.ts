/** Who is away has a deputy: their work goes on, and nobody decides what they entered. */
import { todayJakarta, addDays } from '@lampid/domain/dates';
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { createAbsence } from '@lampid/db/identity/absences';
import { newId } from '@lampid/db/kernel/new-id';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
import { submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';
import { getToken, type DemoUser } from '../src/support/token.js';

vi.setConfig({ testTimeout: 120_000 });

const today = todayJakarta(new Date());
const ABSENT = 'supervisor.coblong';
const COLLEAGUE = 'supervisor2.coblong';
/** Of another kecamatan: only an admin names them. */
const ELSEWHERE = 'supervisor.sukasari';

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 1, applicationName: 'lampid-test' });
});
afterAll(() => db?.destroy());

const made: string[] = [];
async function enter(user: DemoUser, body: object) {
  const answer = await (
    await as(user)
  )
    .post('/api/v1/absences')
    .send({ from: today, until: addDays(today, 2), ...body });
  if (answer.status === 201) made.push(answer.body.id as string);
  return answer;
}
const faultsOf = async (user: DemoUser, body: object) => {
  const { status, body: problem } = await enter(user, body);
  expect(status).toBe(422);
  return (problem.errors as { code: string; field: string }[]).map(({ code, field }) => `${code} ${field}`);
};

afterEach(async () => {
  const admin = await as('admin.bandung');
  for (const id of made.splice(0)) await admin.delete(`/api/v1/absences/${id}`);
});

async function claimed(user: DemoUser = ABSENT) {
  const report = await submitExample('birth');
  const task = await untilTask(report.id, 'review', user);
  const path = `/api/v1/tasks/${encodeURIComponent(task.id)}`;
  await (await as(user)).post(`${path}/claim`).expect(200);
  return { ...report, taskId: task.id, path };
}

describe('an officer who is away', () => {
  it('leaves the claimed tasks to the group; the deputy decides in their stead, and it is told', async () => {
    const { id, path, taskId } = await claimed();
    const deputy = await as(COLLEAGUE);
    await deputy.post(`${path}/claim`).expect(409);
    expect((await enter(ABSENT, { deputy: COLLEAGUE, reason: 'Cuti' })).status).toBe(201);

    const { body: session } = await deputy.get('/api/v1/session').expect(200);
    expect(session.deputising).toMatchObject([{ username: ABSENT, until: addDays(today, 2) }]);
    expect((await deputy.get(path).expect(200)).body).toMatchObject({ assignee: null, leftBy: ABSENT });
    await deputy.post(`${path}/claim`).expect(200);
    await deputy.post(`${path}/complete`).send({ outcome: 'approve' }).expect(200);
    await untilStatus(id, 'completed');

    const { body: history } = await deputy.get(`/api/v1/reports/${id}/history`).expect(200);
    expect(history.items.find(({ element }: { element: string }) => element === 'review')).toMatchObject({
      actor: COLLEAGUE,
      deputyOf: ABSENT,
    });
    const { body: audit } = await (await as('auditor')).get(`/api/v1/audit?reportId=${id}`).expect(200);
    const acts = audit.items as { action: string; actor: string; object: string; detail: object }[];
    expect(acts.find(({ action }) => action === 'task.released')).toMatchObject({
      ...{ actor: ABSENT, object: `task:${taskId}`, detail: { of: ABSENT, deputy: COLLEAGUE } },
    });
    expect(acts.find(({ action }) => action === 'task.completed')!.detail).toMatchObject({
      deputyOf: ABSENT,
    });
  });

  it('is no colleague to hand a task to, and own work of the deputy stays own work', async () => {
    const { id, path } = await claimed(COLLEAGUE);
    const colleague = await as(COLLEAGUE);
    expect((await enter(ABSENT, { deputy: COLLEAGUE })).status).toBe(201);
    expect((await colleague.get(`${path}/colleagues`).expect(200)).body.items).toEqual([]);
    await colleague.post(`${path}/hand`).send({ to: ABSENT }).expect(422);
    await colleague.post(`${path}/complete`).send({ outcome: 'approve' }).expect(200);
    const { body: history } = await colleague.get(`/api/v1/reports/${id}/history`).expect(200);
    const review = history.items.find(({ element }: { element: string }) => element === 'review');
    expect(review).toMatchObject({ actor: COLLEAGUE, deputyOf: null });
  });

  it('has a deputy from another area when an admin says so; with the end the tasks go back', async () => {
    const { path } = await claimed();
    expect(await faultsOf(ABSENT, { deputy: ELSEWHERE })).toEqual(['NO_DEPUTY deputy']);
    const elsewhere = await as(ELSEWHERE);
    await elsewhere.get(path).expect(404);
    const { body: absence, status } = await enter('admin.bandung', { username: ABSENT, deputy: ELSEWHERE });
    expect(status).toBe(201);

    const { body: session } = await elsewhere.get('/api/v1/session').expect(200);
    expect(session.groups).toEqual(['supervisor:32.73.01', 'supervisor:32.73.02']);
    expect((await elsewhere.get(path).expect(200)).body.assignee).toBeNull();
    const listed = (await elsewhere.get('/api/v1/tasks?limit=200').expect(200)).body.items;
    expect(listed.some(({ groups }: { groups: string[] }) => groups.includes('supervisor:32.73.02'))).toBe(
      true,
    );
    await elsewhere.post(`${path}/claim`).expect(200);
    const { body: users } = await (await as('admin.bandung')).get(`/api/v1/users?q=${ABSENT}`).expect(200);
    expect(users.items[0].awayUntil).toBe(addDays(today, 2));

    await (await as(ABSENT)).delete(`/api/v1/absences/${absence.id}`).expect(200);
    await (await as(ABSENT)).delete(`/api/v1/absences/${absence.id}`).expect(409);
    await elsewhere.get(path).expect(404);
    expect((await (await as(ABSENT)).get(path).expect(200)).body.assignee).toBeNull();
    await (await as(ABSENT)).post(`${path}/claim`).expect(200);
  });
});

it('the lists of a deputy show what the absent officer sees, for whom, while it lasts, and it is written down', async () => {
  const report = await submitExample('birth');
  await untilTask(report.id, 'review', ABSENT);
  const elsewhere = await as(ELSEWHERE);
  type Listed = { id: string; reportId: string; deputyOf: string | null; areaCode: string };
  const listed = async (path: string) => (await elsewhere.get(path).expect(200)).body.items as Listed[];
  const inReports = async () =>
    (await listed(`/api/v1/reports?q=${report.ticket}`)).find(({ id }) => id === report.id);
  const inTasks = async () =>
    (await listed(`/api/v1/tasks?q=${report.ticket}`)).find(({ reportId }) => reportId === report.id);
  expect(await inReports()).toBeUndefined();
  expect(await inTasks()).toBeUndefined();

  const { body: absence } = await enter('admin.bandung', { username: ABSENT, deputy: ELSEWHERE });
  expect(await inReports()).toMatchObject({ deputyOf: ABSENT });
  expect(await inTasks()).toMatchObject({ deputyOf: ABSENT });
  expect((await elsewhere.get(`/api/v1/reports/${report.id}`).expect(200)).body.deputyOf).toBe(ABSENT);
  for (const { areaCode, deputyOf } of await listed('/api/v1/reports?limit=200'))
    expect(deputyOf).toBe(areaCode.startsWith('32.73.01') ? null : ABSENT);

  const auditor = await as('auditor');
  const looks = async () => {
    const { body } = await auditor
      .get(`/api/v1/audit?actor=${ELSEWHERE}&action=list.viewed&limit=200`)
      .expect(200);
    return (body.items as { object: string; detail: object }[]).map(({ object, detail }) => [object, detail]);
  };
  const written = await looks();
  for (const list of ['reports', 'tasks'])
    expect(written).toContainEqual([list, { deputyOf: ABSENT, area: '32.73.02' }]);
  // Once an hour, however often the page asks.
  await Promise.all([inReports(), inTasks()]);
  expect(await looks()).toHaveLength(written.length);
  const { body: views } = await auditor
    .get(`/api/v1/audit?reportId=${report.id}&action=report.viewed`)
    .expect(200);
  expect(views.items.find(({ actor }: { actor: string }) => actor === ELSEWHERE).detail).toEqual({
    deputyOf: ABSENT,
  });

  await (await as('admin.bandung')).delete(`/api/v1/absences/${absence.id}`).expect(200);
  expect(await inReports()).toBeUndefined();
  expect(await inTasks()).toBeUndefined();
  await elsewhere.get(`/api/v1/reports/${report.id}`).expect(404);
});

it('a colleague’s own lists stay their own: only what the absent officer had is marked', async () => {
  const { id, ticket } = await claimed();
  const other = await submitExample('birth');
  await untilTask(other.id, 'review', COLLEAGUE);
  expect((await enter(ABSENT, { deputy: COLLEAGUE })).status).toBe(201);
  const colleague = await as(COLLEAGUE);
  const markOf = async (path: string, wanted: string) => {
    const { body } = await colleague.get(path).expect(200);
    const items = body.items as { id: string; reportId?: string; deputyOf: string | null }[];
    return items.find((item) => (item.reportId ?? item.id) === wanted)!.deputyOf;
  };
  expect(await markOf(`/api/v1/tasks?q=${ticket}`, id)).toBe(ABSENT);
  expect(await markOf(`/api/v1/tasks?q=${other.ticket}`, other.id)).toBeNull();
  expect(await markOf(`/api/v1/reports?q=${ticket}`, id)).toBeNull();
});

it('four eyes: who entered a report does not decide it as a deputy either', async () => {
  const { id, path } = await claimed();
  expect((await enter(ABSENT, { deputy: COLLEAGUE })).status).toBe(201);
  // As if they had entered it when they were still an operator.
  await db.query('update reporting.report set created_by = $2 where id = $1', [id, COLLEAGUE]);
  const deputy = await as(COLLEAGUE);
  await deputy.post(`${path}/claim`).expect(200);
  const { body } = await deputy.post(`${path}/complete`).send({ outcome: 'approve' }).expect(403);
  expect(body.type).toBe('/problems/own-report');
});

describe('what is refused', () => {
  it('days that make no sense', async () => {
    const yesterday = addDays(today, -1);
    expect(await faultsOf(ABSENT, { until: yesterday })).toEqual(['END_BEFORE_START until']);
    expect(await faultsOf(ABSENT, { from: addDays(today, -9), until: yesterday })).toEqual([
      'OVER_ALREADY until',
    ]);
    expect(await faultsOf(ABSENT, { until: addDays(today, 366) })).toEqual(['TOO_LONG until']);
    expect((await enter(ABSENT, { from: '2026-02-30' })).status).toBe(422);
    expect((await enter(ABSENT, { from: 'besok' })).status).toBe(422);
    expect((await enter(ABSENT, { until: addDays(today, 365) })).status).toBe(201);
  });

  it('oneself, another role, nobody, and whoever is away as well', async () => {
    expect(await faultsOf(ABSENT, { deputy: ABSENT })).toEqual(['OWN_DEPUTY deputy']);
    expect(await faultsOf(ABSENT, { deputy: 'operator.dago' })).toEqual(['NO_DEPUTY deputy']);
    expect(await faultsOf(ABSENT, { deputy: 'siapa' })).toEqual(['NO_DEPUTY deputy']);
    const [from, until] = [addDays(today, 20), addDays(today, 22)];
    expect((await enter(COLLEAGUE, { from, until })).status).toBe(201);
    const around = { from: until, until: addDays(until, 1) };
    expect(await faultsOf(ABSENT, { ...around, deputy: COLLEAGUE })).toEqual(['DEPUTY_AWAY deputy']);
    expect(await faultsOf(COLLEAGUE, around)).toEqual(['OVERLAPS from']);
    const after = { from: addDays(until, 1), until: addDays(until, 3) };
    expect((await enter(ABSENT, { ...after, deputy: COLLEAGUE })).status).toBe(201);
    expect(await faultsOf(COLLEAGUE, after)).toEqual(['IS_DEPUTY from']);
  });

  it('two that overlap, also when they are entered in the same moment', async () => {
    const days = { from: addDays(today, 40), until: addDays(today, 41) };
    const answers = await Promise.all([1, 2, 3, 4].map(() => enter(ABSENT, days)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422]);
  });

  it('what is somebody else’s: absences, reasons, and officers of no office', async () => {
    expect((await enter('operator.dago', { username: ABSENT })).status).toBe(404);
    expect((await enter('admin.bandung', { username: 'rt01.dago' })).status).toBe(404);
    expect((await enter('admin.bandung', { username: 'kadis.cimahi' })).status).toBe(404);
    for (const user of ['auditor', 'analyst', 'rt01.dago', 'rs.hasan-sadikin'] as const)
      expect((await enter(user, {})).status).toBe(403);
    const { body: own } = await enter(ABSENT, { deputy: COLLEAGUE, reason: 'Berobat' });
    await (await as(COLLEAGUE)).delete(`/api/v1/absences/${own.id}`).expect(404);
    await (await as(COLLEAGUE)).get(`/api/v1/absences?username=${ABSENT}`).expect(404);
    const reasonOf = async (user: DemoUser, query = '') => {
      const { body } = await (await as(user)).get(`/api/v1/absences${query}`).expect(200);
      return body.items.find(({ id }: { id: string }) => id === own.id).reason as string | null;
    };
    expect(await reasonOf(COLLEAGUE)).toBeNull();
    expect(await reasonOf(ABSENT)).toBe('Berobat');
    expect(await reasonOf('admin.bandung', `?username=${ABSENT}`)).toBe('Berobat');
    const { body: mine } = await (await as(ABSENT)).get('/api/v1/absences/deputies').expect(200);
    expect(mine.items.map(({ username }: { username: string }) => username)).toEqual([COLLEAGUE]);
  });
});

it('a stream of the queue that is open begins anew with the groups of the absent officer', async () => {
  const stream = await fetch(`${testStack().baseUrl}/api/v1/tasks/stream`, {
    headers: { authorization: `Bearer ${await getToken(ELSEWHERE)}` },
    signal: AbortSignal.timeout(60_000),
  });
  const ended = (async () => {
    for await (const _ of stream.body!);
    return Date.now();
  })();
  const began = Date.now();
  expect((await enter('admin.bandung', { username: ABSENT, deputy: ELSEWHERE })).status).toBe(201);
  expect((await ended) - began).toBeLessThan(45_000);
});

it('the clock releases what is claimed when the day comes, once', async () => {
  const { path, id } = await claimed();
  // Entered in advance, and the night has passed since.
  const absence = newId();
  made.push(absence);
  await createAbsence(db.manager, {
    ...{ id: absence, username: ABSENT, from: today, until: today, deputy: COLLEAGUE, reason: null },
    enteredBy: ABSENT,
  });
  const released = async () => {
    const { body } = await (
      await as('auditor')
    )
      .get(`/api/v1/audit?reportId=${id}&action=task.released`)
      .expect(200);
    return (body.items as { actor: string }[]).map(({ actor }) => actor);
  };
  await eventually('the clock released it', async () => (await released()).length > 0, { timeoutMs: 60_000 });
  expect(await released()).toEqual(['absence-clock']);
  expect((await (await as(COLLEAGUE)).get(path).expect(200)).body).toMatchObject({
    assignee: null,
    leftBy: ABSENT,
  });
  // Who takes a task during the absence keeps it: the clock has done its part.
  await (await as(ABSENT)).post(`${path}/claim`).expect(200);
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  expect((await (await as(ABSENT)).get(path).expect(200)).body.assignee).toBe(ABSENT);
});
