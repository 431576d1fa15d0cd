import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide, exampleOf, submit, untilStatus } from '../src/support/case-pilot.js';
import { violations } from './axe.js';
import { newPage, openDesks, type Desks } from './desk.js';
import { launchBrowser } from '../src/support/browser.js';

let desks: Desks;
let chromium: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  [desks, chromium] = await Promise.all([openDesks(), launchBrowser()]);
});
afterAll(async () => {
  await desks?.close();
  await chromium?.close();
});

it('a citizen follows a birth on a telephone and says how it went; the answer stands in the statistics', async () => {
  const data = (await exampleOf('birth')) as { mother: { nik: string }; child: { name: string } };
  const { id, ticket } = await submit('birth', data);
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(id, 'completed');

  const { page } = await newPage(chromium.browser);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Lacak laporan dengan nomor tiket' }).click();
  await page.getByLabel('Nomor tiket').fill(ticket);
  await page.getByLabel('Empat angka terakhir NIK').fill('12');
  await page.getByRole('button', { name: 'Lacak' }).click();
  await page.getByText('Isi tepat empat angka').waitFor();
  await page.getByLabel('Empat angka terakhir NIK').fill(data.mother.nik.slice(-4));
  await page.getByRole('button', { name: 'Lacak' }).click();
  await page.getByText('Dokumen siap diambil di kelurahan.').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.locator('main').innerText()).not.toContain(data.child.name);
  expect(page.url()).not.toContain(data.mother.nik.slice(-4));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Sangat baik' }).click();
  await page.getByText('Terima kasih. Jawaban Anda: Sangat baik.').waitFor();

  const operator = await desks.signIn('operator.dago');
  await operator.goto(`/cases/${id}`);
  await operator.getByText('Jawaban di halaman lacak: Sangat baik').waitFor();
  await operator.getByRole('button', { name: 'Baik', exact: true }).click();
  await operator.getByText(/Jawaban Anda: Baik|Sudah dijawab: Baik/).waitFor();
  await operator.goto('/statistics');
  await operator.getByRole('button', { name: 'Tabel: Kepuasan warga per bulan' }).click();
  const table = operator.getByRole('table', { name: 'Kepuasan warga per bulan' });
  const row = table.getByRole('row').last();
  expect(Number(await row.getByRole('cell').first().innerText())).toBeGreaterThanOrEqual(2);
}, 180_000);
