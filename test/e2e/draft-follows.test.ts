/** A draft in the browser follows what becomes of it elsewhere: a version that came between, a file that went, a state that changed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { as } from '../src/support/api.js';
import { deployBundle, latestVersion, type Resource } from '../src/support/deploy-model.js';
import { editFile, ownNotification } from '../src/support/own-notification.js';
import { openDesks, type Desks } from './desk.js';

const KEY = 'followed-notification';
const SPARE = { name: 'spare.form', content: '' };

let desks: Desks;
let analyst: Page;
let files: Resource[];
const lost: string[] = [];

beforeAll(async () => {
  files = await ownNotification(KEY, 'Uji draf yang mengikuti');
  const answer = files.find(({ name }) => name === 'answer.form')!;
  SPARE.content = answer.content.replace(/"id": "[^"]+"/, '"id": "spare"');
  desks = await openDesks();
  analyst = await desks.signIn('analyst');
  // An error that nobody caught.
  analyst.on('pageerror', (error) => lost.push(error.message));
});
afterAll(() => desks?.close());

/** A draft of the version in force, opened. */
async function openDraft(title: string): Promise<string> {
  const { definitionId: from } = await latestVersion(KEY);
  const { body } = await (await as('analyst')).post('/api/v1/model-drafts').send({ title, from }).expect(201);
  await analyst.goto(`/studio/${body.id}`);
  await analyst.getByRole('heading', { name: title }).waitFor();
  return body.id as string;
}

/** Another version, with a new name of its step. */
const deployed = (bundle: Resource[]) =>
  deployBundle({
    resources: editFile(bundle, 'notification.bpmn', (xml) =>
      xml.replace(
        /(<bpmn:userTask id="answer" name=")[^"]+/,
        `$1Tanggapi ${crypto.randomUUID().slice(0, 8)}`,
      ),
    ),
  });
const takeOver = () => analyst.getByRole('button', { name: 'Ambil perubahannya' });

it('a file that the version between took out goes from the open draft', { timeout: 120_000 }, async () => {
  await deployed([...files, SPARE]);
  const id = await openDraft('Berkas yang hilang');
  const tab = analyst.getByRole('button', { name: SPARE.name });
  await tab.click();
  await deployed(files);
  await takeOver().click();
  await analyst.getByText(`Diambil: notification.bpmn, ${SPARE.name}`).waitFor();
  await tab.waitFor({ state: 'detached' });
  // What is shown now is a file that is there.
  await analyst.locator('.file-tab[aria-current=page]').waitFor();
  await analyst.getByText('Tidak ada kesalahan').waitFor();
  const { body } = await (await as('analyst')).get(`/api/v1/model-drafts/${id}`).expect(200);
  expect((body.files as Resource[]).map(({ name }) => name)).not.toContain(SPARE.name);
  await (await as('analyst')).post(`/api/v1/model-drafts/${id}/withdraw`).send({}).expect(200);
});

it('a take-over that is refused says why, and nothing else happens', { timeout: 120_000 }, async () => {
  const id = await openDraft('Ambil alih yang ditolak');
  await deployed(files);
  await takeOver().waitFor();
  await (await as('analyst')).post(`/api/v1/model-drafts/${id}/withdraw`).send({}).expect(200);
  await takeOver().click();
  await analyst.getByRole('alert').filter({ hasText: 'ditarik' }).first().waitFor();
  expect(lost).toEqual([]);
});
