/** What an analysis of many cases says is what the cases did, and it is told to those who watch over them only. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { todayJakarta } from '@lampid/domain/dates';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';

/** What the model of a birth calls the step of the supervisor. */
const REVIEW = { id: 'Periksa dan putuskan', en: 'Review and decide' };

const CITY = '32.73';
const COBLONG = '32.73.02';
const DAGO = '32.73.02.1004';
const FULL_NIK = /(?<!\d)\d{16}(?!\d)/;
const today = todayJakarta(new Date());

let db: DataSource;
/** A birth that was returned, corrected and registered, and one that waits for its decision. */
let returned: string;
let waiting: string;

async function ask(about: string, query: Record<string, string> = {}, user: DemoUser = 'auditor') {
  return (await as(user))
    .get(`/api/v1/analysis/${about}`)
    .query({ type: 'birth', area: DAGO, from: today, to: today, ...query });
}

beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, applicationName: 'lampid-test', poolSize: 2 });
  ({ id: returned } = await submitExample('birth'));
  const review = { reportId: returned, step: 'review', user: 'supervisor.coblong' } as const;
  await decide({ ...review, outcome: 'return', note: 'Lengkapi dahulu' });
  await decide({ reportId: returned, step: 'fix', user: 'operator.dago', outcome: 'resubmit' });
  await decide({ ...review, outcome: 'approve' });
  await untilStatus(returned, 'completed');
  ({ id: waiting } = await submitExample('birth'));
  await untilTask(waiting, 'review', 'supervisor.coblong');
}, 180_000);
afterAll(() => db?.destroy());

interface Step {
  element: string;
  name: string;
  entered: number;
  open: number;
  share: number | null;
  total: number;
  whole: { median: number | null; p90: number | null };
  waiting: { median: number | null; p90: number | null };
}

describe('times', () => {
  it('count what cases did at each step of each model, and for how long', async () => {
    const { body, text, status } = await ask('times');
    expect(status, text).toBe(200);
    expect(text).not.toMatch(FULL_NIK);
    const [model] = body.models as { processKey: string; isCalled: boolean; steps: Step[] }[];
    expect(model).toMatchObject({ processKey: 'birth', isCalled: false });
    const called = body.models as { processKey: string; isCalled: boolean }[];
    expect(called).toContainEqual(expect.objectContaining({ processKey: 'siak-sync', isCalled: true }));

    const review = model!.steps.find(({ element }) => element === 'review')!;
    const [recorded] = await db.query(
      `select count(*)::int as entered, count(*) filter (where s.left_at is null)::int as open,
         percentile_cont(0.5) within group (order by extract(epoch from s.left_at - s.entered_at)) as median
       from approval.case_step s join reporting.report r on r.id = s.report_id
       where r.type = 'birth' and r.area_code = $1 and s.element = 'review' and s.definition_id = $2
         and r.submitted_at >= $3::timestamptz`,
      [DAGO, body.models[0].definitionId, `${today}T00:00:00+07:00`],
    );
    expect(review).toMatchObject({ names: REVIEW, entered: recorded.entered });
    // Told in whole milliseconds.
    expect(review.whole.median).toBeCloseTo(recorded.median, 2);
    expect(review.open).toBeGreaterThan(0);
    expect(review.waiting.median).toBeLessThanOrEqual(review.whole.p90!);
    expect(review.share).toBeGreaterThan(0);
    // What only frames the review, or watches it, takes no time of its own.
    for (const element of ['review_in_time', 'remind_due'])
      expect(model!.steps.find((step) => step.element === element)).toMatchObject({ share: null });
  });

  it('are those of one version when one is asked for, and of no other', async () => {
    const { body } = await ask('times');
    const [newest] = body.versions as { definitionId: string; cases: number }[];
    const one = (await ask('times', { version: newest!.definitionId })).body;
    expect(one.cases).toBe(newest!.cases);
    expect(one.models.filter((model: { isCalled: boolean }) => !model.isCalled)).toHaveLength(1);
    expect((await ask('times', { version: 'birth:0:none' })).body).toMatchObject({ cases: 0, models: [] });
  });

  it('say where it is slowest', async () => {
    const { body } = await ask('times', { area: COBLONG });
    const dago = (body.areas as { code: string; cases: number; open: number }[]).find(
      ({ code }) => code === DAGO,
    )!;
    const alone = (await ask('times')).body;
    expect(alone.areas).toHaveLength(1);
    expect(dago).toEqual(alone.areas[0]);
    expect(dago.cases).toBe(alone.cases);
    // And at which step officers let it wait.
    const ofDago = (waits: { code: string; element: string }[]) => waits.filter(({ code }) => code === DAGO);
    expect(ofDago(body.waits)).toEqual(alone.waits);
    const wait = ofDago(body.waits).find(({ element }) => element === 'review');
    expect(wait).toMatchObject({
      ...{ names: REVIEW, entered: expect.any(Number) },
      waiting: { median: expect.any(Number), p90: expect.any(Number) },
    });
    const city = (await ask('times', { area: CITY })).body.areas as { code: string; cases: number }[];
    expect(city.find(({ code }) => code === COBLONG)!.cases).toBe(body.cases);
  });
});

