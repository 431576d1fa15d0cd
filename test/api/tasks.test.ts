/** Decisions: who gets a task, what a decision owes, and what a correction keeps. */
import { createDataSource } from '@lampid/db/data-source';
import { addDays, todayJakarta } from '@lampid/domain/dates';
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  pathOf,
  readReport,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';
import { getToken, type DemoUser } from '../src/support/token.js';

async function act(user: string, taskId: string, verb: 'claim' | 'unclaim' | 'complete', body?: object) {
  return (await as(user as DemoUser)).post(`/api/v1/tasks/${taskId}/${verb}`).send(body);
}

async function reviewOf(type = 'birth', data?: unknown) {
  const report = data ? await submit(type, data) : await submitExample(type);
  return { report, task: await untilTask(report.id, 'review', 'supervisor.coblong') };
}

describe('a task', () => {
  it('is the work of its group: outcomes, form, data and findings come with it', async () => {
    const { report, task } = await reviewOf();
    expect(task).toMatchObject({
      ticket: report.ticket,
      type: 'birth',
      outcomes: ['approve', 'return', 'reject'],
    });
    const { body } = await (await as('supervisor.coblong')).get(`/api/v1/tasks/${task.id}`).expect(200);
    expect(body).toMatchObject({ state: 'open', assignee: null, noteRequired: ['return', 'reject'] });
    expect(body.form.components.length).toBeGreaterThan(0);
    expect(body.data.child.name).toBe((report as unknown as { title?: string }).title ?? body.title);
    expect(new Date(body.dueAt).getTime()).toBeGreaterThan(Date.now());
    const others = await (await as('operator.dago')).get(`/api/v1/tasks?reportId=${report.id}`);
    expect(others.body.items).toEqual([]);
  });

  it('goes to one of many who reach for it at the same moment', async () => {
    const { task } = await reviewOf();
    const tokens = await Promise.all(
      ['supervisor.coblong', 'supervisor2.coblong'].map((user) => getToken(user as DemoUser)),
    );
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        fetch(`${testStack().baseUrl}/api/v1/tasks/${task.id}/claim`, {
          method: 'POST',
          headers: { authorization: `Bearer ${tokens[index % 2]}` },
        }),
      ),
    );
    const winners = await Promise.all(
      answers
        .filter(({ ok }) => ok)
        .map(async (answer) => ((await answer.json()) as { assignee: string }).assignee),
    );
    expect(new Set(winners).size).toBe(1);
    expect(winners).toHaveLength(5);
    expect(answers.filter(({ ok }) => !ok).every(({ status }) => status === 409)).toBe(true);
  });

  it('can be given back, by who has it', async () => {
    const { task } = await reviewOf();
    expect((await act('supervisor.coblong', task.id, 'unclaim')).status).toBe(409);
    expect((await act('supervisor.coblong', task.id, 'claim')).status).toBe(200);
    expect((await act('supervisor2.coblong', task.id, 'unclaim')).status).toBe(409);
    expect((await act('supervisor.coblong', task.id, 'unclaim')).status).toBe(200);
    expect((await act('supervisor2.coblong', task.id, 'claim')).status).toBe(200);
  });

  it('is not found from another area, and forbidden to another role', async () => {
    const { task } = await reviewOf();
    expect((await act('operator.cipaganti', task.id, 'claim')).status).toBe(404);
    expect((await act('operator.dago', task.id, 'claim')).status).toBe(403);
    expect((await act('verif.bandung', task.id, 'claim')).status).toBe(403);
    expect((await act('auditor', task.id, 'claim')).status).toBe(403);
    expect((await act('analyst', task.id, 'claim')).status).toBe(403);
    expect((await act('supervisor.coblong', 'no-such-task', 'claim')).status).toBe(404);
    expect((await act('operator.dago', task.id, 'complete', { outcome: 'approve' })).status).toBe(403);
  });
});

