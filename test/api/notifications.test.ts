/** A head of RT tells of a death; an operator makes the report of it, or says why not. */
import { randomUUID } from 'node:crypto';
import { todayJakarta } from '@lampid/domain/dates';
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, readReport, submit, untilStatus, untilTask } from '../src/support/case-pilot.js';

const notification = (over: object = {}) => ({
  event: 'death',
  subject: { name: 'Rohana Sutarya', nik: '3273024101509001' },
  eventDate: todayJakarta(new Date()),
  rt: '001',
  rw: '001',
  documents: [],
  ...over,
});

async function claimed(id: string): Promise<string> {
  const task = await untilTask(id, 'answer', 'operator.dago');
  await (await as('operator.dago')).post(`/api/v1/tasks/${task.id}/claim`).expect(200);
  return task.id;
}

async function answerWith(data: unknown, notificationId: string, user: 'operator.dago' | 'operator2.dago') {
  return (await as(user))
    .post('/api/v1/reports')
    .set('Idempotency-Key', randomUUID())
    .send({ type: 'death', data, answers: notificationId });
}

describe('a notification', () => {
  it('becomes the report that an operator makes of it, once, and tells the RT', async () => {
    const { id, ticket } = await submit('notification', notification(), 'rt01.dago');
    expect(ticket).toMatch(/^LMP-W-3273021004-/);
    const taskId = await claimed(id);
    const operator = await as('operator.dago');
    const { body: task } = await operator.get(`/api/v1/tasks/${taskId}`).expect(200);
    expect(task.outcomes).toEqual(['duplicate', 'refuse']);
    expect(task.begins).toMatchObject({ type: 'death', data: { deceased: { name: 'Rohana Sutarya' } } });
    await operator.post(`/api/v1/tasks/${taskId}/complete`).send({ outcome: 'reported' }).expect(422);
    await operator.post(`/api/v1/tasks/${taskId}/complete`).send({ outcome: 'refuse' }).expect(422);

    const data = await exampleOf('death');
    const others = await exampleOf('death', 'operator2.dago');
    expect((await answerWith(others, id, 'operator2.dago')).status).toBe(409);
    const made = await answerWith(data, id, 'operator.dago');
    expect(made.status).toBe(201);
    expect((await answerWith(await exampleOf('death'), id, 'operator.dago')).status).toBeGreaterThanOrEqual(
      404,
    );

    await untilStatus(id, 'completed');
    const own = (await readReport(id, 'rt01.dago')) as unknown as { answer: unknown };
    expect(own.answer).toMatchObject({
      label: { id: 'Menjadi laporan' },
      report: { id: made.body.id, ticket: made.body.ticket, type: 'death' },
    });
    expect(await readReport(made.body.id as string)).toMatchObject({ madeOf: { reportId: id, ticket } });
    const { body: messages } = await (await as('rt01.dago')).get('/api/v1/messages?limit=20').expect(200);
    expect(messages.items.map(({ template }: { template: string }) => template)).toContain('answered');
    await decide({
      ...{ reportId: made.body.id as string, step: 'review', user: 'supervisor.coblong', outcome: 'approve' },
    });
    await untilStatus(made.body.id as string, 'completed');
  });

  it('goes no further with a reason that the RT reads', async () => {
    const { id } = await submit(
      'notification',
      notification({ subject: { name: 'Warga Lama' } }),
      'rt01.dago',
    );
    const note = 'Sudah dilaporkan keluarga kemarin';
    await decide({ reportId: id, step: 'answer', user: 'operator.dago', outcome: 'duplicate', note });
    await untilStatus(id, 'rejected');
    expect(await readReport(id, 'rt01.dago')).toMatchObject({
      answer: { label: { id: 'Sudah dilaporkan' }, note, report: null },
    });
  });

  it('is of the own RT or RW only, and of nothing else', async () => {
    const rt = await as('rt01.dago');
    const send = async (user: 'rt01.dago' | 'rw01.dago', body: object) =>
      (await (await as(user)).post('/api/v1/reports').set('Idempotency-Key', randomUUID()).send(body)).status;
    const of = (rtOf: string, rw: string) => ({
      type: 'notification',
      data: notification({ rt: rtOf, rw }),
    });
    expect(await send('rt01.dago', of('1', '1'))).toBe(201);
    expect(await send('rt01.dago', of('002', '001'))).toBe(404);
    expect(await send('rw01.dago', of('002', '001'))).toBe(201);
    expect(await send('rw01.dago', of('002', '002'))).toBe(404);
    expect(await send('rt01.dago', { type: 'death', data: await exampleOf('death') })).toBe(403);

    const birth = await submit('birth', await exampleOf('birth'));
    await rt.get(`/api/v1/reports/${birth.id}`).expect(404);
    const { body } = await rt.get('/api/v1/reports?limit=200').expect(200);
    const authors = (body.items as { createdBy: string }[]).map(({ createdBy }) => createdBy);
    expect(new Set(authors)).toEqual(new Set(['rt01.dago']));
    const own = (body.items as { id: string }[])[0]!.id;
    for (const path of [
      `/api/v1/reports/${own}/history`,
      '/api/v1/tasks',
      '/api/v1/recap?month=2026-01',
      '/api/v1/statistics?by=month',
      '/api/v1/rules',
    ])
      expect((await rt.get(path)).status, path).toBe(403);
    expect((await rt.post('/api/v1/residents/search').send({ q: 'a' })).status).toBe(403);
  });
});
