/** A month is closed through the real engine: frozen, signed by its offices, rolled up, reopened with a reason. */
import { createHash } from 'node:crypto';
import { todayJakarta } from '@lampid/domain/dates';
import { previousMonth } from '@lampid/domain/months';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { as } from '../src/support/api.js';
import { untilTask } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';

const DAGO = '32.73.02.1004';
const COBLONG = '32.73.02';
const month = previousMonth(todayJakarta(new Date()).slice(0, 7));
const PATIENCE = { timeoutMs: 60_000 };

interface ClosingView {
  area: string;
  areaName: string;
  state: string;
  case: { id: string } | null;
  versions: { version: number; sha256: string; reopenedBy: string | null; reopenedReason: string | null }[];
}

async function closings(user = 'admin.bandung'): Promise<ClosingView[]> {
  const { body } = await (await as(user as DemoUser)).get(`/api/v1/closings?month=${month}`).expect(200);
  return body.items as ClosingView[];
}

async function closing(area: string): Promise<ClosingView> {
  return (await closings()).find((one) => one.area === area)!;
}

const untilState = (area: string, ...states: string[]) =>
  eventually(
    `${area} becomes ${states.join(' or ')}`,
    async () => {
      const found = await closing(area);
      return states.includes(found.state) && found;
    },
    PATIENCE,
  );

/** `Dago` -> `operator.dago`, as the accounts of the demonstration are called. */
const operatorOf = ({ areaName }: ClosingView) =>
  `operator.${areaName.toLowerCase().replace(/[^a-z]/g, '')}` as DemoUser;

async function sign(area: string, user: DemoUser, step: string, body: object = { outcome: 'sign' }) {
  const { case: found } = await untilState(area, 'signing');
  const task = await untilTask(found!.id, step, user);
  const officer = await as(user);
  await officer.post(`/api/v1/tasks/${task.id}/claim`).expect(200);
  await officer.post(`/api/v1/tasks/${task.id}/complete`).send(body).expect(200);
}

async function recap(
  area: string,
): Promise<{ text: string; closed: { version: number; sha256: string } | null }> {
  const answer = await (
    await as('admin.bandung')
  )
    .get(`/api/v1/recap?month=${month}&area=${area}`)
    .expect(200);
  return { text: answer.text, closed: answer.body.closed };
}

/** What a worker locks that freezes the month, while somebody else does something that waits for it. */
async function whileFreezing(reportId: string, act: () => Promise<unknown>): Promise<void> {
  let acting: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.query('select 1 from reporting.report where id = $1 for share', [reportId]);
    acting = act();
    await eventually('somebody waits', async () => {
      const waiting = await db.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
      return waiting.length > 0;
    });
    await tx.query('select pg_advisory_xact_lock(statistics.month_lock($1))', [DAGO]);
  });
  await acting;
}

let db: DataSource;
beforeAll(async () => {
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
  const { body } = await (await as('admin.bandung')).post('/api/v1/closings').send({ month }).expect(202);
  expect(body.areas).toContain(DAGO);
});
afterAll(() => db?.destroy());

