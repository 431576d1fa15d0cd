/** The counter: a ticket to take home, documents that wait, and who collected them. */
import { expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, submitExample, untilStatus } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

vi.setConfig({ testTimeout: 120_000 });

async function finishedBirth() {
  const { id } = await submitExample('birth');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  return untilStatus(id, 'completed');
}

const isPdf = (body: Buffer) => body.subarray(0, 5).toString() === '%PDF-';

it('what was issued waits until somebody collects it, once; again only for a reason', async () => {
  const operator = await as('operator.dago');
  const done = await finishedBirth();
  const waiting = async () => {
    const { body } = await operator.get(`/api/v1/handovers/waiting?q=${done.ticket}`).expect(200);
    return (body.items as { reportId: string; documents: number }[]).map(({ documents }) => documents);
  };
  expect(await waiting()).toEqual([done.documents.length]);

  const [first, ...others] = done.documents.map(({ id }) => id);
  const collected = { collectedBy: 'Euis Komalasari', relation: 'family', shown: 'ktp-el' };
  const path = `/api/v1/reports/${done.id}/handovers`;
  const { body: given } = await operator
    .post(path)
    .send({ ...collected, documents: [first] })
    .expect(201);
  expect(await waiting()).toEqual([others.length]);
  await operator
    .post(path)
    .send({ ...collected, documents: others })
    .expect(201);
  expect(await waiting()).toEqual([]);

  const again = { ...collected, documents: [first] };
  const { body: refused } = await operator.post(path).send(again).expect(422);
  expect(refused.errors).toMatchObject([{ code: 'HANDED_OVER_BEFORE', field: 'reason' }]);
  await operator
    .post(path)
    .send({ ...again, reason: 'Kutipan yang pertama rusak' })
    .expect(201);
  const { body: kept } = await operator.get(path).expect(200);
  expect(kept.items.map(({ reason }: { reason: string | null }) => reason)).toEqual([
    ...['Kutipan yang pertama rusak', null, null],
  ]);
  const receipt = await operator
    .get(given.receipt as string)
    .buffer()
    .expect(200);
  expect(isPdf(receipt.body as Buffer)).toBe(true);
});

it('documents of another case are refused, another area finds nothing, and who only reads may not', async () => {
  const [one, other] = [await finishedBirth(), await finishedBirth()];
  const body = {
    ...{ documents: [other.documents[0]!.id], collectedBy: 'Asep', relation: 'self', shown: 'kk' },
  };
  const operator = await as('operator.dago');
  await operator.post(`/api/v1/reports/${one.id}/handovers`).send(body).expect(422);
  await operator
    .post(`/api/v1/reports/${one.id}/handovers`)
    .send({ ...body, documents: [] })
    .expect(422);
  for (const user of ['auditor', 'rt01.dago', 'warga.dago'] as const)
    await (await as(user)).post(`/api/v1/reports/${other.id}/handovers`).send(body).expect(403);
  expect((await operator.get(`/api/v1/reports/${other.id}/handovers`).expect(200)).body.items).toEqual([]);
});

it('a ticket is printed as soon as there is one', async () => {
  const { id } = await submitExample('death');
  const operator = await as('operator.dago');
  const slip = await operator.get(`/api/v1/reports/${id}/slip`).buffer().expect(200);
  expect(slip.headers['content-type']).toBe('application/pdf');
  expect(isPdf(slip.body as Buffer)).toBe(true);
  const draft = crypto.randomUUID();
  await operator.put(`/api/v1/reports/${draft}`).send({ type: 'death', data: {} }).expect(200);
  await operator.get(`/api/v1/reports/${draft}/slip`).expect(409);
});

it('a finished case is found by the number of a person, in the own area only', async () => {
  const done = await finishedBirth();
  const { mother } = done.data as { mother: { nik: string } };
  const found = async (path: string, user: DemoUser, number = mother.nik) =>
    (await as(user)).post(path).send({ number });
  const reports = await found('/api/v1/reports/search', 'operator.dago');
  expect((reports.body.items as { id: string }[]).map(({ id }) => id)).toEqual([done.id]);
  const waiting = await found('/api/v1/handovers/waiting/search', 'operator.dago');
  expect((waiting.body.items as { reportId: string }[]).map(({ reportId }) => reportId)).toEqual([done.id]);
  for (const path of ['/api/v1/reports/search', '/api/v1/handovers/waiting/search']) {
    expect((await found(path, 'supervisor.sukasari')).body.items).toEqual([]);
    expect((await found(path, 'operator.dago', '3273')).status).toBe(422);
  }
  expect((await found('/api/v1/reports/search', 'warga.dago')).body.items).toEqual([]);
});
