/**
 * Folders that leave the studio run elsewhere: another installation finds them in its PROCESSES_DIR, as operations would put them
 * there, and reports go to their end.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAnotherCity, type AnotherCity } from '../src/support/another-city.js';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  pathOf,
  readReport,
  submit,
  untilStatus,
  untilStatusSeenBy,
  untilTask,
} from '../src/support/case-pilot.js';
import { latestVersion } from '../src/support/deploy-model.js';
import { eventually } from '../src/support/eventually.js';
import { asSentBy } from '../src/support/sent-by.js';
import { stackProcess } from '../src/support/stack.js';
import { violations } from './axe.js';
import { openDesks } from './desk.js';
import { exportedFolder, makeNewType, newTypeAnswers } from '../src/support/new-event-type.js';

const LETTER = 'surat-domisili-uji';
const NOTICE = 'pemberitahuan-uji';
const folder = mkdtempSync(join(tmpdir(), 'lampid-exported-'));
let elsewhere: AnotherCity;

/** Makes a type and unpacks its folder, as operations would; answers its draft. */
async function takeAway(changed: Record<string, unknown>): Promise<string> {
  const { status, body } = await makeNewType(await newTypeAnswers(changed));
  expect(status, JSON.stringify(body)).toBe(201);
  for (const [path, content] of Object.entries(await exportedFolder(body.id as string))) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return body.id as string;
}

const withdraw = async (draftId: string) =>
  (await as('analyst')).post(`/api/v1/model-drafts/${draftId}/withdraw`).send({}).expect(200);

beforeAll(async () => {
  const letter = await takeAway({ id: LETTER, ticketLetter: 'X' });
  const notice = await takeAway({
    ...{
      id: NOTICE,
      ticketLetter: 'Y',
      template: 'notice',
      names: { id: 'Pohon tumbang', en: 'Fallen tree' },
    },
    ...{ reportedBy: ['operator', 'rtrw'], letter: null, specialDecision: 'kadis', attachments: [] },
  });
  for (const draftId of [letter, notice]) await withdraw(draftId);
  elsewhere = await startAnotherCity({ CITY: '32.73', PROCESSES_DIR: folder });
}, 300_000);

