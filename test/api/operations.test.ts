/** How the installation does: counted by area, step and status; incidents retried in number; workers that say they live. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { addDays, todayJakarta } from '@lampid/domain/dates';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymous, as } from '../src/support/api.js';
import { submitExample, untilStatus, untilTask, type ReportView } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { stackProcess, testStack } from '../src/support/stack.js';
import { stuckAtRegister } from '../src/support/stuck-cases.js';
import type { DemoUser } from '../src/support/token.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

interface IncidentView {
  id: string;
  reportId: string;
  ticket: string;
  cause: string;
  topic: string | null;
  step: string;
}

let db: DataSource;
let stuck: ReportView[];
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
  ({ reports: stuck } = await stuckAtRegister(db, 3));
});
afterAll(() => db?.destroy());

const get = async (user: DemoUser, path: string) => (await as(user)).get(`/api/v1/${path}`);

/** Open incidents of the stuck cases, as a list narrowed by `query` tells them. */
async function ours(query = ''): Promise<IncidentView[]> {
  const { body } = await get('admin.bandung', `incidents?limit=200${query}`);
  return (body.items as IncidentView[]).filter(({ reportId }) => stuck.some(({ id }) => id === reportId));
}

describe('the overview', () => {
  it('counts open cases by status, step and area, for admins and auditors, inside of their area', async () => {
    const waiting = await submitExample('death');
    await untilTask(waiting.id, 'review', 'supervisor.coblong');
    for (const user of ['admin.bandung', 'auditor'] as const) {
      const { status, body } = await get(user, 'operations/overview');
      expect(status).toBe(200);
      expect(body.area).toEqual({ code: '32.73', name: expect.any(String) });
      expect(body.incidents).toBeGreaterThanOrEqual(3);
      const coblong = (body.areas as { code: string }[]).find(({ code }) => code === '32.73.02');
      expect(coblong).toMatchObject({ name: 'Coblong' });
      expect(body.steps).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ processKey: 'death', element: 'review', kind: 'userTask' }),
          expect.objectContaining({ processKey: 'birth', element: 'register', topic: 'register-event' }),
        ]),
      );
      expect(body.cases).toEqual(
        expect.arrayContaining([expect.objectContaining({ type: 'death', status: 'in_review' })]),
      );
      expect(body.throughput.submittedToday).toBeGreaterThanOrEqual(4);
      expect(body.attempts).toEqual(
        expect.arrayContaining([expect.objectContaining({ topic: 'register-event' })]),
      );
    }
    const deaths = (await get('admin.bandung', 'operations/overview?type=death')).body;
    expect(new Set(deaths.cases.map(({ type }: { type: string }) => type))).toEqual(new Set(['death']));
    const dago = (await get('admin.bandung', 'operations/overview?area=32.73.02.1004')).body;
    expect(dago.areas).toEqual([expect.objectContaining({ code: '32.73.02.1004', name: 'Dago' })]);
    expect((await get('admin.bandung', 'operations/overview?area=32.77')).status).toBe(404);
    expect((await get('admin.bandung', 'operations/overview?area=32')).status).toBe(404);
    expect((await get('supervisor.coblong', 'operations/overview')).status).toBe(403);
    expect((await get('analyst', 'operations/workers')).status).toBe(403);
  });
});

it('says to which day the holidays are known once their end comes near', async () => {
  const [{ last }] = await db.query(`select to_char(max(day), 'YYYY-12-31') as last from reference.holiday`);
  const isNear = last < addDays(todayJakarta(new Date()), 120);
  const { body } = await get('admin.bandung', 'operations/overview');
  expect(body.runningOut).toEqual(isNear ? [{ what: 'holidays', lastDay: last }] : []);
});

