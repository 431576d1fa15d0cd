/** The dashboard's numbers are those of the monthly report, and its cases those behind them. */
import { todayJakarta } from '@lampid/domain/dates';
import { beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, untilStatus } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

const month = todayJakarta(new Date()).slice(0, 7);
const CITY = '32.73';
const COBLONG = '32.73.02';
const DAGO = '32.73.02.1004';
const CIPAGANTI = '32.73.02.1001';
const EVENTS = ['birth', 'death', 'arrival', 'departure'];

interface Statistics {
  unit: string;
  series: { id: string }[];
  parts: { key: string; values: (number | null)[] }[];
}

async function statistics(by: string, area: string, user: DemoUser = 'admin.bandung'): Promise<Statistics> {
  const { body } = await (
    await as(user)
  )
    .get(`/api/v1/statistics?by=${by}&area=${area}&from=${month}&to=${month}`)
    .expect(200);
  return body as Statistics;
}

async function recapOf(area: string): Promise<Record<string, { all: number; male: number; female: number }>> {
  const { body } = await (
    await as('admin.bandung')
  )
    .get(`/api/v1/recap?area=${area}&month=${month}`)
    .expect(200);
  const rows = body.rows as { id: string; totals: { all: number; male: number; female: number } }[];
  return Object.fromEntries(rows.map(({ id, totals }) => [id, totals]));
}

/** Sums over the parts, in the order of the series. */
const sums = ({ parts, series }: Statistics) =>
  series.map((_, index) => parts.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));

beforeAll(async () => {
  const id = await registeredBirth();
  expect(id).toBeTruthy();
});

async function registeredBirth(): Promise<string> {
  const { id } = await submit('birth', await exampleOf('birth'));
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(id, 'completed');
  return id;
}

describe('statistics of a month', () => {
  it.each([CITY, COBLONG, DAGO])('agree with the A-9 of %s, however they are counted', async (area) => {
    const recap = await recapOf(area);
    const totals = EVENTS.map((row) => recap[row]!.all);
    if (area === DAGO) expect(totals[0]).toBeGreaterThan(0);
    for (const by of ['month', 'sex', 'age']) expect(sums(await statistics(by, area)), by).toEqual(totals);
    const { parts } = await statistics('event', area);
    expect(parts.map(({ values }) => values)).toEqual(
      EVENTS.map((row) => [recap[row]!.male, recap[row]!.female]),
    );
  });

  it('by area agree with the A-9 of each part', async () => {
    const { parts } = await statistics('area', COBLONG);
    expect(parts.length).toBeGreaterThan(3);
    for (const { key, values } of parts) {
      const recap = await recapOf(key);
      expect(values, key).toEqual(EVENTS.map((row) => recap[row]!.all));
    }
  });

  it('lead from a bar to its cases', async () => {
    const id = await registeredBirth();
    const agent = await as('operator.dago');
    const about = `from=${month}&to=${month}`;
    const { body } = await agent.get(`/api/v1/statistics/cases?${about}&row=birth&age=0&limit=1`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ type: 'birth', areaName: 'Dago', late: false, hours: expect.any(Number) }),
    ]);
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const page = await agent
        .get(`/api/v1/statistics/cases?${about}&row=birth&limit=2${cursor}`)
        .expect(200);
      ids.push(...(page.body.items as { id: string }[]).map((one) => one.id));
      if (!page.body.next) break;
      cursor = `&cursor=${page.body.next}`;
    }
    expect(ids).toContain(id);
    expect(new Set(ids).size).toBe(body.total);
    const old = await agent.get(`/api/v1/statistics/cases?${about}&row=birth&age=60%2B`).expect(200);
    expect(old.body).toMatchObject({ items: [], total: 0 });
  });

  it('say which cases open only where they were reported', async () => {
    const data = (await exampleOf('move')) as { destination: object };
    const destination = { ...data.destination, areaCode: CIPAGANTI };
    const { id } = await submit('move', { ...data, destination });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await untilStatus(id, 'registered', 'completed');
    const found = async (user: string, row: string) => {
      const agent = await as(user as DemoUser);
      const query = `from=${month}&to=${month}&row=${row}&limit=200`;
      const { body } = await agent.get(`/api/v1/statistics/cases?${query}`).expect(200);
      const behind = await agent
        .get(`/api/v1/recap/names?month=${month}&row=${row}&cell=all&limit=200`)
        .expect(200);
      return {
        listed: (body.items as { id: string; mayOpen: boolean }[]).find((one) => one.id === id),
        named: (behind.body.items as { reportId: string; mayOpen: boolean }[]).find(
          (one) => one.reportId === id,
        ),
        status: (await agent.get(`/api/v1/reports/${id}`)).status,
      };
    };
    expect(await found('operator.dago', 'departure')).toMatchObject({
      ...{ listed: { mayOpen: true, areaName: 'Dago' }, named: { mayOpen: true }, status: 200 },
    });
    expect(await found('operator.cipaganti', 'arrival')).toMatchObject({
      ...{ listed: { mayOpen: false, areaName: 'Dago' }, named: { mayOpen: false }, status: 404 },
    });
  }, 120_000);

  it('count registered cases on time and late, and how long they took', async () => {
    const lateness = await statistics('lateness', DAGO);
    const [onTime, late] = lateness.parts.find(({ key }) => key === 'birth')!.values as [number, number];
    const agent = await as('operator.dago');
    const of = async (query: string) => {
      const { body } = await agent.get(
        `/api/v1/statistics/cases?from=${month}&to=${month}&type=birth${query}`,
      );
      return body.total as number;
    };
    expect([await of('&late=false'), await of('&late=true'), await of('')]).toEqual([
      onTime,
      late,
      onTime + late,
    ]);
    const duration = await statistics('duration', DAGO);
    const [median, p90] = duration.parts.find(({ key }) => key === 'birth')!.values as [number, number];
    expect(median).toBeGreaterThanOrEqual(0);
    expect(p90).toBeGreaterThanOrEqual(median);
  });

  it("stay inside the caller's area, and a period has an order", async () => {
    const dago = await as('operator.dago');
    expect((await dago.get(`/api/v1/statistics?by=month&area=${COBLONG}`)).status).toBe(404);
    expect((await dago.get(`/api/v1/statistics/cases?area=${CITY}`)).status).toBe(404);
    expect((await dago.get('/api/v1/statistics?by=month&from=2026-05&to=2026-04')).status).toBe(422);
    expect((await dago.get('/api/v1/statistics?by=month&from=1990-01&to=2026-04')).status).toBe(422);
    expect((await (await as('analyst')).get('/api/v1/statistics?by=month')).status).toBe(403);
  });
});
