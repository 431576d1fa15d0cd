/** The queue of a busy desk: found, counted, watched, and worked off many at a time. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';
import { getToken, type DemoUser } from '../src/support/token.js';

const SUPERVISOR = 'supervisor.coblong';

interface Listed {
  id: string;
  reportId: string;
  severity: string | null;
  assignee: string | null;
  dueAt: string | null;
  urgedBy: string | null;
}
interface Outcome {
  id: string;
  done: boolean;
  problem: { type: string; details: { id: string; en: string } } | null;
}

async function waiting(change: (data: Record<string, unknown>) => object = (data) => data) {
  const report = await submit('birth', change(await exampleOf('birth')));
  return { report, task: await untilTask(report.id, 'review', SUPERVISOR) };
}

/** DOMAIN L15: an unusual weight is a warning. */
const light = (data: Record<string, unknown>) => ({
  ...data,
  child: { ...(data['child'] as object), weightGrams: 1400 },
});

async function list(query: string, user: DemoUser = SUPERVISOR): Promise<Listed[]> {
  const { body } = await (await as(user)).get(`/api/v1/tasks?limit=200&${query}`).expect(200);
  return body.items as Listed[];
}

async function many(
  verb: 'claim' | 'complete',
  body: object,
  user: DemoUser = SUPERVISOR,
): Promise<Outcome[]> {
  const answer = await (await as(user)).post(`/api/v1/tasks/${verb}`).send(body).expect(200);
  return answer.body.items as Outcome[];
}

const typeOf = (outcome: Outcome | undefined) => outcome?.problem?.type ?? null;