describe('a decision', () => {
  it("needs one's own claim", async () => {
    const { task } = await reviewOf();
    expect((await act('supervisor.coblong', task.id, 'complete', { outcome: 'approve' })).body).toMatchObject(
      {
        ...{ status: 409, type: '/problems/task-not-claimed' },
      },
    );
    await act('supervisor2.coblong', task.id, 'claim');
    expect((await act('supervisor.coblong', task.id, 'complete', { outcome: 'approve' })).body).toMatchObject(
      {
        ...{ status: 409, type: '/problems/task-taken' },
      },
    );
  });

  it('must be one that the model offers, with a reason where it sends back or ends', async () => {
    const { task } = await reviewOf();
    await act('supervisor.coblong', task.id, 'claim');
    const refused = async (body: object) =>
      (
        (await act('supervisor.coblong', task.id, 'complete', body)).body.errors as {
          code: string;
          field: string;
        }[]
      ).map(({ code, field }) => `${code} ${field}`);
    expect(await refused({ outcome: 'promote' })).toEqual(['UNKNOWN_OUTCOME outcome']);
    expect(await refused({ outcome: 'return' })).toEqual(['NOTE_REQUIRED note']);
    expect(await refused({ outcome: 'reject', note: '   ' })).toEqual(['NOTE_REQUIRED note']);
    expect(await refused({})).toEqual(['REQUIRED outcome']);
  });

  it('takes the task out of every queue at once, and is gone for the next', async () => {
    const { report, task } = await reviewOf();
    await act('supervisor.coblong', task.id, 'claim');
    const done = await act('supervisor.coblong', task.id, 'complete', {
      outcome: 'reject',
      note: 'bukan warga',
    });
    expect(done.body).toEqual({ id: task.id, reportId: report.id, outcome: 'reject', state: 'deciding' });
    const queue = await (await as('supervisor.coblong')).get(`/api/v1/tasks?reportId=${report.id}`);
    expect(queue.body.items).toEqual([]);
    expect((await act('supervisor.coblong', task.id, 'complete', { outcome: 'approve' })).status).toBe(410);
    expect((await act('supervisor2.coblong', task.id, 'claim')).status).toBe(410);
    await untilStatus(report.id, 'rejected');
    expect((await act('supervisor2.coblong', task.id, 'claim')).status).toBe(410);
  });

  it('is in the history with who, what and why', async () => {
    const { report } = await reviewOf();
    await decide({
      reportId: report.id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'reject',
      note: 'ganda',
    });
    await untilStatus(report.id, 'rejected');
    const { body } = await (await as('auditor')).get(`/api/v1/reports/${report.id}/history`).expect(200);
    const items = body.items as Record<string, unknown>[];
    expect(items[0]).toMatchObject({ element: 'reported', kind: 'startEvent' });
    expect(items.find(({ element, kind }) => element === 'review' && kind === 'userTask')).toMatchObject({
      ...{
        actor: 'supervisor.coblong',
        outcome: 'reject',
        note: 'ganda',
        outcomeLabel: { id: 'Tolak', en: 'Reject' },
      },
    });
    expect(items.find(({ element }) => element === 'validate')).toMatchObject({
      actor: 'worker:validate-report',
    });
    expect(items.every(({ start, end }) => start !== null && end !== null)).toBe(true);
  });
});

describe('warnings', () => {
  /** DOMAIN L15: an unusual weight is a warning, no more. */
  async function unusual() {
    const data = await exampleOf('birth');
    return reviewOf('birth', { ...data, child: { ...(data['child'] as object), weightGrams: 1400 } });
  }

  it('never stop a case, but whoever approves has acknowledged them', async () => {
    const { report, task } = await unusual();
    await act('supervisor.coblong', task.id, 'claim');
    const { body } = await (await as('supervisor.coblong')).get(`/api/v1/tasks/${task.id}`);
    expect(body.toAcknowledge).toEqual(['L15']);
    const refused = await act('supervisor.coblong', task.id, 'complete', { outcome: 'approve' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ code: 'NOT_ACKNOWLEDGED', field: 'data.acknowledged' }),
    ]);
    const approved = await act('supervisor.coblong', task.id, 'complete', {
      ...{ outcome: 'approve', data: { acknowledged: ['L15'] } },
    });
    expect(approved.status).toBe(200);
    const done = await untilStatus(report.id, 'completed');
    expect(done.findings).toEqual([
      expect.objectContaining({ code: 'L15', acknowledgedBy: 'supervisor.coblong' }),
    ]);
  });

  it('are nothing that a rejection has to acknowledge', async () => {
    const { report, task } = await unusual();
    await act('supervisor.coblong', task.id, 'claim');
    const rejected = await act('supervisor.coblong', task.id, 'complete', {
      outcome: 'reject',
      note: 'tidak jelas',
    });
    expect(rejected.status).toBe(200);
    await untilStatus(report.id, 'rejected');
  });
});

