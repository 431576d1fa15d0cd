import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { eventually } from '../src/support/eventually.js';
import { fillExample, findTask, openDesks, submit, takeTask, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('what the law forbids comes back with its finding at the field, keeps its answers and is resubmitted', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  const name = operator.getByRole('textbox', { name: 'Nama lengkap anak' });
  const right = await name.inputValue();
  const card = await operator.getByRole('textbox', { name: 'Nomor KK' }).inputValue();
  await name.fill(`${right} 2`);

  await operator.getByRole('button', { name: 'Periksa' }).click();
  await operator.getByText(/hal harus diperbaiki/).waitFor();
  const ticket = await submit(operator);
  await operator.getByText('Dikembalikan', { exact: true }).waitFor({ timeout: 90_000 });

  await takeTask(operator, ticket);
  expect(await name.inputValue()).toBe(`${right} 2`);
  expect(await operator.getByRole('textbox', { name: 'Nomor KK' }).inputValue()).toBe(card);
  await operator.getByRole('button', { name: 'Ke isian Anak: Nama lengkap anak' }).first().click();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await name.getAttribute('aria-invalid')).toBe('true');

  await name.fill(right);
  await operator.getByRole('button', { name: 'Kirim ulang' }).click();
  await operator.waitForURL(/\/cases\//);

  const supervisor = await desks.signIn('supervisor.coblong');
  await findTask(supervisor, ticket);
  await operator.getByText('Menunggu keputusan', { exact: true }).waitFor({ timeout: 90_000 });
}, 300_000);

it('a supervisor returns a report only with a reason; the operator reads it, and what is mended is kept', async () => {
  // Where few others wait: a desk shows the most urgent ones only.
  let operator = await desks.signIn('operator.cipaganti');
  await fillExample(operator, 'Kematian');
  const ticket = await submit(operator);

  const supervisor = await desks.signIn('supervisor.coblong');
  await takeTask(supervisor, ticket);
  const note = supervisor.getByRole('textbox', { name: 'Catatan' });
  await note.waitFor();
  await supervisor.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await supervisor.getByRole('alert').filter({ hasText: 'Tulis catatan untuk keputusan ini' }).waitFor();
  await note.fill('Surat kematian belum terbaca.');
  await supervisor.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await supervisor.getByText('Keputusan dicatat: Kembalikan').waitFor();

  // Before anything else on the page of the case.
  await operator
    .getByRole('alert')
    .filter({ hasText: 'Mengapa dikembalikan' })
    .getByText('Surat kematian belum terbaca.')
    .waitFor({ timeout: 90_000 });
  // On the desk, at once.
  await operator
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: 'Meja kerja' })
    .click();
  await operator
    .getByRole('listitem')
    .filter({ hasText: ticket })
    .getByText('Surat kematian belum terbaca.')
    .waitFor();
  await takeTask(operator, ticket);
  await operator.getByText('Surat kematian belum terbaca.').waitFor();

  // What is mended is kept before it is sent: the laptop is closed, another window goes on.
  const place = () => operator.getByRole('textbox', { name: 'Tempat kematian' });
  await place().fill('RSUD Kota Bandung');
  await operator.getByText(/^Draf tersimpan \d/).waitFor();
  // Its own case is no double of it.
  await operator.getByRole('button', { name: 'Periksa' }).click();
  await operator.getByText('Tidak ada temuan. Laporan siap diajukan.').waitFor();
  const context = operator.context();
  const address = operator.url();
  await operator.close();
  operator = await context.newPage();
  await operator.goto(address);
  await eventually('the form holds what was mended', async () => (await place().inputValue()) !== '');
  expect(await place().inputValue()).toBe('RSUD Kota Bandung');
  await operator.getByRole('button', { name: 'Kirim ulang' }).click();
  await operator.waitForURL(/\/cases\//);
  await operator.getByText('RSUD Kota Bandung').waitFor();
}, 300_000);

it('a colleague who takes a correction over finds what was attached for it, and whose it is', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kematian');
  const ticket = await submit(operator);
  const caseAddress = operator.url();

  const supervisor = await desks.signIn('supervisor.coblong');
  await takeTask(supervisor, ticket);
  await supervisor.getByRole('button', { name: 'Dahulukan' }).click();
  await supervisor.getByRole('textbox', { name: 'Catatan' }).fill('Surat kuasa belum ada.');
  await supervisor.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await supervisor.getByText('Keputusan dicatat: Kembalikan').waitFor();

  await takeTask(operator, ticket);
  // What cannot wait is the case: its next task goes first as well.
  await operator.getByText(/^Didahulukan oleh Dadang Hidayat, \d/).waitFor();
  const authority = (page: Page) =>
    page
      .getByRole('region', { name: 'Berkas persyaratan' })
      .getByRole('listitem')
      .filter({ hasText: 'F-1.07' });
  const [chooser] = await Promise.all([
    operator.waitForEvent('filechooser'),
    authority(operator)
      .getByRole('button', { name: /^Pilih berkas/ })
      .click(),
  ]);
  await chooser.setFiles({
    ...{ name: 'surat kuasa.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await authority(operator).getByText('surat kuasa.pdf').waitFor();
  await operator.getByText(/^Draf tersimpan \d/).waitFor();
  const address = operator.url();
  const path = `/api/v1/tasks/${address.split('/').at(-1)}`;
  await (await as('operator.dago')).post(`${path}/unclaim`).expect(200);

  const colleague = await desks.signIn('operator2.dago');
  await colleague.goto(address);
  await colleague.getByRole('button', { name: 'Ambil tugas ini' }).click();
  await authority(colleague).getByText('surat kuasa.pdf').waitFor();
  await authority(colleague).getByText('diunggah Neng Rohaeti').waitFor();
  await colleague.getByRole('button', { name: 'Kirim ulang' }).click();
  await colleague.waitForURL(/\/cases\//);
  await operator.goto(caseAddress);
  await operator.getByText(/^Didahulukan oleh Dadang Hidayat, \d/).waitFor();
  await operator.getByText('surat kuasa.pdf').waitFor();

  await takeTask(supervisor, ticket);
  await supervisor.getByRole('button', { name: 'Kembalikan ke giliran' }).click();
  await supervisor.getByRole('button', { name: 'Dahulukan' }).waitFor();
  await supervisor.getByRole('button', { name: 'Lepaskan' }).click();
  await supervisor.getByRole('button', { name: 'Ambil tugas ini' }).waitFor();
}, 300_000);
