/** The practice of officers: it runs in the engine, only its officer answers it, and real work knows nothing of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
import type { DemoUser } from '../src/support/token.js';

vi.setConfig({ testTimeout: 180_000 });

interface PracticeView {
  id: string;
  state: string;
  history: {
    items: { element: string; end: string | null; cancelled: boolean }[];
    definitions: { processKey: string }[];
  };
  task: {
    id: string;
    name: string;
    outcomes: string[];
    noteRequired: string[];
    form: { components: unknown[] };
  } | null;
}

const PATH = '/api/v1/practice';

async function read(user: DemoUser): Promise<PracticeView | null> {
  return (await (await as(user)).get(PATH).expect(200)).body.practice as PracticeView | null;
}

async function begin(user: DemoUser): Promise<PracticeView> {
  return (await (await as(user)).post(PATH).expect(200)).body.practice as PracticeView;
}

/** Waits until another task than this one waits, or until the practice has ended. */
async function after(user: DemoUser, taskId: string | null): Promise<PracticeView> {
  return eventually('the practice goes on', async () => {
    const practice = await read(user);
    const moved =
      practice && (practice.state !== 'running' || (practice.task && practice.task.id !== taskId));
    return moved ? practice : null;
  });
}

async function answer(user: DemoUser, body: object, status = 200): Promise<void> {
  await (await as(user)).post(`${PATH}/answer`).send(body).expect(status);
}

/** What every list and count of real work says to whoever may see it. */
async function realWork() {
  const supervisor = await as('supervisor2.coblong');
  const operator = await as('operator2.dago');
  const admin = await as('admin.bandung');
  const [counts, queue, ofOperator, reports, recap, statistics, incidents] = await Promise.all([
    supervisor.get('/api/v1/tasks/counts').expect(200),
    supervisor.get('/api/v1/tasks?limit=200').expect(200),
    operator.get('/api/v1/tasks?limit=200').expect(200),
    admin.get('/api/v1/reports?limit=200').expect(200),
    admin.get('/api/v1/recap?area=32.73').expect(200),
    admin.get('/api/v1/statistics?by=duration').expect(200),
    admin.get('/api/v1/incidents').expect(200),
  ]);
  const ids = (answered: { body: { items: { id: string }[] } }) => answered.body.items.map(({ id }) => id);
  return {
    ...{
      counts: counts.body as unknown,
      recap: recap.body as unknown,
      statistics: statistics.body as unknown,
    },
    ...{ queue: ids(queue), ofOperator: ids(ofOperator), reports: ids(reports), incidents: ids(incidents) },
  };
}

/** Cases of other tests may still be on their way. */
async function atRest() {
  let last = JSON.stringify(await realWork());
  return eventually('the desks stand still', async () => {
    await sleep(1_500);
    const now = await realWork();
    const isSame = JSON.stringify(now) === last;
    last = JSON.stringify(now);
    return isSame ? now : null;
  });
}

it('a supervisor judges wrongly, looks again, returns the report and is done', async () => {
  const user = 'supervisor2.coblong';
  const begun = await begin(user);
  expect((await begin(user)).id).toBe(begun.id);
  const first = await after(user, null);
  expect(first.task).toMatchObject({ outcomes: ['approve', 'return'], noteRequired: ['return'] });
  expect(JSON.stringify(first.task!.form)).toContain('Contoh');
  const taskId = first.task!.id;
  await answer(user, { taskId, outcome: 'resubmit' }, 422);
  await answer(user, { taskId, outcome: 'return' }, 422);
  await answer(user, { taskId, outcome: 'approve' });
  await answer(user, { taskId, outcome: 'approve' }, 410);
  const wrong = await after(user, taskId);
  expect(wrong.history.items.map(({ element }) => element)).toContain('look_again');
  await answer(user, { taskId: wrong.task!.id, outcome: 'again' });
  const again = await after(user, wrong.task!.id);
  await answer(user, { taskId: again.task!.id, outcome: 'return', note: 'Tanggal lahir tidak sama.' });
  const done = await after(user, again.task!.id);
  expect(done).toMatchObject({ state: 'finished', task: null });
  expect(done.history.definitions).toMatchObject([{ processKey: 'practice' }]);
  expect(done.history.items.every(({ end, cancelled }) => end !== null && !cancelled)).toBe(true);
  expect((await begin(user)).id).not.toBe(begun.id);
});

it('is nobody else’s, and stands in no queue, count, search, recap or statistic', async () => {
  const before = await atRest();
  await begin('operator2.dago');
  const { id, task } = await after('operator2.dago', null);
  expect(await realWork()).toEqual(before);

  // Not even by its id: neither as real work nor as a colleague's practice.
  const taskPath = `/api/v1/tasks/${encodeURIComponent(task!.id)}`;
  for (const user of ['operator2.dago', 'operator.dago', 'supervisor.coblong', 'admin.bandung'] as const) {
    const agent = await as(user);
    await agent.get(taskPath).expect(404);
    await agent.post(`${taskPath}/claim`).expect(404);
    await agent.get(`/api/v1/reports/${id}`).expect(404);
    await agent.get(`/api/v1/reports/${id}/history`).expect(404);
  }
  await answer('operator.dago', { taskId: task!.id, outcome: 'submit' }, 404);

  await answer('operator2.dago', { taskId: task!.id, outcome: 'submit' });
  const returned = await after('operator2.dago', task!.id);
  await answer('operator2.dago', { taskId: returned.task!.id, outcome: 'resubmit' });
  expect((await after('operator2.dago', returned.task!.id)).state).toBe('finished');
  expect(await realWork()).toEqual(before);
});

it('a task of real work is not answered as a practice, and only who works on cases practises', async () => {
  await answer('supervisor.coblong', { taskId: 'no-such-task', outcome: 'approve' }, 404);
  for (const user of ['admin.bandung', 'analyst', 'auditor', 'rt01.dago', 'warga.dago'] as const) {
    await (await as(user)).get(PATH).expect(403);
    await (await as(user)).post(PATH).expect(403);
  }
});