describe('a returned report', () => {
  it('comes back corrected; what was not touched stays, and the decider sees the new data', async () => {
    const { report } = await reviewOf();
    await decide({
      reportId: report.id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'return',
      note: 'ejaan',
    });
    await untilStatus(report.id, 'returned');
    const before = await readReport(report.id);
    const child = { ...(before.data['child'] as { name: string }), name: 'Nama Terbetulkan' };
    await decide({
      ...{ reportId: report.id, step: 'fix', user: 'operator2.dago', outcome: 'resubmit' },
      data: { ...before.data, child },
    });
    const task = await untilTask(report.id, 'review', 'supervisor.coblong');
    const { body } = await (await as('supervisor.coblong')).get(`/api/v1/tasks/${task.id}`);
    expect(body.data).toEqual({ ...before.data, child });
    expect(body.title).toBe('Nama Terbetulkan');
    const found = await (await as('operator.dago')).get('/api/v1/reports?q=terbetulkan').expect(200);
    expect((found.body.items as { id: string }[]).map(({ id }) => id)).toContain(report.id);
    expect((await pathOf(report.id)).filter((element) => element === 'validate')).toHaveLength(2);
  });

  it('can be sent in again as it stands; the shape of new data is checked', async () => {
    const { report } = await reviewOf();
    await decide({
      reportId: report.id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'return',
      note: 'periksa',
    });
    const fix = await untilTask(report.id, 'fix', 'operator.dago');
    await act('operator.dago', fix.id, 'claim');
    const wrong = await act('operator.dago', fix.id, 'complete', { outcome: 'resubmit', data: { child: 7 } });
    expect(wrong.status).toBe(422);
    expect((await act('operator.dago', fix.id, 'complete', { outcome: 'resubmit' })).status).toBe(200);
    await untilTask(report.id, 'review', 'supervisor.coblong');
  });

  it('can be given up by who reported it', async () => {
    const { report } = await reviewOf();
    await decide({
      reportId: report.id,
      step: 'review',
      user: 'supervisor.coblong',
      outcome: 'return',
      note: 'periksa',
    });
    await decide({ reportId: report.id, step: 'fix', user: 'operator.dago', outcome: 'cancel' });
    await untilStatus(report.id, 'cancelled');
  });
});

const bornDaysAgo = (example: Record<string, unknown>, days: number) => {
  const birthDate = addDays(todayJakarta(new Date()), -days);
  return { ...example, child: { ...(example['child'] as object), birthDate, dayName: null } };
};

describe('the second decision', () => {
  it('of a late birth is the head of office’s', async () => {
    const data = await exampleOf('birth');
    const { report } = await reviewOf('birth', bornDaysAgo(data, 70));
    const { findings } = await readReport(report.id);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'L01', severity: 'L' }));
    await decide({
      ...{ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' },
      data: { acknowledged: findings.filter(({ severity }) => severity === 'W').map(({ code }) => code) },
    });
    await untilStatus(report.id, 'awaiting_decision');
    await decide({ reportId: report.id, step: 'special', user: 'kadis.bandung', outcome: 'approve' });
    await untilStatus(report.id, 'completed');
  });

  it('is not asked for a birth that was reported in time and took its days in the office', async () => {
    const { report } = await reviewOf('birth', bornDaysAgo(await exampleOf('birth'), 63));
    const isLate = async () => (await readReport(report.id)).findings.some(({ code }) => code === 'L01');
    expect(await isLate()).toBe(true);
    const db = await createDataSource({
      url: testStack().databaseUrl,
      poolSize: 1,
      applicationName: 'lampid-test',
    });
    await db.query(
      `update reporting.report set submitted_at = submitted_at - interval '3 days' where id = $1`,
      [report.id],
    );
    await db.destroy();
    const returned = { outcome: 'return', note: 'foto KTP saksi buram' };
    await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', ...returned });
    const { data } = await readReport(report.id);
    const check = { type: 'birth', data, reportId: report.id };
    const { body } = await (await as('operator.dago')).post('/api/v1/reports/check').send(check).expect(200);
    expect((body.findings as { code: string }[]).map(({ code }) => code)).not.toContain('L01');
    await decide({ reportId: report.id, step: 'fix', user: 'operator.dago', outcome: 'resubmit' });
    await untilTask(report.id, 'review', 'supervisor.coblong');
    expect(await isLate()).toBe(false);
  });
});
