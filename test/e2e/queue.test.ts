/** A supervisor's morning: the queue by keyboard, many at once, and news that come by themselves. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleOf, submit, untilStatus, untilTask, type ReportView } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
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

/** Where the next key goes. */
const focused = (what: Locator) =>
  eventually('it has the focus', async () => {
    await what.waitFor();
    return what.evaluate((element) => element === document.activeElement);
  });

async function bottomOf(what: Locator): Promise<number> {
  const { y, height } = (await what.boundingBox())!;
  return y + height;
}

/** The form of the decision stands, and the keys are its own. */
async function readyToDecide(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Setujui', exact: true }).and(page.locator(':enabled')).waitFor();
  await focused(page.getByRole('region', { name: 'Keputusan' }));
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
  // Its page is opened first, and offers to take it where the hands are already.
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\/./);
  await focused(page.getByRole('button', { name: 'Ambil tugas ini' }));
  await page.keyboard.press('Enter');
  await readyToDecide(page);
  // A file is looked at beside what is decided, not over it.
  await page.getByRole('button', { name: 'Lihat Kartu Keluarga' }).click();
  await page.getByTitle('Kartu Keluarga', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('region', { name: 'Keputusan' }).focus();
  await page.keyboard.press('1');
  await page.getByText('Keputusan dicatat: Setujui').waitFor();
  await untilStatus(id, 'completed');
}, 180_000);

it('the next task comes from the list that one works through, a reason is asked where it is written, and the list is kept', async () => {
  const light = { weightGrams: 1300 };
  const { ticket: clean } = await waiting();
  const [older, newer] = [await waiting(light), await waiting(light)];
  const page = await desks.signIn('supervisor.coblong');
  await page.getByLabel('Temuan').selectOption({ label: 'Peringatan' });
  await page.getByLabel('Urutan').selectOption({ label: 'Terbaru' });
  const table = page.getByRole('table', { name: 'Tugas' });
  await table.getByRole('row').filter({ hasText: clean }).waitFor({ state: 'detached' });
  const row = table.getByRole('row').filter({ hasText: newer.ticket });
  // Nothing of a row lies outside of the list, on a phone either: what was found is always to be read.
  for (const [width, height] of [
    [390, 844],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    const right = async (what: Locator) => {
      const box = (await what.boundingBox())!;
      return box.x + box.width;
    };
    const [mark, end] = [row.getByText('Peringatan', { exact: true }), page.locator('.queue')];
    expect(await right(mark)).toBeLessThan(
      await right(row.getByText('Kelahiran').locator('xpath=ancestor::td')),
    );
    expect(await right(row)).toBeLessThanOrEqual(await right(end));
  }
  await row.getByRole('link').focus();
  await page.keyboard.press('c');
  await readyToDecide(page);
  // All that decides is in view, on the office's screen without scrolling and on a phone before what is past.
  for (const outcome of ['Setujui', 'Kembalikan', 'Tolak'])
    expect(await bottomOf(page.getByRole('button', { name: outcome, exact: true }))).toBeLessThan(768);
  await page.setViewportSize({ width: 390, height: 844 });
  const past = page.getByText('Perjalanan kasus', { exact: true });
  expect(await bottomOf(page.getByRole('region', { name: 'Keputusan' }))).toBeLessThan(await bottomOf(past));
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('region', { name: 'Keputusan' }).focus();
  await page.keyboard.press('2');
  await page.getByRole('alert').filter({ hasText: 'lalu tekan Ctrl+Enter atau “Kembalikan”' }).waitFor();
  await focused(page.getByRole('textbox', { name: /^Catatan/ }));
  await page.keyboard.type('Timbang ulang');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Keputusan dicatat: Kembalikan').waitFor();
  await page.getByText(older.ticket).first().waitFor();
  await untilStatus(newer.id, 'returned');
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/\/tasks\?severity=W&sort=-openedAt$/);
}, 180_000);

it('what cannot wait for its turn is put first by a key, says so, and goes back into its turn', async () => {
  const { ticket } = await waiting();
  const page = await desks.signIn('supervisor.coblong');
  await page.getByLabel('Urutan').selectOption({ label: 'Terbaru' });
  const table = page.getByRole('table', { name: 'Tugas' });
  const row = table.getByRole('row').filter({ hasText: ticket });
  await row.getByRole('link').focus();
  await page.keyboard.press('p');
  await row.getByText('Didahulukan', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Urutan').selectOption({ label: 'Prioritas, lalu tenggat' });
  await table.getByRole('row').nth(1).filter({ hasText: ticket }).waitFor();
  await row.getByRole('link').click();
  await page.getByText(/^Didahulukan oleh Dadang Hidayat, \d/).waitFor();
  await page.getByRole('button', { name: 'Kembalikan ke giliran' }).click();
  await page.getByRole('button', { name: 'Dahulukan' }).waitFor();
  await page.getByText(/^Didahulukan oleh Dadang Hidayat, \d/).waitFor({ state: 'detached' });
}, 120_000);

it('any page is a few letters away', async () => {
  const page = await desks.signIn('supervisor.coblong');
  await page.keyboard.press('Control+k');
  const where = page.getByRole('combobox', { name: /^Ketik nama halaman/ });
  await focused(where);
  await page.keyboard.type('rek');
  await page.getByRole('option', { name: 'Rekap bulanan' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/recap/);
  await page.keyboard.press('Control+k');
  await focused(where);
  await page.keyboard.type('LMP-Z');
  await page.getByRole('option', { name: 'Cari tugas “LMP-Z”' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/reports\?q=LMP-Z/);
  await page.keyboard.press('Control+k');
  await focused(where);
  await page.keyboard.type('LMP-Z');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\?q=LMP-Z/);
  await page.getByText('Tidak ada tugas yang cocok dengan saringan atau pencarian ini.').waitFor();
  await page.getByRole('button', { name: 'Tampilkan semua tugas' }).click();
  await page.waitForURL(/\/tasks$/);
  // A number of a person stands in no address: the palette says where it is searched.
  await page.keyboard.press('Control+k');
  await focused(where);
  await page.keyboard.type('3273020101909001');
  await page.getByText('NIK dan nomor KK dicari di halaman Tugas atau Penduduk').waitFor();
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
  await page.keyboard.press('a');
  const question = page.getByRole('dialog', { name: 'Setujui 3 laporan?' });
  for (const { ticket } of [one, two, light]) await question.getByText(ticket).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Setujui semuanya' }).click();
  await page.keyboard.press('Enter');
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

it('the queue is live again after a gateway refused it', async () => {
  await waiting();
  const page = await desks.signIn('supervisor.coblong');
  let asked = 0;
  await page.route('**/api/v1/tasks/stream', (route) =>
    asked++ === 0 ? route.fulfill({ status: 502 }) : route.continue(),
  );
  await page.reload();
  // The number comes with the stream alone.
  const menu = page.getByRole('navigation', { name: 'Menu utama' });
  await menu.getByRole('link', { name: /^Tugas \d+$/ }).waitFor();
  expect(asked).toBe(2);
}, 60_000);
