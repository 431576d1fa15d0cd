/** Without a line: forms open, what is typed is sealed, reports queue and go once, and only their officer can send them. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
import { testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';
import { violations } from './axe.js';
import { fillExample, openDesks, type Desks } from './desk.js';

const PIN = '271828';
const NEXT_PIN = '314159';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

const name = (page: Page) => page.getByRole('textbox', { name: 'Nama lengkap anak' });
const holds = (page: Page, text: string) =>
  eventually(`the form holds ${text}`, async () => (await name(page).inputValue()) === text);
const menu = (page: Page) => page.getByRole('navigation', { name: 'Menu utama' });
const newName = (first: string) =>
  `${first} ${Date.now() % 1_000_000}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);

/** The browser has the product and its forms for a time without a line. */
async function untilKept(page: Page): Promise<void> {
  await eventually('the service worker rules the page', () =>
    page.evaluate<boolean>('navigator.serviceWorker.controller !== null'),
  );
}

const openOffline = (page: Page) => menu(page).getByRole('link', { name: 'Kerja luring' }).click();

async function setUp(page: Page): Promise<void> {
  await openOffline(page);
  await page.getByLabel(/^PIN baru/).fill(PIN);
  await page.getByLabel('Ulangi PIN baru').fill(PIN);
  await page.getByRole('button', { name: 'Siapkan kerja luring' }).click();
  await page.getByText(/^Terbuka untuk /).waitFor();
}

async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page
    .getByRole('status')
    .getByText(/^Tanpa sambungan ke server/)
    .waitFor();
}

async function openDoor(page: Page, username: string, pin = PIN): Promise<void> {
  await page.getByRole('textbox', { name: 'Nama pengguna' }).fill(username);
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: 'Buka penyimpanan' }).click();
}

/** Fills in a whole report while there is a line; answers what makes it findable. */
async function beginReport(page: Page): Promise<string> {
  await fillExample(page, 'Kelahiran');
  await page.getByText(/^Draf tersimpan \d/).waitFor();
  return newName('Bunga Luring');
}

/** A report that was begun with a line and submitted without one. */
async function queueReport(page: Page): Promise<string> {
  const child = await beginReport(page);
  await goOffline(page);
  await name(page).fill(child);
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/offline$/);
  return child;
}

async function signInHere(page: Page, user: DemoUser): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(` ${user.replace('.', '\\.')}$`) }).click();
  await menu(page).waitFor();
}

async function reportsCalled(
  child: string,
): Promise<{ id: string; status: string; ticket: string | null }[]> {
  const agent = await as('operator.dago');
  const { body } = await agent.get('/api/v1/reports').query({ q: child }).expect(200);
  return body.items as { id: string; status: string; ticket: string | null }[];
}