describe('the list', () => {
  it('is narrowed by who has it and what was found, and sorted by the time that is left', async () => {
    const [plain, found] = [await waiting(), await waiting(light)];
    expect((await list(`reportId=${plain.report.id}&assignee=none`)).map(({ id }) => id)).toEqual([
      plain.task.id,
    ]);
    await many('claim', { ids: [plain.task.id] });
    expect(await list(`reportId=${plain.report.id}&assignee=none`)).toEqual([]);
    expect(await list(`reportId=${plain.report.id}&assignee=me`)).toHaveLength(1);
    expect(await list(`reportId=${plain.report.id}&assignee=me`, 'supervisor2.coblong')).toEqual([]);

    const warned = await list('severity=W');
    expect(warned.find(({ id }) => id === found.task.id)).toMatchObject({ severity: 'W' });
    expect(warned.some(({ id }) => id === plain.task.id)).toBe(false);
    expect(await list(`reportId=${plain.report.id}&late=true`)).toEqual([]);

    const due = (await list('sort=dueAt')).map(({ dueAt }) => Date.parse(dueAt!));
    expect(due).toEqual(due.toSorted((a, b) => a - b));
  });

  it('puts first what an officer says cannot wait, page by page, and back into its turn', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const urge = async (id: string, urgent: boolean, user: DemoUser = SUPERVISOR) =>
      (await as(user)).post(`/api/v1/tasks/${id}/urge`).send({ urgent });
    for (const { task } of [second, first]) {
      const { status, body } = await urge(task.id, true);
      expect([status, body.urgedBy]).toEqual([200, SUPERVISOR]);
    }
    // Said twice, it is written down once.
    await urge(first.task.id, true, 'supervisor2.coblong');
    const { body: audit } = await (
      await as('auditor')
    ).get(`/api/v1/audit?reportId=${first.report.id}&action=task.urged`);
    expect(audit.items.map(({ actor }: { actor: string }) => actor)).toEqual([SUPERVISOR]);

    // Others may have put something first: one page each, to the first that waits for its turn.
    const pages: Listed[] = [];
    let cursor: string | null = '';
    while (cursor !== null && pages.at(-1)?.urgedBy !== null) {
      const answer = await (
        await as(SUPERVISOR)
      )
        .get(`/api/v1/tasks?sort=priority&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
        .expect(200);
      const found = answer.body as { items: Listed[]; next: string | null };
      pages.push(...found.items);
      cursor = found.next;
    }
    const ids = pages.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([first.task.id, second.task.id]));
    expect(new Set(ids).size).toBe(ids.length);
    const whole = await list('sort=priority');
    const urgent = whole.filter(({ urgedBy }) => urgedBy !== null);
    expect(whole.slice(0, urgent.length)).toEqual(urgent);
    for (const part of [urgent, whole.slice(urgent.length)]) {
      const due = part.map(({ dueAt }) => Date.parse(dueAt!));
      expect(due).toEqual(due.toSorted((a, b) => a - b));
    }

    for (const { task } of [first, second]) expect((await urge(task.id, false)).body.urgedBy).toBeNull();
    expect((await urge(first.task.id, true, 'supervisor.sukasari')).status).toBe(404);
    expect((await urge(first.task.id, true, 'operator.dago')).status).toBe(403);
  });

  it('keeps what cannot wait first in every step of its case, until somebody takes it back or it ends', async () => {
    const { report, task } = await waiting();
    const urge = async (id: string, urgent: boolean, user: DemoUser) =>
      (await as(user)).post(`/api/v1/tasks/${encodeURIComponent(id)}/urge`).send({ urgent });
    const marked = async (user: DemoUser) =>
      (await (await as(user)).get(`/api/v1/reports/${report.id}`).expect(200)).body.urged;
    expect((await urge(task.id, true, SUPERVISOR)).status).toBe(200);
    const { by, at } = await marked('operator.dago');
    expect(by).toBe(SUPERVISOR);
    expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);

    await decide({
      ...{ reportId: report.id, step: 'review', user: SUPERVISOR, outcome: 'return' },
      note: 'Periksa nama.',
    });
    const fix = await untilTask(report.id, 'fix', 'operator.dago');
    expect(fix).toMatchObject({ urgedBy: SUPERVISOR, urgedAt: at });
    await decide({ reportId: report.id, step: 'fix', user: 'operator.dago', outcome: 'resubmit' });
    const again = await untilTask(report.id, 'review', SUPERVISOR);
    expect(again).toMatchObject({ urgedBy: SUPERVISOR, urgedAt: at });
    const urgent = (await list('sort=priority')).filter(({ urgedBy }) => urgedBy !== null);
    expect(urgent.map(({ id }) => id)).toContain(again.id);

    expect((await urge(again.id, false, 'supervisor2.coblong')).body.urgedBy).toBeNull();
    expect(await marked('operator.dago')).toBeNull();
    expect((await urge(again.id, true, 'supervisor2.coblong')).body.urgedBy).toBe('supervisor2.coblong');
    await decide({ reportId: report.id, step: 'review', user: SUPERVISOR, outcome: 'approve' });
    await untilStatus(report.id, 'completed');
    expect(await marked('operator.dago')).toBeNull();
  });

  it('is paged in either order without losing or repeating anybody', async () => {
    await waiting();
    const whole = (await list('sort=-dueAt')).map(({ id }) => id);
    const paged: string[] = [];
    const agent = await as(SUPERVISOR);
    for (let cursor = ''; ;) {
      const { body } = await agent.get(`/api/v1/tasks?limit=3&sort=-dueAt${cursor}`).expect(200);
      paged.push(...(body.items as Listed[]).map(({ id }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next as string}`;
    }
    expect(paged).toEqual(whole);
  });

  it('finds the reports that name a NIK, asked for in the body', async () => {
    const { report, task } = await waiting();
    const { data } = (await (await as('operator.dago')).get(`/api/v1/reports/${report.id}`).expect(200))
      .body as {
      data: { mother: { nik: string } };
    };
    const search = async (body: object, user: DemoUser = SUPERVISOR) =>
      (await as(user)).post('/api/v1/tasks/search').send(body);
    const found = await search({ number: data.mother.nik });
    expect((found.body.items as Listed[]).map(({ id }) => id)).toEqual([task.id]);
    expect((await search({ number: data.mother.nik }, 'kadis.bandung')).body.items).toEqual([]);
    expect((await search({ number: '327302' })).status).toBe(422);
    expect((await search({ number: data.mother.nik }, 'auditor')).status).toBe(403);
  });

  it('is counted', async () => {
    const { task } = await waiting();
    const counts = async () => (await (await as(SUPERVISOR)).get('/api/v1/tasks/counts').expect(200)).body;
    const before = await counts();
    expect(before).toEqual({
      ...{
        all: expect.any(Number),
        free: expect.any(Number),
        mine: expect.any(Number),
        late: expect.any(Number),
      },
    });
    await many('claim', { ids: [task.id] });
    const after = await counts();
    expect(after.mine).toBe(before.mine + 1);
    expect(after.free).toBeLessThan(before.all);
  });
});