interface Deviating {
  reportId: string;
  why: { kind: string; step: { element: string } }[];
}

async function deviationOf(id: string): Promise<Deviating | undefined> {
  const { deviations } = (await ask('conformance')).body as { deviations: Deviating[] };
  return deviations.find(({ reportId }) => reportId === id);
}

describe('conformance', () => {
  it('finds the way of every case, and all of them allowed', async () => {
    const { body, text, status } = await ask('conformance');
    expect(status, text).toBe(200);
    expect(body.deviations).toEqual([]);
    expect(body.conforming + body.notJudged).toBe(body.cases);
    const ways = body.variants as { steps: { element: string }[]; cases: number }[];
    expect(ways.reduce((sum, { cases }) => sum + cases, 0)).toBe(body.cases);
    expect(ways.map(({ steps }) => steps.map(({ element }) => element))).toContainEqual([
      ...['validate', 'verify', 'assess', 'review', 'fix', 'validate', 'verify', 'assess', 'review'],
      ...['register', 'sync', 'issue', 'notify', 'completed'],
    ]);
  });

  it('shows a case whose record says that a step was left out', async () => {
    const taken = await db.query(
      `delete from approval.case_step where report_id = $1 and element = 'assess' returning *`,
      [returned],
    );
    try {
      const found = await deviationOf(returned);
      expect(found!.why.map(({ kind, step }) => `${kind} ${step.element}`)).toEqual([
        ...['no-way-here facts_valid', 'no-way-here facts_valid'],
        ...['nothing-followed verify', 'nothing-followed verify'],
      ]);
    } finally {
      for (const step of taken[0] as object[])
        await db.query(
          `insert into approval.case_step select * from jsonb_populate_record(null::approval.case_step, $1::jsonb)`,
          [JSON.stringify(step)],
        );
    }
    expect(await deviationOf(returned)).toBeUndefined();
  });
});

describe('breaches', () => {
  const overdue = (id: string, hours: number) =>
    db.query(
      `update approval.task set due_at = coalesce(ended_at, now()) - $2 * interval '1 hour' where report_id = $1 and element = 'review'`,
      [id, hours],
    );

  it('say what was late, where and why', async () => {
    const before = (await ask('breaches')).body as { tasks: number };
    await overdue(waiting, 5);
    const { body, text, status } = await ask('breaches');
    expect(status, text).toBe(200);
    expect(text).not.toMatch(FULL_NIK);
    expect(body.tasks).toBe(before.tasks + 1);
    const items = body.items as {
      reportId: string;
      cause: string;
      step: string;
      late: number;
      endedAt: null;
    }[];
    const found = items.find(({ reportId }) => reportId === waiting)!;
    expect(found).toMatchObject({ cause: 'unclaimed', step: REVIEW, endedAt: null });
    expect(found.late / 3600).toBeCloseTo(5, 1);
    expect(body.byArea).toEqual([
      expect.objectContaining({ key: DAGO, names: { id: 'Dago', en: 'Dago' }, tasks: body.tasks }),
    ]);
    const { body: times } = await ask('times');
    expect(times.areas[0].late).toBeGreaterThan(0);

    // Whoever takes it before it is due, holds it.
    const task = await untilTask(waiting, 'review', 'supervisor.coblong');
    await (await as('supervisor.coblong')).post(`/api/v1/tasks/${task.id}/claim`).expect(200);
    await db.query(`update approval.task set claimed_at = due_at - interval '1 minute' where task_id = $1`, [
      task.id,
    ]);
    const held = (await ask('breaches')).body.items as { reportId: string; cause: string; officer: string }[];
    expect(held.find(({ reportId }) => reportId === waiting)).toMatchObject({
      ...{ cause: 'held', officer: 'supervisor.coblong' },
    });
  });
});

describe('an analysis', () => {
  it.each(['times', 'conformance', 'breaches'])(
    '(%s) is for auditors, the head and the admin',
    async (about) => {
      for (const user of ['operator.dago', 'supervisor.coblong', 'verif.bandung', 'analyst'] as const)
        expect((await ask(about, {}, user)).status, user).toBe(403);
      for (const user of ['auditor', 'kadis.bandung', 'admin.bandung'] as const)
        expect((await ask(about, {}, user)).status, user).toBe(200);
    },
  );

  it.each(['times', 'conformance', 'breaches'])(
    '(%s) stays in the area and asks for a period',
    async (about) => {
      expect((await ask(about, { area: '32.71' })).status).toBe(404);
      expect((await ask(about, { type: 'no-such-event' })).status).toBe(404);
      expect((await ask(about, { from: '2026-05-02', to: '2026-05-01' })).status).toBe(422);
      expect((await ask(about, { from: '2024-01-01', to: '2026-05-01' })).status).toBe(422);
      expect((await ask(about, { from: '2026-02-30', to: '2026-05-01' })).status).toBe(422);
      expect((await (await as('auditor')).get(`/api/v1/analysis/${about}?type=birth`)).status).toBe(422);
    },
  );
});
