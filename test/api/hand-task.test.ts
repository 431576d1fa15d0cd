/** A task goes from one officer to a colleague, and nowhere else. */
import { expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';

vi.setConfig({ testTimeout: 120_000 });

it('who has a task hands it to a colleague with a word; the colleague decides it', async () => {
  const { id } = await submitExample('birth');
  const task = await untilTask(id, 'review', 'supervisor.coblong');
  const path = `/api/v1/tasks/${encodeURIComponent(task.id)}`;
  const [first, second] = [await as('supervisor.coblong'), await as('supervisor2.coblong')];
  expect((await first.get(`${path}/colleagues`).expect(409)).body.type).toContain('task-not-claimed');
  await first.post(`${path}/claim`).expect(200);
  const { body: colleagues } = await first.get(`${path}/colleagues`).expect(200);
  expect(colleagues.items.map(({ username }: { username: string }) => username)).toEqual([
    'supervisor2.coblong',
  ]);
  await first.post(`${path}/hand`).send({ to: 'operator.dago' }).expect(422);
  await second.post(`${path}/hand`).send({ to: 'supervisor.coblong' }).expect(409);
  await first.post(`${path}/hand`).send({ to: 'supervisor2.coblong', note: 'Saya rapat.' }).expect(200);

  expect((await second.get(path).expect(200)).body).toMatchObject({
    ...{ assignee: 'supervisor2.coblong', handed: { by: 'supervisor.coblong', note: 'Saya rapat.' } },
  });
  await first.post(`${path}/complete`).send({ outcome: 'approve' }).expect(409);
  await second.post(`${path}/complete`).send({ outcome: 'approve' }).expect(200);
  await untilStatus(id, 'completed');
});

it('what is given back to the queue is nobody’s, without a word of before', async () => {
  const { id } = await submitExample('death');
  const task = await untilTask(id, 'review', 'supervisor.coblong');
  const path = `/api/v1/tasks/${encodeURIComponent(task.id)}`;
  const [first, second] = [await as('supervisor.coblong'), await as('supervisor2.coblong')];
  await first.post(`${path}/claim`).expect(200);
  await first.post(`${path}/hand`).send({ to: 'supervisor2.coblong', note: 'Tolong.' }).expect(200);
  await second.post(`${path}/unclaim`).expect(200);
  expect((await first.get(path).expect(200)).body).toMatchObject({ assignee: null, handed: null });
});