/** Everything that the browser keeps: caches by address, the databases and the storages as text. */
async function keptByTheBrowser(page: Page): Promise<{ cached: string[]; stored: string }> {
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

it('a report goes through a day without a line: kept, queued, and sent once though its answer is lost', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  await openOffline(page);
  await page.getByLabel(/^PIN baru/).fill('123456');
  await page.getByRole('button', { name: 'Siapkan kerja luring' }).click();
  await page.getByText('PIN ini terlalu mudah ditebak (berurutan atau berulang)').waitFor();
  expect(await violations(page)).toEqual([]);
  await setUp(page);
  const child = await beginReport(page);

  await goOffline(page);
  await name(page).fill(child);
  await page.getByText(/^Draf tersimpan tersegel di perangkat ini/).waitFor();
  expect(await violations(page)).toEqual([]);

  // The laptop is opened again, still without a line.
  await page.reload();
  await page.getByRole('heading', { name: 'Server tidak dapat dihubungi' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await openDoor(page, 'operator.dago', '271829');
  await page.getByText('PIN atau nama pengguna tidak cocok').waitFor();
  await openDoor(page, 'operator.dago');
  await holds(page, child);

  // A form that was never opened before on this device opens too.
  await menu(page).getByRole('link', { name: 'Kematian' }).click();
  await page.getByRole('heading', { name: 'Laporan kematian baru' }).waitFor();
  await page.getByLabel(/^NIK/).first().waitFor();

  await page.goBack();
  await holds(page, child);
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/offline$/);
  await page.getByText('Menunggu sambungan').waitFor();
  await page.getByText(`Kelahiran: ${child}`).waitFor();
  expect(await violations(page)).toEqual([]);

  const { cached, stored } = await keptByTheBrowser(page);
  const ofTheApi = cached.filter((path) => path.startsWith('/api/'));
  expect(ofTheApi).toContain('/api/v1/event-types?example=none');
  for (const path of ofTheApi)
    expect(path).toMatch(/^\/api\/v1\/event-types(\?example=none|\/[a-z-]+\/(rules|form-facts\.js\?v=\w+))$/);
  expect(stored).toContain('"kind":"report"');
  expect(stored).not.toMatch(/(?<!\d)\d{16}(?!\d)/);
  for (const secret of [child, PIN, 'operator.dago']) expect(stored).not.toContain(secret);

  await page.goto('/');
  await openDoor(page, 'operator.dago');
  await page.waitForURL(/\/offline$/);
  await page.getByText('Menunggu sambungan').waitFor();

  // The server takes the first one, and its answer gets lost.
  const keys: string[] = [];
  const answers: number[] = [];
  await page.route('**/api/v1/reports', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']!);
    const answer = await route.fetch();
    answers.push(answer.status());
    return keys.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer });
  });
  await page.context().setOffline(false);
  await page.getByText(/^Terkirim: LMP-L-/).waitFor({ timeout: 60_000 });
  expect(answers).toEqual([201, 201]);
  expect(new Set(keys).size).toBe(1);
  const made = await reportsCalled(child);
  expect(made).toHaveLength(1);
  expect(made[0]!.status).not.toBe('draft');
  await page.getByText(`Terkirim: ${made[0]!.ticket}`).waitFor();

  // What is left of it names nobody.
  expect((await keptByTheBrowser(page)).stored).not.toContain('"kind":"report"');
  await page.getByRole('link', { name: `Buka kasus ${made[0]!.ticket}` }).click();
  await page.waitForURL(/\/cases\//);
}, 240_000);

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

it('what the server refuses stays with its reason, until its officer decides', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  await setUp(page);
  const child = await beginReport(page);
  const [, id] = /reports\/([^/]+)\/edit$/.exec(page.url())!;
  await goOffline(page);
  await name(page).fill(child);
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/offline$/);
  // Meanwhile the draft is thrown away at another computer.
  await (await as('operator.dago')).delete(`/api/v1/reports/${id}`).expect(204);

  await page.context().setOffline(false);
  await page.getByText('Ditolak: Draf ini sudah dibuang di jendela lain').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await reportsCalled(child)).toEqual([]);
  await page.getByRole('button', { name: 'Pakai isian di sini' }).click();
  await page.getByText(/^Terkirim: LMP-L-/).waitFor();
  expect(await reportsCalled(child)).toHaveLength(1);
  await page.getByRole('button', { name: 'Bersihkan yang terkirim' }).click();
  await page.getByText('Tidak ada laporan yang menunggu').waitFor();
}, 240_000);

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
/** So large that ten of them are as much as a device keeps. */
const LARGE = Buffer.concat([
  Buffer.from('%PDF-1.4\n'),
  Buffer.alloc(5 * 1024 * 1024 - 40, 32),
  Buffer.from('\n%%EOF\n'),
]);

async function attach(page: Page, button: RegExp, file: { name: string; buffer: Buffer }): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  await chooser.setFiles({ ...file, mimeType: 'application/pdf' });
}

