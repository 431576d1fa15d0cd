/** What an operator mends of a returned report: judged as its own case, and kept until it is sent again. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  readReport,
  submitExample,
  untilStatus,
  untilTask,
  type ReportView,
} from '../src/support/case-pilot.js';

vi.setConfig({ testTimeout: 120_000 });

let report: ReportView;
let fix: string;
beforeAll(async () => {
  report = await submitExample('birth');
  await decide({
    ...{ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'return' },
    note: 'Nama berbeda dengan surat kelahiran.',
  });
  await untilStatus(report.id, 'returned');
  report = await readReport(report.id);
  fix = `/api/v1/tasks/${encodeURIComponent((await untilTask(report.id, 'fix', 'operator.dago')).id)}`;
});

describe('a check', () => {
  const check = async (body: object, user: 'operator.dago' | 'supervisor.sukasari' = 'operator.dago') =>
    (await as(user)).post('/api/v1/reports/check').send({ type: 'birth', data: report.data, ...body });

  it('finds another report about the same, but not the report itself', async () => {
    const codes = ({ body }: Awaited<ReturnType<typeof check>>) =>
      (body.findings as { code: string }[]).map(({ code }) => code);
    expect(codes(await check({}))).toContain('U17');
    expect(codes(await check({ reportId: report.id }))).toEqual([]);
  });

  it('knows no report of a foreign area', async () => {
    expect((await check({ reportId: report.id }, 'supervisor.sukasari')).status).toBeGreaterThanOrEqual(403);
  });
});

describe('a correction', () => {
  const keep = async (body: object, user: 'operator.dago' | 'operator2.dago' = 'operator.dago') =>
    (await as(user)).put(`${fix}/draft`).send(body);
  const kept = async () => (await (await as('operator.dago')).get(fix).expect(200)).body;

  it('is kept by who has the task, one window after the other, and is gone once it is sent', async () => {
    const operator = await as('operator.dago');
    const mended = {
      ...report.data,
      child: { ...(report.data['child'] as object), name: 'Nama Dibetulkan' },
    };
    expect((await keep({ data: mended, version: 0 })).body.type).toContain('task-not-claimed');
    await operator.post(`${fix}/claim`).expect(200);
    expect((await keep({ data: mended, version: 0 }, 'operator2.dago')).body.type).toContain('task-taken');
    expect((await kept()).draft).toBeNull();

    expect((await keep({ data: { child: 7 }, version: 0 })).body).toEqual({ version: 1 });
    expect((await keep({ data: mended, version: 1 })).body).toEqual({ version: 2 });
    expect((await keep({ data: { child: 8 }, version: 1 })).body.type).toContain('draft-changed');
    expect((await keep({ data: mended, version: 1 })).body).toEqual({ version: 2 });
    expect((await keep({ data: mended, version: 2, begunBy: 'operator2.dago' })).status).toBe(403);

    const { draft, data } = await kept();
    expect(draft).toMatchObject({ version: 2, keptBy: 'operator.dago', data: mended });
    // The report itself is as it was sent.
    expect(data).toEqual(report.data);

    await operator.post(`${fix}/complete`).send({ outcome: 'resubmit', data: draft.data }).expect(200);
    expect((await kept()).draft).toBeNull();
    expect((await keep({ data: mended, version: 2 })).status).toBe(410);
    expect((await readReport(report.id)).data).toEqual(mended);
  });

  it('is kept of nothing but a correction', async () => {
    const { id } = await untilTask(report.id, 'review', 'supervisor.coblong');
    const supervisor = await as('supervisor.coblong');
    const path = `/api/v1/tasks/${encodeURIComponent(id)}`;
    await supervisor.post(`${path}/claim`).expect(200);
    await supervisor.put(`${path}/draft`).send({ data: {} }).expect(409);
  });
});
