/** A month is closed through the real engine: begun by the clock, frozen, signed by its offices, rolled up, reopened with a reason. */
import { createHash } from 'node:crypto';
import { addDays, dayName, todayJakarta } from '@lampid/domain/dates';
import { firstDayOf, previousMonth } from '@lampid/domain/months';
import { onDate } from '@lampid/launcher/test/shifted-date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { startOwnProcess } from '../src/support/own-process.js';
import { testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';

const DAGO = '32.73.02.1004';
const COBLONG = '32.73.02';
const CITY = '32.73';
const thisMonth = todayJakarta(new Date()).slice(0, 7);
const month = previousMonth(thisMonth);
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
const officerOf = (role: 'operator' | 'supervisor', { areaName }: ClosingView) =>
  `${role}.${areaName.toLowerCase().replace(/[^a-z]/g, '')}` as DemoUser;
const operatorOf = (village: ClosingView) => officerOf('operator', village);

async function sign(area: string, user: DemoUser, step: string, body: object = { outcome: 'sign' }) {
  const { case: found } = await untilState(area, 'signing');
  const task = await untilTask(found!.id, step, user);
  const officer = await as(user);
  await officer.post(`/api/v1/tasks/${task.id}/claim`).expect(200);
  await officer.post(`/api/v1/tasks/${task.id}/complete`).send(body).expect(200);
}

/** Four at a time: thirty offices one after another take a minute. */
async function eachOffice(offices: ClosingView[], act: (office: ClosingView) => Promise<unknown>) {
  const waiting = [...offices];
  const work = async () => {
    for (let office = waiting.pop(); office; office = waiting.pop()) await act(office);
  };
  await Promise.all([work(), work(), work(), work()]);
}

const closingTotal = (text: string) =>
  (JSON.parse(text) as { rows: { id: string; totals: { all: number } }[] }).rows.find(
    ({ id }) => id === 'closing',
  )!.totals.all;

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
  // A server of the first of this month, so that its cases are earlier than all that follow; a fifth event type is no matter of it.
  const clock = startOwnProcess('server', {
    ...onDate(`${thisMonth}-01`),
    ...{ SERVICES: 'statistics', CLOSING_CLOCK: '1', PORT: '0' },
  });
  try {
    await eventually(
      'the clock to begin every kelurahan',
      async () => {
        const villages = (await closings()).filter(({ area }) => area.length === DAGO.length);
        return villages.length > 0 && villages.every((village) => village.case !== null);
      },
      PATIENCE,
    );
  } finally {
    clock.end();
    await clock.gone;
  }
});
afterAll(() => db?.destroy());

describe('closing a month', () => {
  it('begins by itself on the first days of the next, as the system, once for each kelurahan', async () => {
    const begun = await db.query(
      `select a.actor, count(*)::int as cases, count(distinct r.area_code)::int as areas,
         bool_and(r.created_by = 'system') as by_system
       from kernel.audit a join reporting.report r on r.id = a.report_id
       where a.action = 'closing.started' and r.data->>'month' = $1 group by a.actor`,
      [month],
    );
    const villages = (await closings()).filter(({ area }) => area.length === DAGO.length).length;
    expect(begun).toEqual([{ actor: 'system', cases: villages, areas: villages, by_system: true }]);
  });

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
    const parts = await Promise.all(villages.map(async ({ area }) => closingTotal((await recap(area)).text)));
    expect(closingTotal((await recap(COBLONG)).text)).toBe(parts.reduce((sum, part) => sum + part, 0));
    expect((await recap(DAGO)).text).toBe(before.text);
  }, 180_000);

  it('and to the top: when the last kecamatan has signed the city may, and nobody else for it', async () => {
    const all = await closings();
    const villages = all.filter(({ area }) => area.length === DAGO.length && !area.startsWith(`${COBLONG}.`));
    const districts = all.filter(({ area }) => area.length === COBLONG.length && area !== COBLONG);
    expect(districts.length).toBeGreaterThan(1);
    expect(await closing(CITY)).toMatchObject({ state: 'open', case: null });
    await eachOffice(villages, (village) => sign(village.area, operatorOf(village), 'village_sign'));
    await eachOffice(districts, (district) =>
      sign(district.area, officerOf('supervisor', district), 'district_sign'),
    );
    const { case: found } = await untilState(CITY, 'signing');
    for (const user of ['supervisor.coblong', 'verif.bandung'] as const) {
      const { body } = await (await as(user)).get(`/api/v1/tasks?reportId=${found!.id}`);
      expect(body.items ?? [], user).toEqual([]);
    }
    await sign(CITY, 'admin.bandung', 'city_sign');
    await untilState(CITY, 'published');
    const parts = await Promise.all(
      [COBLONG, ...districts.map(({ area }) => area)].map(async (area) =>
        closingTotal((await recap(area)).text),
      ),
    );
    expect(closingTotal((await recap(CITY)).text)).toBe(parts.reduce((sum, part) => sum + part, 0));
  }, 300_000);

  it('takes no posting any more: what happened in it and is told now counts in the open month', async () => {
    const before = await recap(DAGO);
    const lastDay = addDays(firstDayOf(thisMonth), -1);
    await expect(
      db.query(
        `insert into registry.posting (kind, sign, unit, area_code, rt, rw, sex, citizenship, event_date, report_date)
         values ('lost', -1, 'person', $1, '001', '001', 1, 1, $2::date, $2::date)`,
        [DAGO, lastDay],
      ),
    ).rejects.toThrow(`the month of ${lastDay} is closed in ${DAGO}`);

    const example = (await exampleOf('birth')) as { child: object };
    const child = { ...example.child, birthDate: lastDay, dayName: dayName(lastDay) };
    const { id } = await submit('birth', { ...example, child });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'registered', 'completed');
    const posted = await db.query(
      `select event_date as "happened", to_char(report_date, 'YYYY-MM') as "counted" from registry.posting
       where report_id = $1 and unit = 'person'`,
      [id],
    );
    expect(posted).toEqual([{ happened: lastDay, counted: thisMonth }]);
    expect(await recap(DAGO)).toEqual(before);
    const { body } = await (await as('admin.bandung')).get(`/api/v1/recap?month=${thisMonth}&area=${DAGO}`);
    const opening = (body.rows as { id: string; totals: { all: number } }[]).find(
      ({ id }) => id === 'opening',
    )!;
    expect(opening.totals.all).toBe(closingTotal(before.text));
  }, 120_000);

  it('is reopened by an admin, with a reason, upwards; closing again makes a new version', async () => {
    const reopen = async (user: string, body: object) =>
      (await as(user as DemoUser)).post('/api/v1/closings/reopen').send({ month, area: DAGO, ...body });
    const reason = 'Satu kelahiran tercatat dua kali';
    expect((await reopen('supervisor.coblong', { reason })).status).toBe(403);
    expect((await reopen('admin.bandung', { reason: '' })).status).toBe(422);
    const first = (await closing(DAGO)).versions[0]!;
    expect((await reopen('admin.bandung', { reason })).body.areas.sort()).toEqual([CITY, COBLONG, DAGO]);
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
