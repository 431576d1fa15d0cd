/** Reporting: what is refused at the door, what goes through the process, and that a repeat has no second effect. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  readReport,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';
import { getToken, type DemoUser } from '../src/support/token.js';
import { testStack } from '../src/support/stack.js';

const NOBODY = randomUUID();

async function post(user: DemoUser, body: unknown, key: string | null = randomUUID()) {
  const request = (await as(user)).post('/api/v1/reports');
  if (key !== null) request.set('Idempotency-Key', key);
  return request.send(body as object);
}

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
    const answer = await post('operator.dago', { type: 'birth', data }, null);
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
    const answer = await post('operator.dago', change({ type: 'birth', data }));
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ code, field, severity: 'E' }));
    // What is said, without the ids: sixteen digits of a random trace are nobody's NIK.
    const { titles, details, errors } = answer.body as Record<string, unknown>;
    expect(JSON.stringify({ titles, details, errors })).not.toMatch(/\d{16}/);
  });

  it('a role that does not report', async () => {
    expect((await post('auditor', { type: 'birth', data })).status).toBe(403);
    expect((await post('analyst', { type: 'birth', data })).status).toBe(403);
    expect((await post('supervisor.coblong', { type: 'birth', data })).status).toBe(403);
  });

  it('and a refused one leaves nothing behind: the same key still works', async () => {
    const key = randomUUID();
    expect((await post('operator.dago', { type: 'birth', data: {} }, key)).status).toBe(422);
    expect((await post('operator.dago', { type: 'birth', data }, key)).status).toBe(201);
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
    const first = await post('operator.dago', body, key);
    const again = await post('operator.dago', body, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await post('operator.dago', { type: 'birth', data: await exampleOf('birth') }, key);
    expect(other.body).toMatchObject({ status: 422, type: '/problems/idempotency-key-reused' });
  });

  it('is per officer', async () => {
    const key = randomUUID();
    const one = await post('operator.dago', { type: 'birth', data: await exampleOf('birth') }, key);
    const two = await post(
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
    const { body } = await post('operator.dago', { type: 'death', data }, key);
    const mine = await (await as('operator.dago')).get('/api/v1/reports?type=death&limit=20');
    const same = (mine.body.items as { id: string; title: string }[]).filter(
      ({ title }) => title === mine.body.items[0].title,
    );
    expect(same.map(({ id }) => id)).toEqual([body.id]);
  });
});

describe('lists', () => {
  it('page by cursor without losing or repeating one, newest first', async () => {
    const made: string[] = [];
    for (let n = 0; n < 3; n++) made.unshift((await submitExample('birth')).id);
    const agent = await as('operator.dago');
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { body } = await agent
        .get(`/api/v1/reports?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.next as string | null;
    }
    expect(seen).toEqual(made);
    const oldest = await agent.get('/api/v1/reports?limit=200&sort=createdAt').expect(200);
    const times = (oldest.body.items as { createdAt: string }[]).map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort());
  });

  it('find by name and by ticket, filter by type and status', async () => {
    const { id, ticket } = await submitExample('birth');
    const agent = await as('operator.dago');
    const byTicket = await agent.get(`/api/v1/reports?q=${ticket.toLowerCase()}`).expect(200);
    expect((byTicket.body.items as { id: string }[]).map((item) => item.id)).toEqual([id]);
    expect((await agent.get(`/api/v1/reports?q=${ticket}&type=death`)).body.items).toEqual([]);
    expect((await agent.get(`/api/v1/reports?q=${ticket}&status=completed,rejected`)).body.items).toEqual([]);
    expect((await agent.get('/api/v1/reports?q=%25')).body.items).toEqual([]);
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

describe('drafts', () => {
  it('are kept unfinished, are their maker’s own, and become the report', async () => {
    const id = randomUUID();
    const agent = await as('operator.dago');
    await agent
      .put(`/api/v1/reports/${id}`)
      .send({ type: 'birth', data: { child: { name: 'Belum' } } })
      .expect(200);
    expect(await readReport(id)).toMatchObject({ status: 'draft', data: { child: { name: 'Belum' } } });
    await (await as('operator2.dago')).get(`/api/v1/reports/${id}`).expect(404);
    await (
      await as('operator2.dago')
    )
      .put(`/api/v1/reports/${id}`)
      .send({ type: 'birth', data: {} })
      .expect(404);

    const data = await exampleOf('birth');
    await agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(200);
    const submitted = await post('operator.dago', { type: 'birth', data, draftId: id });
    expect(submitted.body).toMatchObject({ id, status: 'submitted' });
    await agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(409);
    await untilTask(id, 'review', 'supervisor.coblong');
  });

  it('are not overwritten by a window that has not seen the last change; the same change again is no conflict', async () => {
    const id = randomUUID();
    const agent = await as('operator.dago');
    const save = (name: string, version?: number) =>
      agent
        .put(`/api/v1/reports/${id}`)
        .send({ type: 'birth', data: { child: { name } }, ...(version && { version }) });
    const first = await save('Satu').expect(200);
    expect((await save('Dua', first.body.version).expect(200)).body.version).toBe(first.body.version + 1);
    // Its answer was lost: sent again, it is done already.
    expect((await save('Dua', first.body.version).expect(200)).body.version).toBe(first.body.version + 1);
    const conflict = await save('Lain', first.body.version).expect(409);
    expect(conflict.body.type).toBe('/problems/draft-changed');
    expect(await readReport(id)).toMatchObject({
      version: first.body.version + 1,
      data: { child: { name: 'Dua' } },
    });
    await save('Lain').expect(200);
  });

  it('can be thrown away, by their maker only, until they are submitted', async () => {
    const id = randomUUID();
    const data = await exampleOf('birth');
    const [agent, other] = [await as('operator.dago'), await as('operator2.dago')];
    await agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(200);
    await other.delete(`/api/v1/reports/${id}`).expect(404);
    await agent.delete(`/api/v1/reports/${id}`).expect(204);
    await agent.get(`/api/v1/reports/${id}`).expect(404);
    const { id: submitted } = await submitExample('birth');
    await agent.delete(`/api/v1/reports/${submitted}`).expect(404);
  });

  it('once thrown away do not come back from a window that still has them open', async () => {
    const id = randomUUID();
    const agent = await as('operator.dago');
    const save = (body: object) => agent.put(`/api/v1/reports/${id}`).send({ type: 'birth', ...body });
    const { body: kept } = await save({ data: { child: { name: 'Satu' } } }).expect(200);
    await agent.delete(`/api/v1/reports/${id}`).expect(204);
    const gone = await save({ data: { child: { name: 'Dua' } }, version: kept.version }).expect(404);
    expect(gone.body.type).toBe('/problems/draft-discarded');
    expect(gone.body.titles).toMatchObject({ id: expect.any(String), en: expect.any(String) });
    await agent.get(`/api/v1/reports/${id}`).expect(404);
    // Only by the will of a person, who says so by naming no version.
    await save({ data: { child: { name: 'Tiga' } } }).expect(200);
  });

  it('begun by one officer are neither kept nor submitted under the sign-in of the next', async () => {
    const id = randomUUID();
    const data = await exampleOf('birth');
    const begun = { type: 'birth', data, begunBy: 'operator.dago' };
    const next = await as('operator2.dago');
    const saved = await next.put(`/api/v1/reports/${id}`).send(begun).expect(403);
    expect(saved.body.type).toBe('/problems/begun-by-another');
    const submitted = await post('operator2.dago', begun);
    expect(submitted.status).toBe(403);
    expect(submitted.body.type).toBe('/problems/begun-by-another');
    await (await as('operator.dago')).put(`/api/v1/reports/${id}`).send(begun).expect(200);
    expect((await post('operator.dago', { ...begun, draftId: id })).body).toMatchObject({ id });
  });

  it('of somebody else are not submitted', async () => {
    const id = randomUUID();
    const data = await exampleOf('birth');
    await (await as('operator2.dago')).put(`/api/v1/reports/${id}`).send({ type: 'birth', data }).expect(200);
    expect((await post('operator.dago', { type: 'birth', data, draftId: id })).status).toBe(404);
  });
});

describe('cancellation', () => {
  it('ends a case that is not registered, once, for good', async () => {
    const { id } = await submitExample('birth');
    await untilTask(id, 'review', 'supervisor.coblong');
    const agent = await as('operator.dago');
    await agent.post(`/api/v1/reports/${id}/cancel`).send({}).expect(422);
    await agent.post(`/api/v1/reports/${id}/cancel`).send({ reason: 'salah orang' }).expect(200);
    await agent.post(`/api/v1/reports/${id}/cancel`).send({ reason: 'salah orang' }).expect(200);
    await untilStatus(id, 'cancelled');
    const { body } = await (await as('supervisor.coblong')).get(`/api/v1/tasks?reportId=${id}`);
    expect(body.items).toEqual([]);
  });

  it('also before the engine has heard of the case', async () => {
    const { id } = await submitExample('birth');
    await (
      await as('operator.dago')
    )
      .post(`/api/v1/reports/${id}/cancel`)
      .send({ reason: 'batal' })
      .expect(200);
    await untilStatus(id, 'cancelled');
  });

  it('is for those who work on the case', async () => {
    const { id } = await submitExample('birth');
    const cancel = async (user: string) =>
      (await (await as(user as DemoUser)).post(`/api/v1/reports/${id}/cancel`).send({ reason: 'x' })).status;
    expect(await cancel('operator.cipaganti')).toBe(404);
    expect(await cancel('auditor')).toBe(403);
    expect(await cancel('analyst')).toBe(403);
  });
});

describe('the list of cases', () => {
  const listed = async (user: DemoUser, query: Record<string, string>) => {
    const { body } = await (
      await as(user)
    )
      .get('/api/v1/reports')
      .query({ limit: '200', ...query })
      .expect(200);
    return (body.items as { id: string }[]).map(({ id }) => id);
  };

  it('finds a case by the number of its deed, also when it was typed in small letters', async () => {
    const { id } = await submitExample('birth');
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    const { result } = await untilStatus(id, 'completed');
    const number = Object.values(result!).find((value) => /^3273-LU-/.test(value))!;
    expect(await listed('auditor', { q: number.toLowerCase() })).toEqual([id]);
    expect(await listed('supervisor.sukasari', { q: number })).toEqual([]);
  });

  it('is narrowed by area, day of submission and who worked on it', async () => {
    const { id } = await submitExample('death');
    const task = await untilTask(id, 'review', 'supervisor2.coblong');
    await (await as('supervisor2.coblong')).post(`/api/v1/tasks/${task.id}/claim`).expect(200);
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Jakarta' }).format(new Date());
    const whole = { area: '32.73.02', from: today, until: today };
    expect(await listed('auditor', { ...whole, actor: 'supervisor2.coblong' })).toContain(id);
    expect(await listed('auditor', { ...whole, actor: 'kadis.bandung' })).not.toContain(id);
    expect(await listed('auditor', { ...whole, area: '32.73.01' })).toEqual([]);
    expect(await listed('auditor', { until: '2020-01-01' })).toEqual([]);
    expect(await listed('auditor', { from: '2120-01-01' })).toEqual([]);

    const supervisor = await as('supervisor.coblong');
    await supervisor.get('/api/v1/reports?area=32.73').expect(404);
    await supervisor.get('/api/v1/reports?actor=supervisor2.coblong').expect(403);
    await supervisor.get('/api/v1/reports?from=yesterday').expect(422);
  });
});