describe('many at a time', () => {
  it('are taken as far as they are free, and of each is told what became of it', async () => {
    const [free, taken] = [await waiting(), await waiting()];
    await many('claim', { ids: [taken.task.id] }, 'supervisor2.coblong');
    const nobody = randomUUID();
    const outcomes = await many('claim', { ids: [free.task.id, taken.task.id, nobody, free.task.id] });
    expect(outcomes.map((outcome) => [outcome.id, outcome.done, typeOf(outcome)])).toEqual([
      [free.task.id, true, null],
      [taken.task.id, false, '/problems/task-taken'],
      [nobody, false, '/problems/not-found'],
    ]);
    expect(outcomes[1]!.problem!.details.id).not.toBe('');
  });

  it('are approved each by itself: what wants a look is refused, given back, and holds nobody up', async () => {
    const [one, two, found] = [await waiting(), await waiting(), await waiting(light)];
    const ids = [one.task.id, found.task.id, two.task.id];
    const outcomes = await many('complete', { ids, outcome: 'approve' });
    expect(outcomes.map((outcome) => [outcome.done, typeOf(outcome)])).toEqual([
      [true, null],
      [false, '/problems/state-conflict'],
      [true, null],
    ]);
    expect(outcomes[1]!.problem!.details.en).toContain('L15');
    await untilStatus(one.report.id, 'completed');
    await untilStatus(two.report.id, 'completed');
    expect(await list(`reportId=${found.report.id}`)).toMatchObject([{ assignee: null }]);

    // Again: they are gone, and nothing is done twice.
    const again = await many('complete', { ids: [one.task.id], outcome: 'approve' });
    expect(typeOf(again[0])).toBe('/problems/task-gone');
    // Sent back with a reason: nothing has to be acknowledged for that, but the reason is owed.
    const without = await many('complete', { ids: [found.task.id], outcome: 'return' });
    expect(typeOf(without[0])).toBe('/problems/invalid-input');
    const back = await many('complete', {
      ids: [found.task.id],
      outcome: 'return',
      note: 'Periksa berat bayi',
    });
    expect(back).toEqual([{ id: found.task.id, done: true, problem: null }]);
    await untilStatus(found.report.id, 'returned');
  });

  it('are bounded', async () => {
    const agent = await as(SUPERVISOR);
    const ids = Array.from({ length: 101 }, () => randomUUID());
    await agent.post('/api/v1/tasks/claim').send({ ids }).expect(422);
    await agent.post('/api/v1/tasks/complete').send({ ids: [], outcome: 'approve' }).expect(422);
    await (
      await as('auditor')
    )
      .post('/api/v1/tasks/claim')
      .send({ ids: ids.slice(1) })
      .expect(403);
  });
});

describe('a queue that is watched', () => {
  it('tells its counts at once, and again when a report comes', async () => {
    const aborted = new AbortController();
    const response = await fetch(`${testStack().baseUrl}/api/v1/tasks/stream`, {
      headers: { authorization: `Bearer ${await getToken(SUPERVISOR)}` },
      signal: aborted.signal,
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = countsOf(response);
    const first = (await events.next()).value!;
    const { id } = await submitExample('birth');
    let now = first;
    while (now.all <= first.all) now = (await events.next()).value!;
    expect(now.free).toBeGreaterThan(first.free);
    await untilTask(id, 'review', SUPERVISOR);
    aborted.abort();
    const nobody = await fetch(`${testStack().baseUrl}/api/v1/tasks/stream`);
    expect(nobody.status).toBe(401);
  });

  async function* countsOf(response: Response): AsyncGenerator<{ all: number; free: number }, undefined> {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data) yield JSON.parse(data) as { all: number; free: number };
      }
    }
    return undefined;
  }
});

describe('a task on two screens', () => {
  it('shows each officer the other, until they look away', async () => {
    const { task } = await waiting();
    const look = async (user: DemoUser, away = false) => {
      const { body } = await (
        await as(user)
      )
        .post(`/api/v1/tasks/${task.id}/looking`)
        .send({ away })
        .expect(200);
      return (body.others as { username: string; name: string }[]).map(({ username }) => username);
    };
    expect(await look(SUPERVISOR)).toEqual([]);
    expect(await look('supervisor2.coblong')).toEqual([SUPERVISOR]);
    expect(await look(SUPERVISOR)).toEqual(['supervisor2.coblong']);
    await look('supervisor2.coblong', true);
    expect(await look(SUPERVISOR)).toEqual([]);
  });
});

describe("an officer's own settings", () => {
  it('are kept for them alone, within bounds', async () => {
    const [one, other] = [await as(SUPERVISOR), await as('supervisor2.coblong')];
    const value = { saved: [{ name: 'Terlambat', filter: { late: 'true' } }] };
    await one.put('/api/v1/session/preferences/tasks').send({ value }).expect(200);
    expect((await one.get('/api/v1/session/preferences/tasks').expect(200)).body).toEqual({ value });
    expect((await other.get('/api/v1/session/preferences/tasks').expect(200)).body).toEqual({ value: null });
    await one
      .put('/api/v1/session/preferences/tasks')
      .send({ value: 'x'.repeat(20_000) })
      .expect(413);
    await one.get('/api/v1/session/preferences/anything').expect(404);
  });
});
