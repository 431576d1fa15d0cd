/** A supervisor's morning: the queue by keyboard, many at once, and news that come by themselves. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleOf, submit, untilStatus, untilTask, type ReportView } from '../src/support/case-pilot.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

async function waiting(child: object = {}): Promise<ReportView> {
  const data = await exampleOf('birth');
  const report = await submit('birth', { ...data, child: { ...(data['child'] as object), ...child } });
  await untilTask(report.id, 'review', 'supervisor.coblong');
  return report;
}

it('a task is found, taken and approved by keyboard alone', async () => {
  const { id, ticket } = await waiting();
  const page = await desks.signIn('supervisor.coblong');
  const table = page.getByRole('table', { name: 'Tugas' });
  await table.getByRole('link').first().focus();
  await page.keyboard.press('/');
  await page.keyboard.type(ticket);
  await page.keyboard.press('Enter');
  await table.getByRole('row').nth(2).waitFor({ state: 'detached' });
  const row = table.getByRole('row').filter({ hasText: ticket });
  // From the search box on: the three selects, the box of all, the box of this one, its name.
  while (!(await row.getByRole('link').evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Pintasan papan tombol' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row.getByRole('link').focus();
  await page.keyboard.press('c');
  await page.waitForURL(/\/tasks\/./);
  const approve = page.getByRole('button', { name: 'Setujui', exact: true });
  await approve.waitFor();
  await page.waitForFunction(() => !document.querySelector('section.decision button[disabled]'));
  await page.keyboard.press('1');
  await page.getByText('Keputusan dicatat: Setujui').waitFor();
  await untilStatus(id, 'completed');
}, 180_000);

it('any page is a few letters away', async () => {
  const page = await desks.signIn('supervisor.coblong');
  await page.keyboard.press('Control+k');
  const where = page.getByRole('combobox', { name: /^Ketik nama halaman/ });
  await where.fill('rek');
  await page.getByRole('option', { name: 'Rekap bulanan' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/recap/);
  await page.keyboard.press('Control+k');
  await where.fill('LMP-L');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/reports\?q=LMP-L/);
}, 120_000);

it('many are approved at once, and what wants a look says so and stays', async () => {
  const [one, two, light] = [await waiting(), await waiting(), await waiting({ weightGrams: 1400 })];
  const page = await desks.signIn('supervisor2.coblong');
  await page.getByLabel('Urutan').selectOption({ label: 'Terbaru' });
  const table = page.getByRole('table', { name: 'Tugas' });
  for (const { ticket } of [one, two, light]) {
    await table.getByRole('row').filter({ hasText: ticket }).getByRole('checkbox').check();
  }
  await page.getByRole('region', { name: '3 dipilih' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Setujui semuanya' }).click();
  await page.getByText('2 selesai, 1 tidak dapat dikerjakan').waitFor();
  await page.getByText(/Ada temuan \(L15\)/).waitFor();
  await untilStatus(one.id, 'completed');
  await untilStatus(two.id, 'completed');
  await table.getByRole('row').filter({ hasText: light.ticket }).getByText('belum diambil').waitFor();
}, 180_000);

it('the queue tells of a new report by itself, and a filter of one’s own is kept', async () => {
  const page = await desks.signIn('supervisor.coblong');
  const menu = page
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: /^Tugas \d+$/ });
  const count = async () => Number(/\d+/.exec((await menu.textContent()) ?? '')?.[0]);
  await menu.waitFor();
  const before = await count();
  const { ticket } = await waiting();
  await page.waitForFunction(
    (was) => Number(document.querySelector('.menu-count')?.textContent) > was,
    before,
  );

  await page.getByLabel('Urutan').selectOption({ label: 'Terbaru' });
  await page.getByRole('row').filter({ hasText: ticket }).waitFor();
  await page.getByLabel('Jenis').selectOption({ label: 'Kelahiran' });
  await page.getByRole('button', { name: 'Simpan saringan ini' }).click();
  const name = page.getByRole('searchbox', { name: 'Nama saringan' });
  await name.fill('Kelahiran terbaru');
  await name.press('Enter');
  await page.getByRole('button', { name: 'Kelahiran terbaru', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Semua/ }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Kelahiran terbaru', exact: true }).click();
  await page.waitForURL(/type=birth&sort=-openedAt/);
  await page.getByRole('button', { name: 'Hapus saringan Kelahiran terbaru' }).click();
  await page.getByRole('button', { name: 'Simpan saringan ini' }).waitFor();
}, 180_000);