describe('closing a month', () => {
  it('is begun by an admin only, once, and not before the month', async () => {
    await (await as('supervisor.coblong')).post('/api/v1/closings').send({ month }).expect(403);
    const again = await (await as('admin.bandung')).post('/api/v1/closings').send({ month }).expect(202);
    expect(again.body.areas).toEqual([]);
    const early = await (await as('admin.bandung')).post('/api/v1/closings').send({ month: '2999-01' });
    expect(early.status).toBe(409);
  });

  it('shows every office its own areas', async () => {
    const areas = async (user: string) => (await closings(user)).map(({ area }) => area);
    expect(await areas('operator.dago')).toEqual([DAGO]);
    expect((await areas('supervisor.coblong'))[0]).toBe(COBLONG);
    expect((await areas('auditor'))[0]).toBe('32.73');
  });

  it('freezes the report: what is read later is what was hashed', async () => {
    const { versions } = await untilState(DAGO, 'signing');
    const query = `month=${month}&area=${DAGO}&version=1`;
    const report = await (await as('operator.dago')).get(`/api/v1/closings/report?${query}`).expect(200);
    expect(createHash('sha256').update(report.text, 'utf8').digest('hex')).toBe(versions[0]!.sha256);
    expect((await recap(DAGO)).closed).toMatchObject({ version: 1, sha256: versions[0]!.sha256 });
    await (
      await as('operator.dago')
    )
      .get(`/api/v1/closings/report?${query.replace(DAGO, COBLONG)}`)
      .expect(404);
  });

  it("nobody can report one, and it is in nobody's list of what can be reported", async () => {
    const { body } = await (
      await as('operator.dago')
    )
      .get('/api/v1/event-types?type=monthly-closing')
      .expect(200);
    expect(body.items[0]).toMatchObject({ reportedBy: [], example: null });
    const data = { month, area: DAGO };
    const answer = await (
      await as('operator.dago')
    )
      .post('/api/v1/reports')
      .set('Idempotency-Key', crypto.randomUUID())
      .send({ type: 'monthly-closing', data });
    expect(answer.status).toBe(403);
  });

  it('goes up: kelurahan by kelurahan, then the kecamatan signs its sum', async () => {
    const villages = (await closings()).filter(({ area }) => area.startsWith(`${COBLONG}.`));
    for (const village of villages) await sign(village.area, operatorOf(village), 'village_sign');
    for (const { area } of villages) await untilState(area, 'published');
    const before = await recap(DAGO);

    await sign(COBLONG, 'supervisor.coblong', 'district_sign');
    await untilState(COBLONG, 'published');
    const total = (text: string) =>
      (JSON.parse(text) as { rows: { id: string; totals: { all: number } }[] }).rows.find(
        ({ id }) => id === 'closing',
      )!.totals.all;
    const parts = await Promise.all(villages.map(async ({ area }) => total((await recap(area)).text)));
    expect(total((await recap(COBLONG)).text)).toBe(parts.reduce((sum, part) => sum + part, 0));
    expect((await recap(DAGO)).text).toBe(before.text);
  }, 180_000);

  it('is reopened by an admin, with a reason, upwards; closing again makes a new version', async () => {
    const reopen = async (user: string, body: object) =>
      (await as(user as DemoUser)).post('/api/v1/closings/reopen').send({ month, area: DAGO, ...body });
    const reason = 'Satu kelahiran tercatat dua kali';
    expect((await reopen('supervisor.coblong', { reason })).status).toBe(403);
    expect((await reopen('admin.bandung', { reason: '' })).status).toBe(422);
    const first = (await closing(DAGO)).versions[0]!;
    expect((await reopen('admin.bandung', { reason })).body.areas).toEqual([DAGO, COBLONG]);
    expect((await reopen('admin.bandung', { reason })).status).toBe(409);

    const open = await closing(DAGO);
    expect(open.state).toBe('reopened');
    const { version, sha256 } = first;
    expect(open.versions[0]).toMatchObject({
      version,
      sha256,
      reopenedBy: 'admin.bandung',
      reopenedReason: reason,
    });
    expect((await recap(DAGO)).closed).toBeNull();

    await (await as('admin.bandung')).post('/api/v1/closings').send({ month }).expect(202);
    const again = await untilState(DAGO, 'signing');
    expect(again.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(again.versions[1]).toMatchObject({ sha256: first.sha256, reopenedReason: reason });
  }, 120_000);

  it('that is refused stays closed and waits for the admin; reopening ends a case that waits', async () => {
    const note = { outcome: 'refuse', note: 'Jumlah pindah tidak sesuai buku' };
    await sign(DAGO, 'operator.dago', 'village_sign', note);
    await untilState(DAGO, 'refused');
    expect((await recap(DAGO)).closed).toMatchObject({ version: 2 });

    await (await as('admin.bandung')).post('/api/v1/closings').send({ month }).expect(202);
    const { case: waiting } = await untilState(DAGO, 'signing');
    await whileFreezing(waiting!.id, async () =>
      (await as('admin.bandung'))
        .post('/api/v1/closings/reopen')
        .send({ month, area: DAGO, reason: 'Perbaikan data pindah' })
        .expect(200),
    );
    await eventually(
      'the case to end',
      async () => {
        const { body } = await (await as('operator.dago')).get(`/api/v1/reports/${waiting!.id}`).expect(200);
        return body.status === 'cancelled';
      },
      PATIENCE,
    );
  }, 120_000);
});
