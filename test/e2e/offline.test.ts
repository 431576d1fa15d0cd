/** Without a line: forms open, what is typed is sealed, reports queue and go once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { testStack } from '../src/support/stack.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';
import {
  beginReport,
  goOffline,
  holds,
  keptByTheBrowser,
  menu,
  name,
  openDoor,
  openOffline,
  PIN,
  reportsCalled,
  setUp,
  untilKept,
} from './offline-desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

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
  // A button at work can still be read.
  expect(await violations(page)).toEqual([]);
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
