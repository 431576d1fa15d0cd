/** Attachments that are chosen without a line: sealed with their report, and no more than a device should keep. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
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
  reportsCalled,
  setUp,
  untilKept,
} from './offline-desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

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