it('attachments chosen without a line wait sealed with their report, and go once before it', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  await setUp(page);
  const child = await beginReport(page);
  await goOffline(page);
  await name(page).fill(child);
  const papers = page.getByRole('region', { name: 'Berkas persyaratan' });
  await attach(page, /^(Pilih|Ganti) berkas/, { name: 'kk.pdf', buffer: Buffer.from('<html>') });
  await papers.getByText('Isi berkas bukan pdf, jpg, atau png yang utuh').waitFor();
  await attach(page, /^(Pilih|Ganti) berkas/, { name: `kk ${child}.pdf`, buffer: PDF });
  await papers.getByText('Tersegel di perangkat ini').waitFor();
  await papers.getByText(`kk ${child}.pdf`).waitFor();
  await page.getByText(/^Draf tersimpan tersegel di perangkat ini/).waitFor();
  expect(await violations(page)).toEqual([]);

  // The laptop is opened again: the form knows its attachment.
  await page.reload();
  await openDoor(page, 'operator.dago');
  await holds(page, child);
  await papers.getByText('Tersegel di perangkat ini').waitFor();
  const { stored } = await keptByTheBrowser(page);
  expect(stored).not.toContain('%PDF');
  expect(stored).not.toContain(child);

  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/offline$/);
  await page.getByRole('list', { name: '1 lampiran' }).getByText('Tersegel di perangkat ini').waitFor();
  expect(await violations(page)).toEqual([]);

  // The first upload arrives, and its answer gets lost.
  const sent: string[] = [];
  await page.route(/\/api\/v1\/(attachments|reports)/, async (route) => {
    const request = route.request();
    if (!['PUT', 'POST'].includes(request.method())) return route.continue();
    const [, what] = /\/api\/v1\/(attachments|reports)/.exec(request.url())!;
    sent.push(`${request.method()} ${what}`);
    const answer = await route.fetch();
    return sent.length === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer });
  });
  await page.context().setOffline(false);
  await page.getByText(/^Terkirim: LMP-L-/).waitFor({ timeout: 60_000 });
  expect(sent).toEqual(['PUT attachments', 'PUT attachments', 'PUT reports', 'POST reports']);
  const [report] = await reportsCalled(child);
  const operator = await as('operator.dago');
  const { body } = await operator.get(`/api/v1/reports/${report!.id}`).expect(200);
  const files = (body.attachments as { fileName: string; bytes: number }[]).filter(
    ({ fileName }) => fileName === `kk ${child}.pdf`,
  );
  expect(files).toMatchObject([{ bytes: PDF.length }]);
  await page.unrouteAll();
  // Nor is a file left, or its size.
  expect(/"bytes":\d/.test((await keptByTheBrowser(page)).stored)).toBe(false);
}, 240_000);

it('more attachments than a device should keep are refused in words, and those before stay', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  await setUp(page);
  await goOffline(page);
  const papers = page.getByRole('region', { name: 'Berkas persyaratan' });
  const refusal = papers.getByText(/^Lampiran di perangkat ini sudah 50 MB dari paling banyak 50 MB/);
  let kept = 0;
  for (const event of ['Kelahiran', 'Kematian', 'Kedatangan', 'Perpindahan']) {
    await menu(page).getByRole('link', { name: event }).click();
    await page.getByRole('heading', { name: new RegExp(`^Laporan ${event} baru$`, 'i') }).waitFor();
    const places = papers.getByRole('button', { name: /^Pilih berkas/ });
    await places.first().waitFor();
    for (let left = await places.count(); left > 0; left--) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), places.first().click()]);
      const sealed = papers.getByText('Tersegel di perangkat ini');
      const before = await sealed.count();
      await chooser.setFiles({ name: 'besar.pdf', mimeType: 'application/pdf', buffer: LARGE });
      await eventually(
        'it is kept or refused',
        async () => (await sealed.count()) > before || (await refusal.count()) > 0,
      );
      if ((await refusal.count()) > 0) {
        expect(kept).toBe(10);
        expect(await violations(page)).toEqual([]);
        return;
      }
      kept++;
    }
    await page.getByText(/^Draf tersimpan tersegel di perangkat ini/).waitFor();
  }
  expect.unreachable('everything was kept');
}, 240_000);

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

it('on a line that is hardly one, what is typed meanwhile is kept and the report goes once', async () => {
  const page = await desks.signIn('operator.dago');
  await untilKept(page);
  const child = await beginReport(page);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  // As at the edge of a 2G cell.
  const slow = { offline: false, latency: 1_500, downloadThroughput: 12_000, uploadThroughput: 6_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  const words = child.split(' ');
  for (let count = 1; count <= words.length; count++) {
    await name(page).fill(words.slice(0, count).join(' '));
    await page.getByText('Menyimpan draf…').waitFor();
  }
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/cases\//, { timeout: 60_000 });
  expect(await reportsCalled(child)).toHaveLength(1);
}, 240_000);

it('a page that did not come over HTTPS has no offline work, and says why', async () => {
  const page = await desks.signIn('operator.dago');
  const plain = 'http://lampid.test';
  await page.route(`${plain}/api/v1/tasks/stream`, (route) => route.abort());
  await page.route(
    (url) => url.origin === plain && !url.pathname.endsWith('/stream'),
    async (route) => {
      const url = route.request().url().replace(plain, testStack().baseUrl);
      await route.fulfill({ response: await route.fetch({ url }) });
    },
  );
  await page.goto(`${plain}/offline`);
  await page
    .getByRole('alert')
    .getByText(/^Kerja luring tidak tersedia: halaman ini tidak dibuka lewat HTTPS/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
}, 120_000);
