/** Several officers at one device without a line: each opens, changes and sends only what is theirs. */
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoUser } from '../src/support/token.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';
import {
  menu,
  openDoor,
  openOffline,
  PIN,
  queueReport,
  reportsCalled,
  setUp,
  signInHere,
  untilKept,
} from './offline-desk.js';

const NEXT_PIN = '314159';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('signing out with a queue warns; another officer sees only that it is there; its own officer sends it', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  await setUp(page);
  const child = await queueReport(page);

  // Without a line nobody can be signed out, and the page says so.
  await page.getByRole('link', { name: 'Keluar', exact: true }).click();
  const noLine = page.getByRole('dialog', { name: 'Keluar tanpa sambungan' });
  await noLine.getByText(/^Sesi di server baru dapat diakhiri saat tersambung/).waitFor();
  expect(await violations(page)).toEqual([]);
  await noLine.getByRole('button', { name: 'Tutup penyimpanan' }).click();
  await page.getByRole('heading', { name: 'Server tidak dapat dihubungi' }).waitFor();

  // The line is back, the store is closed: it waits.
  await page.context().setOffline(false);
  await menu(page).waitFor();
  await page.getByRole('link', { name: /1 belum terkirim$/ }).waitFor();
  await page.getByRole('link', { name: 'Keluar', exact: true }).click();
  const warning = page.getByRole('dialog', { name: 'Keluar dengan antrean yang belum terkirim?' });
  await warning.getByText(/^1 laporan atau draf masih di perangkat ini/).waitFor();
  expect(await violations(page)).toEqual([]);
  await warning.getByRole('button', { name: 'Tetap keluar' }).click();

  await page.getByRole('link', { name: / operator2\.dago$/ }).click();
  await menu(page).waitFor();
  await openOffline(page);
  await page.getByText(/^Di perangkat ini juga ada antrean tersegel milik petugas lain/).waitFor();
  await page.getByText(/^Belum disiapkan di perangkat ini/).waitFor();
  expect(await page.getByText('Antrean laporan').count()).toBe(0);
  expect(await reportsCalled(child)).toEqual([]);

  await page.getByRole('link', { name: 'Keluar', exact: true }).click();
  await signInHere(page, 'operator.dago');
  await openOffline(page);
  await page.getByText(/^Tertutup. Ada 1 laporan atau draf di dalamnya/).waitFor();
  await page.getByLabel('PIN').fill(PIN);
  await page.getByRole('button', { name: 'Buka penyimpanan' }).click();
  await page.getByText(/^Terkirim: LMP-L-/).waitFor();
  expect(await reportsCalled(child)).toHaveLength(1);
}, 240_000);

it('a window left open with a store does not send it under the next officer’s sign-in', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  await setUp(page);
  const child = await queueReport(page);
  await takeTheDesk(page.context(), 'operator2.dago');
  await page.context().setOffline(false);
  // The page of the first officer is left by itself, and what it kept stays closed.
  await page.waitForURL(/\/desk$/);
  await openOffline(page);
  await page.getByText(/^Di perangkat ini juga ada antrean tersegel milik petugas lain/).waitFor();
  expect(await reportsCalled(child)).toEqual([]);
}, 240_000);

/** The next officer signs in at this browser while the first one's page has no line: as from another window. */
async function takeTheDesk(context: BrowserContext, user: DemoUser): Promise<void> {
  const other = await desks.signIn(user);
  const cookies = await other.context().cookies();
  await context.addCookies(cookies);
  await other.context().close();
}

it('the PIN is changed only by who knows it, everything comes along, and a window closed half way loses nothing', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  await setUp(page);
  const child = await queueReport(page);

  const change = async (pins: { old: string; next: string }) => {
    const dialog = page.getByRole('dialog', { name: 'Ganti PIN' });
    if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Ganti PIN' }).click();
    await dialog.getByLabel('PIN sekarang').fill(pins.old);
    await dialog.getByLabel(/^PIN baru/).fill(pins.next);
    await dialog.getByLabel('Ulangi PIN baru').fill(pins.next);
    await dialog.getByRole('button', { name: 'Ganti PIN' }).click();
    return dialog;
  };
  const refused = await change({ old: '271829', next: NEXT_PIN });
  await refused.getByText('PIN sekarang tidak cocok').waitFor();
  await (await change({ old: PIN, next: PIN })).getByText('PIN baru sama dengan PIN sekarang').waitFor();
  expect(await violations(page)).toEqual([]);

  // Closed at whatever moment, it opens with one of the two, and the report is there.
  let pin = PIN;
  for (const afterMs of [0, 150, 400, 900]) {
    const next = pin === PIN ? NEXT_PIN : PIN;
    await change({ old: pin, next });
    await page.waitForTimeout(afterMs);
    await page.reload();
    await openDoor(page, 'operator.dago', next);
    const opened = page.getByText('Menunggu sambungan');
    const wrong = page.getByText('PIN atau nama pengguna tidak cocok');
    await opened.or(wrong).waitFor();
    if (await wrong.isVisible()) {
      await openDoor(page, 'operator.dago', pin);
      await opened.waitFor();
    } else pin = next;
  }
  const next = pin === PIN ? NEXT_PIN : PIN;
  await change({ old: pin, next });
  await page.getByText('PIN diganti').waitFor();
  await page.getByRole('button', { name: 'Tutup penyimpanan' }).click();
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: 'Buka penyimpanan' }).click();
  await page.getByText('PIN atau nama pengguna tidak cocok').waitFor();
  await page.getByLabel('PIN').fill(next);
  await page.getByRole('button', { name: 'Buka penyimpanan' }).click();
  await page.context().setOffline(false);
  await page.getByText(/^Terkirim: LMP-L-/).waitFor({ timeout: 60_000 });
  expect(await reportsCalled(child)).toHaveLength(1);
}, 240_000);
