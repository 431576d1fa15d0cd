/** A citizen follows a case without a sign-in, learns nothing about anybody, and answers one question after its end. */
import { todayJakarta } from '@lampid/domain/dates';
import { describe, expect, it } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { decide, exampleOf, submit, untilStatus, untilTask } from '../src/support/case-pilot.js';

interface Example extends Record<string, unknown> {
  child: { name: string };
  mother: { nik: string };
  reporter: { nik: string };
}

/** Own addresses: the public's tries are counted by address. */
let callers = 0;
function track(body: object, path = '/api/v1/track', address = `10.1.${Math.floor(callers++ / 200)}.7`) {
  return anonymous().post(path).set('x-forwarded-for', address).send(body);
}

const endOf = (nik: string) => nik.slice(-4);
const wrongEnd = (...niks: string[]) =>
  ['0000', '0001', '0002', '0003', '0004', '0005'].find((end) => !niks.some((nik) => endOf(nik) === end))!;

async function reportedBirth() {
  const data = (await exampleOf('birth')) as Example & { father: { nik: string } | null };
  const { id, ticket } = await submit('birth', data);
  return { id, ticket, data };
}

describe('following a case', () => {
  it('shows states, days and a masked name, to reporter and mother alike', async () => {
    const { id, ticket, data } = await reportedBirth();
    await untilTask(id, 'review', 'supervisor.coblong');
    for (const { nik } of [data.mother, data.reporter]) {
      const { body } = await track({ ticket: ticket.toLowerCase(), digits: endOf(nik) }).expect(200);
      expect(body).toMatchObject({
        ...{ ticket, status: 'in_review', areaName: 'Dago', returned: null, awaitsOthers: false },
        names: { id: 'Kelahiran' },
        satisfaction: { askable: false, score: null },
      });
      expect(body.steps.map(({ status }: { status: string }) => status)).toEqual(['submitted', 'in_review']);
      expect(body.expectedOn >= todayJakarta(new Date())).toBe(true);
      const told = JSON.stringify(body);
      expect(told).not.toMatch(/\d{16}/);
      for (const word of data.child.name.split(' ')) expect(told).not.toContain(word);
    }
  });

  it('says the same of a wrong ticket and of wrong digits', async () => {
    const { ticket, data } = await reportedBirth();
    const { mother, reporter, father } = data;
    const digits = wrongEnd(mother.nik, reporter.nik, father?.nik ?? '');
    const bodies = await Promise.all(
      [
        { ticket, digits },
        { ticket: 'LMP-L-3273021004-20200101-0001', digits },
        { ticket: 'anything', digits },
      ].map(async (key) => {
        const { body } = await track(key).expect(404);
        const { traceId: _, ...rest } = body as { traceId?: string };
        return rest;
      }),
    );
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    await track({ ticket, digits: mother.nik }).expect(422);
  });

  it('stops guessing at a ticket from anywhere, and asking from one address', async () => {
    const { ticket, data } = await reportedBirth();
    const { mother, reporter, father } = data;
    const digits = wrongEnd(mother.nik, reporter.nik, father?.nik ?? '');
    for (let tries = 0; tries < 8; tries++)
      await track({ ticket, digits }, undefined, `10.9.0.${tries}`).expect(404);
    const refused = await track({ ticket, digits: endOf(mother.nik) }, undefined, '10.9.1.1').expect(429);
    expect(refused.headers['content-type']).toContain('problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        track({ ticket: `LMP-X-${index}`, digits: '0000' }, undefined, '10.9.2.2'),
      ),
    );
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10);
  });

  it('counts what the proxy saw, not the addresses that somebody says they come from', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        track({ ticket: `LMP-X-${index}`, digits: '0000' }, undefined, `198.51.100.${index}, 203.0.113.9`),
      ),
    );
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10);
  });

  it('names the missing document of a returned case and nothing personal', async () => {
    const data = (await exampleOf('birth')) as Example & { documents: { kind: string }[] };
    const without = { ...data, documents: data.documents.slice(1), familyCardNumber: '3273020101209999' };
    const { id, ticket } = await submit('birth', without);
    await untilStatus(id, 'returned');
    const { body } = await track({ ticket, digits: endOf(data.mother.nik) }).expect(200);
    expect(body.returned.documents.length).toBeGreaterThan(0);
    expect(body.returned.documents[0].id).toMatch(/^Dokumen wajib belum lengkap/);
    expect(body.returned.others).toBeGreaterThan(0);
    expect(body.returned.until).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(body.expectedOn).toBeNull();
    expect(JSON.stringify(body)).not.toMatch(/\d{16}/);
  });
});

describe('the question after the end', () => {
  it('is answered once online and once at the counter, and counts in the statistics', async () => {
    const { id, ticket, data } = await reportedBirth();
    const key = { ticket, digits: endOf(data.mother.nik) };
    const operator = await as('operator.dago');
    await track({ ...key, score: 5 }, '/api/v1/track/satisfaction').expect(409);
    await operator.post(`/api/v1/reports/${id}/satisfaction`).send({ score: 5 }).expect(409);

    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'completed');
    const before = await answersOfDago();
    await track({ ...key, score: 6 }, '/api/v1/track/satisfaction').expect(422);
    await track({ ...key, score: 5, comment: 'Cepat' }, '/api/v1/track/satisfaction').expect(201);
    await track({ ...key, score: 1 }, '/api/v1/track/satisfaction').expect(409);
    await (
      await as('supervisor.coblong')
    )
      .post(`/api/v1/reports/${id}/satisfaction`)
      .send({ score: 3 })
      .expect(403);
    await operator.post(`/api/v1/reports/${id}/satisfaction`).send({ score: 3 }).expect(201);
    await operator.post(`/api/v1/reports/${id}/satisfaction`).send({ score: 1 }).expect(409);

    const { body } = await operator.get(`/api/v1/reports/${id}/satisfaction`).expect(200);
    expect(body).toEqual({ askable: true, online: 5, counter: 3 });
    expect((await track(key).expect(200)).body.satisfaction).toEqual({ askable: true, score: 5 });
    const after = await answersOfDago();
    expect(after.count).toBe(before.count + 2);
    expect(after.sum).toBeCloseTo(before.sum + 8, 0);
  });
});

async function answersOfDago(): Promise<{ count: number; sum: number }> {
  const month = todayJakarta(new Date()).slice(0, 7);
  const agent = await as('supervisor.coblong');
  const of = async (by: string) => {
    const { body } = await agent.get(`/api/v1/statistics?by=${by}&from=${month}&to=${month}`).expect(200);
    return body.parts as { key: string; values: [number, number | null] }[];
  };
  const [count, mean] = (await of('satisfactionArea')).find(({ key }) => key === '32.73.02.1004')!.values;
  const [ofMonth] = (await of('satisfaction'))[0]!.values;
  expect(ofMonth).toBeGreaterThanOrEqual(count);
  return { count, sum: count * (mean ?? 0) };
}
