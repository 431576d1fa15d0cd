/** What is typed is kept: no button, a closed page, two windows, an ended sign-in, a lost answer. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { eventually } from '../src/support/eventually.js';
import { violations } from './axe.js';
import { fillExample, openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

const name = (page: Page) => page.getByRole('textbox', { name: 'Nama lengkap anak' });
/** The form holds what is kept. */
const holds = (page: Page, text: string) =>
  eventually(`the form holds ${text}`, async () => (await name(page).inputValue()) === text);
/** Also what stands for a moment only. */
const WATCH_FOR_UNSAVED = `window.saidUnsaved = false;
new MutationObserver(() => {
  if (document.body.innerText.includes('Ada isian yang belum tersimpan')) window.saidUnsaved = true;
}).observe(document.body, { subtree: true, childList: true, characterData: true });`;
const saved = (page: Page) => page.getByText(/^Draf tersimpan \d/).waitFor();

it('a report that is begun stands on the desk, and two windows do not overwrite each other', async () => {
  const page = await desks.signIn('operator.dago');
  const kept: string[] = [];
  page.on('request', (request) => request.method() === 'PUT' && kept.push(request.url()));
  await page.evaluate(WATCH_FOR_UNSAVED);
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kelahiran' }).click();
  // Looked at and left: nothing is kept of it, and nothing is said to be in danger.
  await name(page).waitFor();
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kematian' }).click();
  await page.getByRole('heading', { name: 'Laporan kematian baru' }).waitFor();
  await page.getByLabel(/^NIK/).first().waitFor();
  expect(kept).toEqual([]);
  expect(await page.evaluate('window.saidUnsaved')).toBe(false);
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kelahiran' }).click();
  const child = `Bunga Draf ${Date.now() % 100_000}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
  await name(page).fill(child);
  await saved(page);
  expect(page.url()).toMatch(/\/reports\/[0-9a-f-]{36}\/edit$/);
  // Typing goes on where it was: the page is still the same.
  expect(await name(page).inputValue()).toBe(child);

  // The laptop is closed.
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  await next.goto('/desk');
  await next.getByRole('link', { name: child }).first().click();
  await next.getByRole('heading', { name: /^Draf laporan/ }).waitFor();
  await holds(next, child);

  // Left by a link at once: the last words come along.
  await name(next).fill(`${child} Nol`);
  await next.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Penduduk' }).click();
  await next.getByRole('heading', { name: 'Penduduk', level: 1 }).waitFor();
  await next.goto('/desk');
  await next
    .getByRole('link', { name: `${child} Nol` })
    .first()
    .click();
  await holds(next, `${child} Nol`);
  await name(next).fill(child);
  await saved(next);

  // Another window changes it; this one is asked.
  const other = await context.newPage();
  await other.goto(next.url());
  await holds(other, child);
  await name(other).fill(`${child} Dua`);
  await saved(other);
  await name(next).fill(`${child} Satu`);
  await next.getByText('Draf ini sudah diubah di jendela lain. Mana yang dipakai?').waitFor();
  expect(await violations(next)).toEqual([]);
  await next.getByRole('button', { name: 'Muat yang lebih baru' }).click();
  await holds(next, `${child} Dua`);

  await name(next).fill(`${child} Tiga`);
  await saved(next);
  await throwAway(next);
  await next.getByRole('heading', { name: 'Meja kerja' }).waitFor();
  await next.getByRole('link', { name: child }).first().waitFor({ state: 'detached' });
}, 180_000);

it('a sign-in that ends in the middle of a form takes nothing with it', async () => {
  const page = await desks.signIn('operator.dago');
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kelahiran' }).click();
  await name(page).fill('Anak Sebelum Berakhir');
  await saved(page);
  await page.context().clearCookies();
  await name(page).fill('Anak Sesudah Berakhir');
  await page.getByRole('dialog', { name: 'Sesi Anda telah berakhir' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await violations(page)).toEqual([]);

  await signInAgain(page);
  await holds(page, 'Anak Sesudah Berakhir');
  await saved(page);
  await page.reload();
  await holds(page, 'Anak Sesudah Berakhir');
}, 180_000);

it('a draft that one window throws away does not come back from another', async () => {
  const page = await desks.signIn('operator.dago');
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kelahiran' }).click();
  await name(page).fill('Anak Yang Dibuang');
  await saved(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await holds(other, 'Anak Yang Dibuang');

  await throwAway(page);
  await name(other).fill('Anak Yang Kembali');
  await other.getByText('Draf ini sudah dibuang di jendela lain. Tetap simpan isian di sini?').waitFor();
  expect(await violations(other)).toEqual([]);
  // Only if a person wants it.
  await other.getByRole('button', { name: 'Simpan sebagai draf lagi' }).click();
  await saved(other);
  await throwAway(other);
  await other.getByRole('heading', { name: 'Meja kerja' }).waitFor();
  await other.getByRole('link', { name: 'Anak Yang Kembali' }).waitFor({ state: 'detached' });
}, 180_000);

it('an autosave finds that the sign-in has ended, and the submission goes on after signing in', async () => {
  const page = await desks.signIn('operator.dago');
  await fillExample(page, 'Kelahiran');
  await saved(page);
  // Nothing else asks the server: what opens the dialog is the saving itself.
  await page.route(
    (url) => url.pathname.startsWith('/api/'),
    (route) => (route.request().method() === 'GET' ? undefined : route.continue()),
  );
  await page.context().clearCookies();
  await name(page).fill('Anak Tanpa Sesi');
  await page.getByRole('dialog', { name: 'Sesi Anda telah berakhir' }).waitFor({ timeout: 5_000 });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await signInAgain(page);
  await saved(page);

  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await signInAgain(page);
  await page.waitForURL(/\/cases\//);
  await page
    .getByText(/^LMP-L-/)
    .first()
    .waitFor();
}, 180_000);

it('a submission is the same one after a reload', async () => {
  const page = await desks.signIn('operator.dago');
  await fillExample(page, 'Kelahiran');
  await saved(page);
  const keys: string[] = [];
  await page.route('**/api/v1/reports', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']!);
    // The server never hears the first one.
    return keys.length === 1 ? route.abort('connectionreset') : route.continue();
  });
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.getByRole('alert').getByText('Server tidak dapat dihubungi').waitFor();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('heading', { name: /^Draf laporan/ }).waitFor();
  await eventually('the form is filled in', async () => (await name(page).inputValue()) !== '');
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/cases\//);
  expect(keys).toEqual([keys[0], keys[0]]);
}, 180_000);

async function throwAway(page: Page): Promise<void> {
  // By keyboard: the question has the focus, and its first answer takes nothing away.
  await page.getByRole('button', { name: 'Buang draf' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Buang draf' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk$/);
}

async function signInAgain(page: Page): Promise<void> {
  const [door] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Masuk lagi' }).click(),
  ]);
  await door.getByRole('link', { name: / operator\.dago$/ }).click();
  await door.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  await door.close();
  await page.getByRole('dialog', { name: 'Sesi Anda telah berakhir' }).waitFor({ state: 'detached' });
}
