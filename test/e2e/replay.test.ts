/** The auditor plays a finished case back, sees the token where it was, and takes evidence and event log away. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import {
  decide,
  exampleOf,
  submit,
  submitExample,
  untilStatus,
  untilTask,
} from '../src/support/case-pilot.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a case is played back from its end to its beginning and forward again', async () => {
  const { id } = await submitExample('birth');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(id, 'completed');

  const auditor = await desks.signIn('auditor');
  await auditor.goto(`/cases/${id}`);
  await auditor.getByRole('link', { name: 'Putar ulang' }).click();
  await auditor.getByRole('heading', { name: /^Putar ulang LMP-L-/ }).waitFor();
  const drawing = auditor.getByRole('figure', { name: /Diagram/ });
  await drawing.waitFor();
  await auditor.getByText('Dokumen sampai saat itu').waitFor();
  expect(await violations(auditor)).toEqual([]);

  // By keyboard: the beginning knows of no document.
  const slider = auditor.getByRole('slider', { name: 'Waktu' });
  await slider.press('Home');
  await auditor.getByText('Dokumen sampai saat itu').waitFor({ state: 'detached' });

  // The moment at which the supervisor's task began shows the token in it, on the model's drawing.
  await auditor
    .getByRole('table', { name: 'Semua kejadian' })
    .getByRole('button', { name: /^Ke kejadian: Mulai: Periksa dan putuskan/ })
    .click();
  await auditor.getByRole('figure', { name: /Periksa dan putuskan/ }).waitFor();
  await auditor.getByText('Data saat itu (revisi 1)').waitFor();

  // On the screen the view follows the token; on paper the whole drawing stands, and nothing of that stays.
  const isWhole = () =>
    drawing.evaluate((figure) => {
      const [frame, picture] = [figure, figure.querySelector('.viewport')!].map((part) =>
        part.getBoundingClientRect(),
      );
      return picture!.left >= frame!.left - 1 && picture!.right <= frame!.right + 1;
    });
  expect(await isWhole()).toBe(false);
  await auditor.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await isWhole()).toBe(true);
  await auditor.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await isWhole()).toBe(false);

  // The arrows step from wherever one is, here from the moment that was clicked.
  const place = auditor.getByText(/^\d+ dari \d+$/);
  const here = Number((await place.textContent())!.split(' ')[0]);
  await auditor.keyboard.press('ArrowRight');
  await auditor.getByText(new RegExp(`^${here + 1} dari`)).waitFor();
  await auditor.keyboard.press('ArrowLeft');
  await auditor.getByText(new RegExp(`^${here} dari`)).waitFor();

  // Played at four times the speed it comes to the decision and to the end.
  await auditor.getByText('4×').click();
  await auditor.getByRole('button', { name: 'Putar', exact: true }).click();
  await auditor.getByText('Dokumen sampai saat itu').waitFor();
  await auditor
    .getByText(/Sri Handayani$/)
    .first()
    .waitFor();
}, 180_000);

it('what was revoked after its end shows so, and not before', async () => {
  const birth = await submitExample('birth');
  await decide({ reportId: birth.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  const { ticket, result } = await untilStatus(birth.id, 'completed');
  const revocation = await submit('revocation', { ...(await exampleOf('revocation')), ticket });
  const approve = { reportId: revocation.id, outcome: 'approve' };
  await decide({ ...approve, step: 'review', user: 'supervisor.coblong' });
  await decide({ ...approve, step: 'special', user: 'kadis.bandung' });
  await untilStatus(revocation.id, 'completed');

  const auditor = await desks.signIn('auditor');
  // Found by the number that stands on the deed.
  const search = auditor.getByRole('searchbox', { name: 'Cari nama, tiket, NIK, nomor akta' });
  await search.fill(Object.values(result!).find((value) => /-LU-/.test(value))!);
  await search.press('Enter');
  const found = auditor.getByRole('row').filter({ hasText: ticket });
  // The revocation bears its ticket in its name, and is not that case.
  await found.filter({ hasNotText: revocation.ticket }).getByRole('link').click();
  await auditor.getByRole('link', { name: 'Putar ulang' }).click();
  await auditor.getByText(`oleh ${revocation.ticket}`).first().waitFor();
  const documents = auditor.getByRole('listitem').filter({ hasText: 'Kutipan akta kelahiran' });
  await documents.getByText('batal', { exact: true }).waitFor();
  await auditor.getByRole('button', { name: 'Kejadian sebelumnya' }).click();
  await documents.getByText('batal', { exact: true }).waitFor({ state: 'detached' });
  // The files of that revision are there to look at.
  await auditor.getByRole('button', { name: 'Lihat Surat keterangan kelahiran' }).click();
  await auditor.getByRole('dialog', { name: 'Surat keterangan kelahiran' }).waitFor();
}, 180_000);

it('a case from before the system says that it ran on no model', async () => {
  const { body } = await (await as('auditor')).get('/api/v1/reports').query({ sort: 'createdAt', limit: 1 });
  const auditor = await desks.signIn('auditor');
  await auditor.goto(`/cases/${body.items[0].id}/replay`);
  await auditor.getByText(/^Kasus ini tidak dijalankan pada model proses/).waitFor();
  await auditor.getByRole('button', { name: /^Ke kejadian: Kasus berakhir/ }).waitFor();
}, 60_000);

it('a case goes away as a signed package, and many as an event log', async () => {
  const { id, ticket } = await submitExample('birth');
  await untilTask(id, 'review', 'supervisor.coblong');
  const auditor = await desks.signIn('auditor');
  await auditor.goto(`/cases/${id}/replay`);
  const [pack] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: 'Paket bukti' }).click(),
  ]);
  expect(pack.suggestedFilename()).toBe(`evidence-${ticket}.zip`);
  const zip = readFileSync(await pack.path());
  expect(zip.subarray(0, 2).toString()).toBe('PK');

  await auditor.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Kasus' }).click();
  const officer = auditor.getByRole('searchbox', { name: 'Nama petugas' });
  await officer.fill('Neng Rohaeti');
  await officer.press('Enter');
  await auditor.getByRole('row').filter({ hasText: ticket }).waitFor();
  expect(await violations(auditor)).toEqual([]);
  await auditor.getByRole('link', { name: 'Log peristiwa (XES)' }).click();
  await auditor.getByRole('heading', { name: 'Log peristiwa' }).waitFor();
  await auditor.getByRole('combobox', { name: 'Jenis' }).press('Enter');
  await auditor.getByRole('option', { name: 'Kelahiran' }).waitFor({ state: 'attached' });
  await auditor.getByTitle('Kelahiran').last().click();
  await auditor.getByText(/^[1-9][\d.]* kasus dalam pilihan ini$/).waitFor();
  expect(await violations(auditor)).toEqual([]);
  const download = auditor.getByRole('link', { name: 'Unduh log (XES)' });
  await download.focus();
  const [log] = await Promise.all([auditor.waitForEvent('download'), download.press('Enter')]);
  expect(log.suggestedFilename()).toMatch(/^event-log-birth-32\.73-.*\.xes$/);
  expect(readFileSync(await log.path(), 'utf8')).toContain(`value="${ticket}"`);
}, 180_000);
