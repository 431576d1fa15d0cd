import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { launchBrowser } from '../src/support/browser.js';
import { decide, submitExample, untilStatus } from '../src/support/case-pilot.js';
import { violations } from './axe.js';
import { newPage } from './desk.js';

let chromium: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  chromium = await launchBrowser();
});
afterAll(() => chromium?.close());

it('whoever holds a certificate verifies it without a sign-in, and compares its file', async () => {
  const report = await submitExample('birth');
  await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  const { documents } = await untilStatus(report.id, 'completed');
  const { id } = documents.find(({ kind }) => kind === 'kutipan-akta-kelahiran')!;
  const agent = await as('operator.dago');
  const pdf = (await agent.get(`/api/v1/documents/${id}`).buffer(true).expect(200)).body as Buffer;

  const { page } = await newPage(chromium.browser);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/verify/${id}`);
  await page.getByText('Dokumen ini berlaku').waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/\d{16}/);
  expect(await violations(page)).toEqual([]);

  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ name: 'akta.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByText('persis sama dengan yang diterbitkan').waitFor();
  const changed = Buffer.concat([pdf, Buffer.from('\n')]);
  await choose.setInputFiles({ name: 'akta.pdf', mimeType: 'application/pdf', buffer: changed });
  await page.getByText('BUKAN berkas yang diterbitkan').waitFor();

  await page.goto('/verify/019ab0de-0000-7000-8000-000000000000');
  await page.getByText('Dokumen tidak dikenal').waitFor();
}, 180_000);
