/** A deputy of another area does all of the absent officer's work: everything that the page of a case asks for answers, and people are found. */
import { todayJakarta } from '@lampid/domain/dates';
import { afterEach, expect, it, vi } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, exampleOf, submit, untilStatus, untilTask } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';

vi.setConfig({ testTimeout: 120_000 });

const today = todayJakarta(new Date());

const absences: string[] = [];
async function standsIn(deputy: DemoUser, username: DemoUser): Promise<void> {
  const { body } = await (
    await as('admin.bandung')
  )
    .post('/api/v1/absences')
    .send({ username, from: today, until: today, deputy })
    .expect(201);
  absences.push(body.id as string);
}
afterEach(async () => {
  const admin = await as('admin.bandung');
  for (const id of absences.splice(0)) await admin.delete(`/api/v1/absences/${id}`).expect(200);
});

interface Birth {
  familyCardNumber: string;
  mother: { nik: string; name: string };
}
const birth = async () => (await exampleOf('birth')) as unknown as Birth;

/** What this account did or looked at lately, with what the audit says of it. */
async function audited(actor: DemoUser, action: string): Promise<{ object: string; detail: object }[]> {
  const { body } = await (
    await as('auditor')
  )
    .get(`/api/v1/audit?actor=${actor}&action=${action}&limit=200`)
    .expect(200);
  return body.items;
}

it('a supervisor sees all that the page of a case shows, and finds the people, only while it lasts', async () => {
  const deputy = await as('supervisor.sukasari');
  const data = await birth();
  const report = await submit('birth', data);
  const { id: taskId } = await untilTask(report.id, 'review', 'supervisor.coblong');
  const { mother } = data;
  const pages = ['', '/history', '/duplicates', '/consequences', '/restoration'].map(
    (part) => `/api/v1/reports/${report.id}${part}`,
  );
  const asked = () =>
    Promise.all([...pages, `/api/v1/tasks/${taskId}`].map(async (path) => (await deputy.get(path)).status));
  const found = async (by: object) =>
    (await deputy.post('/api/v1/residents/search').send(by).expect(200)).body.items as {
      id: string;
      familyCardId: string;
    }[];
  expect(new Set(await asked())).toEqual(new Set([404]));
  expect(await found({ nik: mother.nik })).toEqual([]);

  await standsIn('supervisor.sukasari', 'supervisor.coblong');
  expect(new Set(await asked())).toEqual(new Set([200]));
  const { body: page } = await deputy.get(pages[0]!).expect(200);
  for (const { href } of page.attachments as { href: string }[]) await deputy.get(href).expect(200);
  const [resident] = await found({ nik: mother.nik });
  expect((await found({ name: mother.name })).map(({ id }) => id)).toContain(resident!.id);
  await deputy.get(`/api/v1/residents/${resident!.id}`).expect(200);
  await deputy.get(`/api/v1/family-cards/${resident!.familyCardId}`).expect(200);
  const told = { object: `resident:${resident!.id}`, detail: { deputyOf: 'supervisor.coblong' } };
  expect(await audited('supervisor.sukasari', 'resident.read')).toContainEqual(expect.objectContaining(told));
  expect(await audited('supervisor.sukasari', 'list.viewed')).toContainEqual(
    expect.objectContaining({
      object: 'residents',
      detail: { deputyOf: 'supervisor.coblong', area: '32.73.02' },
    }),
  );
});

it('an operator looks people up, reports for the absent one’s kelurahan, and hands over what waits there', async () => {
  const deputy = await as('operator.cigadung');
  const data = await birth();
  const lookUp = async () => {
    const person = { nik: data.mother.nik, type: 'birth' };
    const card = { number: data.familyCardNumber, type: 'birth' };
    const [found, family] = [
      await deputy.post('/api/v1/residents/lookup').send(person).expect(200),
      await deputy.post('/api/v1/family-cards/lookup').send(card).expect(200),
    ];
    return [found.body.person !== null, family.body.family !== null];
  };
  expect(await lookUp()).toEqual([false, false]);

  await standsIn('operator.cigadung', 'operator.dago');
  expect(await lookUp()).toEqual([true, true]);
  // Attachments are of whoever uploaded them.
  const { documents: uploaded } = await exampleOf('birth', 'operator.cigadung');
  const report = await submit('birth', { ...data, documents: uploaded }, 'operator.cigadung');
  expect(report.ticket).toMatch(/^LMP-L-3273021004-/);
  // What is the deputy's own stays so.
  const own = await submit('birth', await exampleOf('birth', 'operator.cigadung'), 'operator.cigadung');
  expect(own.ticket).not.toMatch(/^LMP-L-3273021004-/);

  await decide({
    reportId: report.id,
    ...{ step: 'review', user: 'supervisor.coblong', outcome: 'approve' },
  });
  const { documents } = await untilStatus(report.id, 'completed');
  const { body: waiting } = await deputy.get(`/api/v1/handovers/waiting?q=${report.ticket}`).expect(200);
  expect(waiting.items).toMatchObject([{ reportId: report.id, deputyOf: 'operator.dago' }]);
  await deputy
    .post(`/api/v1/reports/${report.id}/handovers`)
    .send({
      documents: documents.map(({ id }) => id),
      ...{ collectedBy: 'Euis Komalasari', relation: 'family', shown: 'ktp-el' },
    })
    .expect(201);
});

it('a supervisor counts the absent one’s area too, and it is written down where people are behind the numbers', async () => {
  const deputy = await as('supervisor.sukasari');
  const area = '32.73.02';
  const paths = [
    `/api/v1/statistics?by=month&area=${area}`,
    `/api/v1/recap?area=${area}`,
    `/api/v1/recap/books/b2?area=${area}.1004`,
    `/api/v1/recap/names?row=opening&cell=all&area=${area}&limit=1`,
  ];
  const asked = () => Promise.all(paths.map(async (path) => (await deputy.get(path)).status));
  expect(await asked()).toEqual([404, 404, 404, 404]);
  await standsIn('supervisor.sukasari', 'supervisor.coblong');
  expect(await asked()).toEqual([200, 200, 200, 200]);
  const written = await audited('supervisor.sukasari', 'list.viewed');
  const detail = { deputyOf: 'supervisor.coblong', area };
  for (const object of ['books', 'names'])
    expect(written).toContainEqual(expect.objectContaining({ object, detail }));
});