describe('incidents', () => {
  it('are narrowed by area, step, topic and code, and grouped by cause', async () => {
    const [one] = await ours();
    expect(one).toMatchObject({ topic: 'register-event', type: 'birth', kind: 'failedWork' });
    const all = `&step=register&topic=register-event&kind=failedWork&type=birth&area=32.73.02.1004&cause=${one!.cause}`;
    expect(await ours(all)).toHaveLength(3);
    expect(await ours('&topic=notify')).toEqual([]);
    expect(await ours('&type=death')).toEqual([]);
    expect(await ours('&area=32.73.01')).toEqual([]);
    expect((await get('supervisor.coblong', 'incidents?area=32.73')).status).toBe(404);
    const { body } = await get('auditor', 'incidents/groups?topic=register-event');
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ cause: one!.cause, count: 3, types: ['birth'], step: one!.step }),
      ]),
    );
    expect(body.choices.topics).toContain('register-event');
  });

  it('are retried one and many by admins only; what is over says so for itself', async () => {
    const [first, second, third] = await ours();
    const ids = [first!.id, second!.id, 'nobody-knows-it'];
    for (const user of ['auditor', 'operator.dago'] as const) {
      const reader = await as(user);
      await reader.post(`/api/v1/incidents/${first!.id}/retry`).expect(403);
      await reader.post('/api/v1/incidents/retry').send({ ids }).expect(403);
    }
    const admin = await as('admin.bandung');
    const tooMany = Array.from({ length: 501 }, (_, index) => `${index}`);
    await admin.post('/api/v1/incidents/retry').send({ ids: tooMany }).expect(422);
    await admin.post('/api/v1/incidents/retry').send({ type: 'birth' }).expect(422);

    await admin
      .post(`/api/v1/incidents/${first!.id}/retry`)
      .expect(200, { id: first!.id, result: 'retried' });
    await untilStatus(first!.reportId, 'completed');
    const { body } = await admin.post('/api/v1/incidents/retry').send({ ids }).expect(200);
    const [over, again] = [first!, second!].map(({ id, reportId, ticket }) => ({ id, reportId, ticket }));
    expect(body.items).toEqual([
      { ...over, result: null, problem: expect.objectContaining({ status: 409 }) },
      { ...again, result: 'retried', problem: null },
      {
        ...{ id: ids[2], reportId: null, ticket: null },
        ...{ result: null, problem: expect.objectContaining({ status: 404 }) },
      },
    ]);
    await untilStatus(second!.reportId, 'completed');

    const ofCause = { cause: third!.cause, area: '32.73.02' };
    const group = await admin.post('/api/v1/incidents/retry').send(ofCause).expect(200);
    const { id, reportId, ticket } = third!;
    expect(group.body).toEqual({
      ...{ at: expect.any(String), next: null },
      items: [{ id, reportId, ticket, result: 'retried', problem: null }],
    });
    await untilStatus(third!.reportId, 'completed');
    expect(await ours()).toEqual([]);
    for (const one of [first!, second!, third!]) {
      const audit = await get('auditor', `audit?reportId=${one.reportId}&action=incident.retried`);
      expect(audit.body.items).toEqual([
        expect.objectContaining({ actor: 'admin.bandung', object: `incident:${one.id}` }),
      ]);
    }
  });
});

describe('workers', () => {
  const workforce = async () => (await get('auditor', 'operations/workers')).body;
  const unserved = (topics: { topic: string; unserved: boolean }[]) =>
    topics.filter((one) => one.unserved).map(({ topic }) => topic);

  it('say what they serve since when; one that fell silent is marked, and what nobody serves any more is told', async () => {
    const { workers, topics } = await workforce();
    const live = workers.filter(({ stale }: { stale: boolean }) => !stale);
    expect(live).toHaveLength(1);
    expect(live[0].version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Date.parse(live[0].startedAt)).toBeLessThan(Date.now());
    expect(unserved(topics)).toEqual([]);
    expect(topics).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          topic: 'register-event',
          live: 1,
          models: expect.arrayContaining(['birth']),
        }),
      ]),
    );
    await eventually('the work that it did is counted', async () =>
      (await workforce()).workers.some(
        ({ topics: served }: { topics: { topic: string; finished: number }[] }) =>
          served.some(({ topic, finished }) => topic === 'register-event' && finished > 0),
      ),
    );

    const process = stackProcess('workers');
    await process.freeze();
    try {
      await db.query(`update kernel.worker set seen_at = now() - interval '1 minute'`);
      const silent = await workforce();
      expect(silent.workers.find(({ id }: { id: string }) => id === live[0].id)).toMatchObject({
        stale: true,
      });
      expect(unserved(silent.topics)).toContain('register-event');
      await eventually('metrics tell it', async () => {
        const { text } = await anonymous().get('/metrics');
        return /lampid_topic_workers\{topic="register-event"\} 0\n/.test(text);
      });
    } finally {
      await process.thaw();
    }
    await eventually('it lives again', async () => unserved((await workforce()).topics).length === 0);
  });
});
