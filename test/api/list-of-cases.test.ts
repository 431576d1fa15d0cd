/** The list of cases: page by page, found by what is known of a case, narrowed by what is not wanted. */
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

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
    for (const actor of ['supervisor2.coblong', 'komalasari Euis'])
      expect(await listed('auditor', { ...whole, actor })).toContain(id);
    expect(await listed('auditor', { ...whole, actor: 'Euis Hidayat' })).not.toContain(id);
    expect(await listed('auditor', { ...whole, actor: 'kadis.bandung' })).not.toContain(id);
    expect(await listed('auditor', { ...whole, area: '32.73.01' })).not.toContain(id);
    expect(await listed('auditor', { until: '2020-01-01' })).toEqual([]);
    expect(await listed('auditor', { from: '2120-01-01' })).toEqual([]);

    const supervisor = await as('supervisor.coblong');
    await supervisor.get('/api/v1/reports?area=32.73').expect(404);
    await supervisor.get('/api/v1/reports?actor=supervisor2.coblong').expect(403);
    await supervisor.get('/api/v1/reports?from=yesterday').expect(422);
  });
});
