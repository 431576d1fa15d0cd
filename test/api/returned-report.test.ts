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
import type { DemoUser } from '../src/support/token.js';

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

describe('who takes a correction over', () => {
  const file = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const upload = async (user: DemoUser, fileName: string): Promise<string> => {
    const sent = (await as(user)).post('/api/v1/attachments').attach('file', file, fileName);
    return (await sent.expect(201)).body.id;
  };
  const open = async (user: DemoUser, id: string) =>
    (await (await as(user)).get(`/api/v1/documents/${id}`)).status;

  it('has what the colleague attached for it, knows whose it is, and sends it', async () => {
    const { id } = await submitExample('death');
    const { data } = await readReport(id);
    await decide({
      ...{ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'return' },
      note: 'Surat kuasa belum ada.',
    });
    const task = await untilTask(id, 'fix', 'operator.dago');
    const path = `/api/v1/tasks/${encodeURIComponent(task.id)}`;
    const [first, second] = [await as('operator.dago'), await as('operator2.dago')];
    const attached = await upload('operator.dago', 'surat kuasa.pdf');
    const elsewhere = await upload('operator.dago', 'lain.pdf');
    const withFile = (attachmentId: string) => ({
      ...data,
      documents: [...(data['documents'] as object[]), { kind: 'f-1-07', attachmentId }],
    });
    // Not kept with anything: nobody else's.
    expect(await open('operator2.dago', attached)).toBe(404);

    await first.post(`${path}/claim`).expect(200);
    await first
      .put(`${path}/draft`)
      .send({ data: withFile(attached), version: 0 })
      .expect(200);
    await first.post(`${path}/unclaim`).expect(200);

    const { body: taken } = await second.get(path).expect(200);
    expect(taken.draft.uploads).toContainEqual({
      ...{ id: attached, fileName: 'surat kuasa.pdf', uploadedBy: 'operator.dago' },
    });
    expect(await open('operator2.dago', attached)).toBe(200);
    for (const stranger of ['operator.cigadung', 'supervisor.sukasari'] as const)
      expect(await open(stranger, attached)).toBe(404);
    expect(await open('warga.dago', attached)).toBe(403);
    expect(await open('operator2.dago', elsewhere)).toBe(404);

    await second.post(`${path}/claim`).expect(200);
    // What the colleague did not leave cannot be taken.
    const refused = await second.put(`${path}/draft`).send({ data: withFile(elsewhere), version: 1 });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'UNKNOWN_ATTACHMENT']);
    const sent = (documentId: string) =>
      second.post(`${path}/complete`).send({ outcome: 'resubmit', data: withFile(documentId) });
    expect((await sent(elsewhere)).status).toBe(422);
    await second
      .put(`${path}/draft`)
      .send({ data: withFile(attached), version: 1 })
      .expect(200);
    await sent(attached).expect(200);
    const { body: after } = await second.get(`/api/v1/reports/${id}`).expect(200);
    expect(after.attachments.map((found: { id: string }) => found.id)).toContain(attached);
    expect(await open('operator2.dago', attached)).toBe(200);
  });
});
