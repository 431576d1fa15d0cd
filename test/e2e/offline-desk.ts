/** What officers do without a line, in the words of its pages, and what their browser keeps of it. */
import type { Page } from 'playwright-core';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
import type { DemoUser } from '../src/support/token.js';
import { fillExample } from './desk.js';

export const PIN = '271828';

export const name = (page: Page) => page.getByRole('textbox', { name: 'Nama lengkap anak' });
export const holds = (page: Page, text: string) =>
  eventually(`the form holds ${text}`, async () => (await name(page).inputValue()) === text);
export const menu = (page: Page) => page.getByRole('navigation', { name: 'Menu utama' });
export const newName = (first: string) =>
  `${first} ${Date.now() % 1_000_000}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);

/** The browser has the product and its forms for a time without a line. */
export async function untilKept(page: Page): Promise<void> {
  await eventually('the service worker rules the page', () =>
    page.evaluate<boolean>('navigator.serviceWorker.controller !== null'),
  );
}

export const openOffline = (page: Page) => menu(page).getByRole('link', { name: 'Kerja luring' }).click();

export async function setUp(page: Page): Promise<void> {
  await openOffline(page);
  await page.getByLabel(/^PIN baru/).fill(PIN);
  await page.getByLabel('Ulangi PIN baru').fill(PIN);
  await page.getByRole('button', { name: 'Siapkan kerja luring' }).click();
  await page.getByText(/^Terbuka untuk /).waitFor();
}

export async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page
    .getByRole('status')
    .getByText(/^Tanpa sambungan ke server/)
    .waitFor();
}

export async function openDoor(page: Page, username: string, pin = PIN): Promise<void> {
  await page.getByRole('textbox', { name: 'Nama pengguna' }).fill(username);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: 'Buka penyimpanan' }).click();
}

/** Fills in a whole report while there is a line; answers what makes it findable. */
export async function beginReport(page: Page): Promise<string> {
  await fillExample(page, 'Kelahiran');
  await page.getByText(/^Draf tersimpan \d/).waitFor();
  return newName('Bunga Luring');
}

/** A report that was begun with a line and submitted without one. */
export async function queueReport(page: Page): Promise<string> {
  const child = await beginReport(page);
  await goOffline(page);
  await name(page).fill(child);
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/offline$/);
  return child;
}

export async function signInHere(page: Page, user: DemoUser): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(` ${user.replace('.', '\\.')}$`) }).click();
  await menu(page).waitFor();
}

export async function reportsCalled(
  child: string,
): Promise<{ id: string; status: string; ticket: string | null }[]> {
  const agent = await as('operator.dago');
  const { body } = await agent.get('/api/v1/reports').query({ q: child }).expect(200);
  return body.items as { id: string; status: string; ticket: string | null }[];
}

/** Everything that the browser keeps: caches by address, the databases and the storages as text. */
export async function keptByTheBrowser(page: Page): Promise<{ cached: string[]; stored: string }> {
  return page.evaluate(async () => {
    const cached: string[] = [];
    let stored = JSON.stringify({ ...localStorage, ...sessionStorage });
    for (const cacheName of await caches.keys()) {
      const cache = await caches.open(cacheName);
      for (const { url } of await cache.keys()) {
        cached.push(new URL(url).pathname + new URL(url).search);
        if (url.includes('/api/')) stored += await (await cache.match(url))!.text();
      }
    }
    for (const { name: database } of await indexedDB.databases()) {
      const open = indexedDB.open(database!);
      await new Promise((done) => (open.onsuccess = done));
      for (const store of open.result.objectStoreNames) {
        const all = open.result.transaction(store).objectStore(store).getAll();
        await new Promise((done) => (all.onsuccess = done));
        stored += JSON.stringify(all.result, (_, part: unknown) =>
          part instanceof Uint8Array ? new TextDecoder('latin1').decode(part) : part,
        );
      }
      open.result.close();
    }
    return { cached, stored };
  });
}
