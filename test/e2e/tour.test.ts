/** The guided tour of each role over the real pages, and the practice that it ends with. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoUser } from '../src/support/token.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

const tourOf = (page: Page) => page.getByRole('dialog', { name: 'Tur', exact: true });

/** Every stop by the keyboard; each must light a part of its page. Answers the titles. */
async function walk(page: Page): Promise<string[]> {
  const tour = tourOf(page);
  const titles: string[] = [];
  for (;;) {
    const [, at, of] = /Langkah (\d+) dari (\d+)/.exec(await tour.getByText(/^Langkah/).innerText())!;
    expect(Number(at)).toBe(titles.length + 1);
    titles.push(await tour.getByRole('heading').innerText());
    await tour.locator('.tour-light').waitFor();
    await insideOfWindow(page, tour.locator('.tour-card'));
    if (at === of) return titles;
    await page.keyboard.press('ArrowRight');
    await tour.getByText(`Langkah ${Number(at) + 1} dari ${of}`).waitFor();
  }
}

async function insideOfWindow(page: Page, card: Locator): Promise<void> {
  const box = (await card.boundingBox())!;
  const { width, height } = page.viewportSize()!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
}

async function startFromMenu(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: 'Tur dan latihan' })
    .click();
  await page.getByRole('main').getByRole('button', { name: 'Mulai tur' }).click();
  await tourOf(page).waitFor();
}

it('is offered once, keeps the keyboard inside, ends with Escape, and is not offered again', async () => {
  const page = await desks.signIn('verif.bandung');
  const offer = page.getByRole('region', { name: 'Tur', exact: true });
  await offer.waitFor();
  expect(await violations(page)).toEqual([]);
  await offer.getByRole('button', { name: 'Mulai tur' }).click();
  const tour = tourOf(page);
  await tour.getByRole('button', { name: 'Berikutnya' }).waitFor();
  expect(await violations(page)).toEqual([]);
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`!document.activeElement.closest('.shell-head, .side-menu')`)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await tour.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Tugas' }).waitFor();
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  expect(await offer.count()).toBe(0);
  // From the menu it starts again.
  await startFromMenu(page);
  await page.context().close();
}, 120_000);

it('the supervisor walks through it, judges wrongly, looks again, and finishes a practice', async () => {
  const page = await desks.signIn('supervisor.coblong');
  await startFromMenu(page);
  expect(await walk(page)).toHaveLength(7);
  await page.keyboard.press('Enter');
  const practice = page.getByRole('region', { name: 'Latihan', exact: true });
  const diagram = practice.getByRole('figure');
  await practice.getByRole('heading', { name: 'Putuskan laporan latihan' }).waitFor();
  await expect
    .poll(() => diagram.getAttribute('aria-label'))
    .toContain('sedang di: Putuskan laporan latihan');
  await practice.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await practice.getByText('Tulis catatan untuk keputusan ini.').waitFor();
  await practice.getByRole('button', { name: 'Setujui' }).click();
  await practice.getByRole('heading', { name: 'Bandingkan lagi' }).waitFor({ timeout: 60_000 });
  await expect.poll(() => diagram.getAttribute('aria-label')).toContain('sedang di: Bandingkan lagi');
  expect(await violations(page)).toEqual([]);
  await practice.getByRole('button', { name: 'Putuskan lagi' }).click();
  await practice.getByRole('heading', { name: 'Putuskan laporan latihan' }).waitFor({ timeout: 60_000 });
  await practice.getByRole('textbox', { name: /^Catatan/ }).fill('Tanggal lahir tidak sama dengan suratnya.');
  await practice.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await practice.getByText(/^Latihan selesai: tugas pertama/).waitFor({ timeout: 60_000 });
  await diagram.waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
}, 240_000);

it('the operator walks through it, reports a sample birth and puts right what came back', async () => {
  const page = await desks.signIn('operator.dago');
  await startFromMenu(page);
  expect(await walk(page)).toHaveLength(7);
  await page.keyboard.press('Enter');
  const practice = page.getByRole('region', { name: 'Latihan', exact: true });
  await practice.getByRole('heading', { name: 'Isi laporan latihan' }).waitFor({ timeout: 60_000 });
  await practice.getByRole('button', { name: 'Ajukan laporan latihan' }).click();
  await practice.getByRole('textbox', { name: /^Nama anak/ }).fill('Bima Contoh Wijaya');
  await practice.getByRole('radio', { name: 'Laki-laki' }).check();
  await practice.getByRole('textbox', { name: /^Berat lahir/ }).fill('3100');
  await practice.getByRole('button', { name: 'Ajukan laporan latihan' }).click();
  await practice.getByRole('heading', { name: 'Perbaiki laporan latihan' }).waitFor({ timeout: 60_000 });
  await practice.getByRole('checkbox').check();
  await practice.getByRole('button', { name: 'Ajukan kembali' }).click();
  await practice.getByText(/^Latihan selesai: tugas pertama/).waitFor({ timeout: 60_000 });
  await page.context().close();
}, 240_000);

describe('who does not practise ends with a first finding', () => {
  const FINDINGS: [DemoUser, string, string][] = [
    ['admin.bandung', 'Ke bulan yang ditutup', 'Ke bulan yang terbuka'],
    ['analyst', 'Latihan selesai', 'Perbaiki laporan latihan'],
    ['auditor', 'NIK pelapor', 'Dasar hukumnya'],
    ['rt01.dago', 'Laporan semua warga', 'Yang Anda kirim sendiri'],
    ['warga.dago', 'Laporan semua warga', 'Yang Anda kirim sendiri'],
  ];
  it.each(FINDINGS)(
    '%s',
    async (user, wrong, right) => {
      const page = await desks.signIn(user);
      await startFromMenu(page);
      await walk(page);
      const tour = tourOf(page);
      const done = tour.getByRole('button', { name: 'Selesai' });
      expect(await done.isDisabled()).toBe(true);
      await tour.getByRole('radio', { name: wrong }).check();
      await tour.getByText('Belum.').waitFor();
      expect(await violations(page)).toEqual([]);
      await tour.getByRole('radio', { name: right }).check();
      await done.click();
      await tour.waitFor({ state: 'detached' });
      await page.context().close();
    },
    120_000,
  );
});

it('every stop of the supervisor fits on a phone', async () => {
  const page = await desks.signIn('supervisor2.coblong');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/tour');
  await page.getByRole('main').getByRole('button', { name: 'Mulai tur' }).click();
  await tourOf(page).waitFor();
  expect(await walk(page)).toHaveLength(7);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
}, 120_000);