afterAll(async () => {
  await elsewhere?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('brings routes, menu, forms and rules with it', async () => {
  await elsewhere.in(async () => {
    const operator = await as('operator.dago');
    const { body } = await operator.get('/api/v1/event-types?example=none').expect(200);
    const types = body.items as { id: string; ticketLetter: string; reportForm: string; issues: object[] }[];
    const letter = types.find(({ id }) => id === LETTER)!;
    expect(letter).toMatchObject({ ticketLetter: 'X', reportForm: `${LETTER}-report` });
    expect(letter.issues).toHaveLength(1);
    expect(types.find(({ id }) => id === NOTICE)!.issues).toEqual([]);
    const rules = await operator.get(`/api/v1/event-types/${LETTER}/rules`).expect(200);
    expect(rules.body.decisions).toContain(LETTER);
    // The code that judges at the desk is bundled from the folder as it lies there.
    await operator.get(rules.body.formFacts as string).expect(200);
    const all = await operator.get(`/api/v1/rules?type=${LETTER}`).expect(200);
    expect(JSON.stringify(all.body)).toContain('XX01');
    expect((await latestVersion(LETTER)).version).toBe(1);
  });
});

it('returns a letter by its own rule, and issues it once it is right', { timeout: 180_000 }, async () => {
  await elsewhere.in(async () => {
    const example = await exampleOf(LETTER);
    const { id, ticket } = await submit(LETTER, { ...example, purpose: 'x' });
    expect(ticket).toMatch(/^LMP-X-/);
    const returned = await untilStatus(id, 'returned');
    expect(returned.findings.map(({ code, field }) => [code, field])).toEqual([['XX03', 'purpose']]);
    await decide({
      ...{ reportId: id, step: 'fix', user: 'operator.dago', outcome: 'resubmit' },
      data: { ...example, purpose: 'Membuka rekening bank' },
    });
    await untilTask(id, 'review', 'supervisor.coblong');
    const planned = await (
      await as('supervisor.coblong')
    )
      .get(`/api/v1/reports/${id}/consequences`)
      .expect(200);
    expect(planned.body).toMatchObject({ conflict: null, families: [], people: [], postings: [] });
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    const done = await untilStatus(id, 'completed');
    expect(done.documents.map(({ kind }) => kind)).toEqual([`surat-${LETTER}`]);
    const operator = await as('operator.dago');
    const pdf = await operator.get(`/api/v1/documents/${done.documents[0]!.id}`).expect(200);
    expect(pdf.headers['content-type']).toContain('pdf');
    expect(await pathOf(id)).toEqual(
      expect.arrayContaining(['validate', 'fix', 'review', 'register', 'issue', 'tell', 'completed']),
    );
    const { name } = example['subject'] as { name: string };
    const found = await operator.get(`/api/v1/reports?q=${encodeURIComponent(name)}`).expect(200);
    expect((found.body.items as { id: string }[]).map((item) => item.id)).toContain(id);

    // A letter that should not have been issued is taken back as any registration is.
    const revocation = await submit('revocation', { ...(await exampleOf('revocation')), ticket });
    for (const [step, user] of [
      ['review', 'supervisor.coblong'],
      ['special', 'kadis.bandung'],
    ] as const)
      await decide({ reportId: revocation.id, step, user, outcome: 'approve' });
    await untilStatus(revocation.id, 'completed');
    expect((await readReport(id)).documents.map(({ status }) => status)).toEqual(['void']);
  });
});

it(
  'takes a letter from a citizen, whose originals the kelurahan looks at first',
  { timeout: 180_000 },
  async () => {
    await elsewhere.in(async () => {
      const { body: family } = await (await as('warga.dago')).get('/api/v1/family').expect(200);
      const { nik, name } = family.members.find(({ self }: { self: boolean }) => self);
      const data = {
        ...(await asSentBy('warga.dago', LETTER)),
        ...{
          familyCardNumber: family.number,
          subject: { nik, name },
          reporter: { nik, name, relation: 'self' },
        },
      };
      const { id } = await submit(LETTER, data, 'warga.dago');
      await decide({ reportId: id, step: 'kelurahan_check', user: 'operator.dago', outcome: 'confirm' });
      await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
      expect((await untilStatus(id, 'completed')).documents).toHaveLength(1);
    });
  },
);

it('takes a notice from the head of an RT, of their own only', { timeout: 180_000 }, async () => {
  await elsewhere.in(async () => {
    const notice = { ...(await exampleOf(NOTICE)), rt: '001', rw: '001' };
    const { id } = await submit(NOTICE, notice, 'rt01.dago');
    await untilStatusSeenBy('rt01.dago', id, 'in_review');
    const foreign = await (
      await as('rt01.dago')
    )
      .post('/api/v1/reports')
      .set('Idempotency-Key', crypto.randomUUID())
      .send({ type: NOTICE, data: { ...notice, rw: '009' } });
    expect(foreign.status).toBe(404);
  });
});

it('lets the city decide what a supervisor passed on', { timeout: 180_000 }, async () => {
  await elsewhere.in(async () => {
    const { id } = await submit(NOTICE, await exampleOf(NOTICE));
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await decide({ reportId: id, step: 'special', user: 'kadis.bandung', outcome: 'approve' });
    const done = await untilStatus(id, 'completed');
    expect(done.documents).toEqual([]);
    const path = await pathOf(id);
    expect(path).toEqual(expect.arrayContaining(['review', 'special', 'tell', 'completed']));
    expect(path).not.toContain('register');

    const another = await submit(NOTICE, await exampleOf(NOTICE));
    await decide({ reportId: another.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await decide({
      ...{ reportId: another.id, step: 'special', user: 'kadis.bandung', outcome: 'reject' },
      note: 'Bukan kewenangan kota',
    });
    await untilStatus(another.id, 'rejected');
  });
});

it('is changed as any other process from then on, and its names are taken', async () => {
  await elsewhere.in(async () => {
    const analyst = await as('analyst');
    const { definitionId } = await latestVersion(LETTER);
    const draft = await analyst
      .post('/api/v1/model-drafts')
      .send({ title: 'Ubah surat', from: definitionId })
      .expect(201);
    expect(draft.body).toMatchObject({ madeFrom: null, isRunning: true });
    const again = await makeNewType({ ...(await newTypeAnswers()), id: LETTER, ticketLetter: 'X' });
    expect(
      again.body.errors.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`),
    ).toEqual(['TAKEN id', 'TAKEN ticketLetter']);
  });
});

it('runs beside its draft after a restart, and the draft says so', { timeout: 180_000 }, async () => {
  await elsewhere.in(async () => {
    const draftId = await takeAway({ id: 'surat-ketiga', template: 'letter' });
    for (const name of ['workers', 'server'] as const) {
      await stackProcess(name).stop();
      await stackProcess(name).start();
    }
    const analyst = await as('analyst');
    const { body: draft } = await analyst.get(`/api/v1/model-drafts/${draftId}`).expect(200);
    expect(draft).toMatchObject({ madeFrom: { template: 'letter' }, isRunning: true });
    const proposed = await analyst.post(`/api/v1/model-drafts/${draftId}/propose`).send({ why: 'Ubah lagi' });
    expect(proposed.body).toMatchObject({ status: 409, type: '/problems/state-conflict' });
    expect(proposed.body.details).toEqual({
      id: expect.stringContaining('sudah berjalan'),
      en: expect.stringContaining('running already'),
    });
    await eventually(
      'its model is deployed',
      async () => (await latestVersion('surat-ketiga')).version === 1,
    );
    await seesItRunning(draftId);
    const { id } = await submit('surat-ketiga', await exampleOf('surat-ketiga'));
    await untilTask(id, 'review', 'supervisor.coblong');
  });
});

/** The page of the draft leads on to an ordinary draft of what runs. */
async function seesItRunning(draftId: string): Promise<void> {
  const desks = await openDesks();
  try {
    const page = await desks.signIn('analyst');
    await page.goto(`/studio/${draftId}`);
    await page.getByText('Jenis laporan surat-ketiga sudah berjalan').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Draf dari versi yang berlaku' }).click();
    const dialog = page.getByRole('dialog', { name: 'Draf baru' });
    await dialog.getByLabel('Judul draf').fill('Surat ketiga lebih jelas');
    await dialog.getByRole('button', { name: 'Draf baru' }).click();
    await page.getByRole('heading', { name: 'Surat ketiga lebih jelas' }).waitFor();
    await page.getByRole('button', { name: 'Usulkan' }).waitFor();
    expect(await page.getByRole('button', { name: 'event.ts' }).count()).toBe(0);
    await page.getByText('Tidak ada kesalahan').waitFor();
  } finally {
    await desks.close();
  }
}
