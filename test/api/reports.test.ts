/** Reporting: what is refused at the door, what goes through the process, and that a repeat has no second effect. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import {
  exampleOf,
  postReport,
  readReport,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';
import { getToken, type DemoUser } from '../src/support/token.js';
import { testStack } from '../src/support/stack.js';

const NOBODY = randomUUID();

/** Without supertest's single agent: requests that are really under way at the same time. */
async function postAtOnce(count: number, key: string, body: unknown): Promise<number[]> {
  const token = await getToken('operator.dago');
  const calls = Array.from({ length: count }, () =>
    fetch(`${testStack().baseUrl}/api/v1/reports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    }),
  );
  return (await Promise.all(calls)).map((answer) => answer.status);
}

describe('event types', () => {
  it('gives n submittable examples in n calls, each about another family', async () => {
    const examples = [await exampleOf('birth'), await exampleOf('birth')];
    const cards = examples.map((example) => example['familyCardNumber']);
    expect(new Set(cards).size).toBe(2);
    for (const data of examples) {
      const { body } = await (
        await as('operator.dago')
      )
        .post('/api/v1/reports/check')
        .send({ type: 'birth', data });
      expect(body).toEqual({ verdict: 'valid', needsSpecialDecision: false, findings: [] });
    }
  });

  it('describes each type with its schema and the deployed forms; who reports nothing gets no example', async () => {
    const { body } = await (await as('auditor')).get('/api/v1/event-types').expect(200);
    const items = body.items as Record<string, unknown>[];
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['birth', 'death', 'move', 'arrival']));
    for (const item of items) {
      expect(item['schema']).toMatchObject({ type: 'object' });
      expect(item['forms']).toHaveProperty(String(item['reportForm']));
      expect(item['example']).toBeNull();
    }
  });
});

describe('a report is refused only for', () => {
  let data: Record<string, unknown>;
  beforeAll(async () => {
    data = await exampleOf('birth');
  });

  it('a missing Idempotency-Key', async () => {
    const answer = await postReport('operator.dago', { type: 'birth', data }, null);
    expect(answer.body).toMatchObject({ status: 400, type: '/problems/idempotency-key-required' });
  });

  it.each<[string, (body: Record<string, unknown>) => unknown, string, string]>([
    ['an unknown type', (body) => ({ ...body, type: 'wedding' }), 'UNKNOWN_EVENT_TYPE', 'type'],
    ['no type', ({ data: only }) => ({ data: only }), 'REQUIRED', 'type'],
    ['no data', ({ type }) => ({ type }), 'REQUIRED', 'data'],
    [
      'data of a wrong type',
      (body) => ({ ...body, data: { ...data, child: 'Budi' } }),
      'WRONG_TYPE',
      'data.child',
    ],
    [
      'a NIK as a number',
      (body) => ({
        ...body,
        data: { ...data, mother: { ...(data['mother'] as object), nik: 3273020101909001 } },
      }),
      'WRONG_TYPE',
      'data.mother.nik',
    ],
    [
      'a text that is too long',
      (body) => ({
        ...body,
        data: { ...data, child: { ...(data['child'] as object), birthPlace: 'x'.repeat(5000) } },
      }),
      'TOO_LONG',
      'data.child.birthPlace',
    ],
    [
      'a field that the type does not have',
      (body) => ({ ...body, data: { ...data, weather: 'rain' } }),
      'UNKNOWN_FIELD',
      'data',
    ],
    [
      'an attachment that nobody uploaded',
      (body) => ({ ...body, data: { ...data, documents: [{ kind: 'kk', attachmentId: NOBODY }] } }),
      'UNKNOWN_ATTACHMENT',
      'data.documents[0].attachmentId',
    ],
    [
      'an extra field that no form has',
      (body) => ({ ...body, data: { ...data, extra: { shoeSize: 42 } } }),
      'UNKNOWN_FIELD',
      'data.extra.shoeSize',
    ],
  ])('%s', async (_, change, code, field) => {
    const answer = await postReport('operator.dago', change({ type: 'birth', data }));
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ code, field, severity: 'E' }));
    // What is said, without the ids: sixteen digits of a random trace are nobody's NIK.
    const { titles, details, errors } = answer.body as Record<string, unknown>;
    expect(JSON.stringify({ titles, details, errors })).not.toMatch(/\d{16}/);
  });

  it('a role that does not report', async () => {
    expect((await postReport('auditor', { type: 'birth', data })).status).toBe(403);
    expect((await postReport('analyst', { type: 'birth', data })).status).toBe(403);
    expect((await postReport('supervisor.coblong', { type: 'birth', data })).status).toBe(403);
  });

  it('and a refused one leaves nothing behind: the same key still works', async () => {
    const key = randomUUID();
    expect((await postReport('operator.dago', { type: 'birth', data: {} }, key)).status).toBe(422);
    expect((await postReport('operator.dago', { type: 'birth', data }, key)).status).toBe(201);
  });
});

describe('what the law judges goes through the process', () => {
  it('and comes back as returned, with findings', async () => {
    const data = await exampleOf('birth');
    const wrong = { ...data, mother: { ...(data['mother'] as object), nik: '3273020000000000' } };
    const { id, ticket } = await submit('birth', wrong);
    expect(ticket).toMatch(/^LMP-L-3273021004-\d{8}-\d{4,}$/);
    const returned = await untilStatus(id, 'returned');
    expect(returned.findings.filter(({ severity }) => severity === 'E').length).toBeGreaterThan(0);
    expect(returned.findings.map(({ field }) => field)).toContain('mother.nik');
  });

  it('a second report about the same subject is taken in and returned as a duplicate, papers and all', async () => {
    const data = await exampleOf('death');
    const first = await submit('death', data);
    const second = await submit('death', data);
    const returned = await untilStatus(second.id, 'returned');
    expect(returned.findings).toContainEqual(expect.objectContaining({ code: 'U17', severity: 'E' }));
    const { body } = await (await as('operator.dago')).get(`/api/v1/reports/${second.id}`);
    expect(body.attachments).toHaveLength((data['documents'] as unknown[]).length);
    await untilTask(first.id, 'review', 'supervisor.coblong');
  });

  it('check finds the same without submitting anything', async () => {
    const data = await exampleOf('birth');
    const wrong = { ...data, mother: { ...(data['mother'] as object), nik: '12' } };
    const agent = await as('operator.dago');
    const before = (await agent.get('/api/v1/reports?limit=1')).body.items[0]?.id;
    const { body } = await agent
      .post('/api/v1/reports/check')
      .send({ type: 'birth', data: wrong })
      .expect(200);
    expect(body.verdict).toBe('error');
    expect(body.findings).toContainEqual(expect.objectContaining({ code: 'U01', field: 'mother.nik' }));
    expect((await agent.get('/api/v1/reports?limit=1')).body.items[0]?.id).toBe(before);
  });
});

describe('Idempotency-Key', () => {
  it('the same body gets the same answer, another body 422', async () => {
    const key = randomUUID();
    const body = { type: 'birth', data: await exampleOf('birth') };
    const first = await postReport('operator.dago', body, key);
    const again = await postReport('operator.dago', body, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await postReport('operator.dago', { type: 'birth', data: await exampleOf('birth') }, key);
    expect(other.body).toMatchObject({ status: 422, type: '/problems/idempotency-key-reused' });
  });

  it('is per officer', async () => {
    const key = randomUUID();
    const one = await postReport('operator.dago', { type: 'birth', data: await exampleOf('birth') }, key);
    const two = await postReport(
      'operator2.dago',
      { type: 'birth', data: await exampleOf('birth', 'operator2.dago') },
      key,
    );
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.id).not.toBe(one.body.id);
  });

  it('of many at the same moment one is taken in; the others get its answer or 409', async () => {
    const key = randomUUID();
    const data = await exampleOf('death');
    const statuses = await postAtOnce(12, key, { type: 'death', data });
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(statuses).toContain(201);
    const { body } = await postReport('operator.dago', { type: 'death', data }, key);
    const mine = await (await as('operator.dago')).get('/api/v1/reports?type=death&limit=20');
    const same = (mine.body.items as { id: string; title: string }[]).filter(
      ({ title }) => title === mine.body.items[0].title,
    );
    expect(same.map(({ id }) => id)).toEqual([body.id]);
  });
});

describe('areas', () => {
  it('a report is found in its own kelurahan, kecamatan and city, and not found anywhere else', async () => {
    const { id } = await submitExample('birth');
    const status = async (user: DemoUser | string) =>
      (await (await as(user as DemoUser)).get(`/api/v1/reports/${id}`)).status;
    expect(await status('operator2.dago')).toBe(200);
    expect(await status('supervisor.coblong')).toBe(200);
    expect(await status('verif.bandung')).toBe(200);
    expect(await status('auditor')).toBe(200);
    expect(await status('operator.cipaganti')).toBe(404);
    expect(await status('analyst')).toBe(403);
    const history = await (await as('operator.cipaganti' as DemoUser)).get(`/api/v1/reports/${id}/history`);
    expect(history.status).toBe(404);
    const list = await (await as('operator.cipaganti' as DemoUser)).get('/api/v1/reports?limit=200');
    expect(
      (list.body.items as { areaCode: string }[]).every(({ areaCode }) => areaCode !== '32.73.02.1004'),
    ).toBe(true);
  });

  it('an auditor reads numbers masked', async () => {
    const { id } = await submitExample('birth');
    const full = await readReport(id);
    expect((full.data['mother'] as { nik: string }).nik).toMatch(/^\d{16}$/);
    const masked = await readReport(id, 'auditor');
    expect((masked.data['mother'] as { nik: string }).nik).toMatch(/^\d{4}\*{8}\d{4}$/);
    expect(JSON.stringify(masked)).not.toMatch(/(?<!\d)\d{16}(?!\d)/);
  });
});
