/** A hospital's machine and a citizen report by the same contract as an officer, and reach nothing else. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, readReport, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { asSentBy } from '../src/support/sent-by.js';
import type { DemoUser } from '../src/support/token.js';

async function send(user: DemoUser, type: string, data: unknown, key: string = randomUUID()) {
  return (await as(user)).post('/api/v1/reports').set('Idempotency-Key', key).send({ type, data });
}

describe("a hospital's system", () => {
  it('reports a birth by bearer token; the kelurahan of the family card has the case', async () => {
    const data = await asSentBy('rs.hasan-sadikin', 'birth');
    const key = randomUUID();
    const answer = await send('rs.hasan-sadikin', 'birth', data, key);
    expect(answer.status).toBe(201);
    const again = await send('rs.hasan-sadikin', 'birth', data, key);
    expect(again.body).toEqual(answer.body);
    const id = answer.body.id as string;
    expect(await readReport(id)).toMatchObject({
      createdBy: 'rs.hasan-sadikin',
      outside: 'hospital',
      areaCode: '32.73.02.1004',
    });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'completed');
    expect(await readReport(id, 'rs.hasan-sadikin')).toMatchObject({ status: 'completed' });
  });

  it('reports nothing else, for no card of another city, and reads no register', async () => {
    expect((await send('rs.hasan-sadikin', 'death', await exampleOf('death'))).status).toBe(403);
    const data = { ...(await exampleOf('birth')), familyCardNumber: '3171010101209999', documents: [] };
    expect((await send('rs.hasan-sadikin', 'birth', data)).status).toBe(404);
    const agent = await as('rs.hasan-sadikin');
    expect((await agent.post('/api/v1/residents/search').send({ q: 'siti' })).status).toBe(403);
    expect((await agent.get('/api/v1/family')).status).toBe(403);
    expect((await agent.post('/api/v1/reports').send({ type: 'birth', data })).status).toBe(400);
  });
});

describe('a citizen', () => {
  it('sees the own family and reports for it; an operator looks at it before anybody decides', async () => {
    const citizen = await as('warga.dago');
    const { body: family } = await citizen.get('/api/v1/family').expect(200);
    const self = family.members.find(({ self: me }: { self: boolean }) => me);
    const mother = family.members.find(({ relation }: { relation: number }) => relation === 3);
    expect(self.nik).toMatch(/^\d{16}$/);
    const example = await asSentBy('warga.dago', 'birth');
    const person = ({ nik, name }: { nik: string; name: string }) => ({ nik, name });
    const data = {
      ...example,
      familyCardNumber: family.number,
      father: person(self),
      mother: person(mother),
      reporter: { ...person(self), relation: 'parent' },
    };
    const answer = await send('warga.dago', 'birth', data);
    expect(answer.status).toBe(201);
    const id = answer.body.id as string;
    expect(await readReport(id)).toMatchObject({
      createdBy: 'warga.dago',
      outside: 'citizen',
      areaCode: '32.73.02.1004',
    });
    await untilTask(id, 'kelurahan_check', 'operator.dago');
    expect((await send('warga.dago', 'birth', example)).status).toBe(404);
    expect((await citizen.get(`/api/v1/reports/${id}`)).status).toBe(200);
    expect((await citizen.get(`/api/v1/reports/${id}/history`)).status).toBe(403);
    expect((await (await as('rs.hasan-sadikin')).get(`/api/v1/reports/${id}`)).status).toBe(404);
  });
});
