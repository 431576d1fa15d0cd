/** An analyst makes a new event type in the browser, changes its form and takes it away as a folder. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
let analyst: Page;
beforeAll(async () => {
  desks = await openDesks();
  analyst = await desks.signIn('analyst');
});
afterAll(() => desks?.close());

const ID = `surat-usaha-${Date.now().toString(36)}`;
const NAME = `Surat usaha ${Date.now().toString(36)}`;

it('is told what is missing, at each field and in both languages', { timeout: 120_000 }, async () => {
  await analyst.getByRole('link', { name: 'Studio model' }).click();
  await analyst.getByRole('link', { name: 'Jenis laporan baru' }).click();
  await analyst.getByRole('heading', { name: 'Jenis laporan baru' }).waitFor();
  await analyst.getByText('Jenis laporan baru tidak dipasang dari peramban').waitFor();
  await analyst.getByRole('radio', { name: /^Surat keterangan/ }).waitFor();
  expect(await violations(analyst)).toEqual([]);

  await analyst.getByLabel('Id jenis laporan').fill('birth');
  await analyst.getByRole('button', { name: 'Tambah lampiran' }).click();
  await analyst.getByRole('button', { name: 'Buat draf' }).click();
  await analyst.getByRole('alert').getByText('12 isian perlu diperbaiki', { exact: false }).waitFor();
  const id = analyst.getByLabel('Id jenis laporan');
  expect(await id.getAttribute('aria-invalid')).toBe('true');
  expect(await id.evaluate((field) => field === document.activeElement)).toBe(true);
  await analyst
    .locator('.new-type-form .ant-form-item-explain-error', { hasText: 'sudah dipakai' })
    .waitFor();
  const errors = await analyst.locator('.new-type-form .ant-form-item-explain-error').count();
  // Id, both names and descriptions, kind and names of the attachment, both names of the letter, law and its date.
  expect(errors).toBe(12);
  expect(await violations(analyst)).toEqual([]);
});

it('is refused at once to who does not change models', { timeout: 60_000 }, async () => {
  const operator = await desks.signIn('operator.dago');
  await operator.goto('/studio/new');
  await operator.getByText('Peran Anda tidak berwenang untuk tindakan ini').waitFor();
  expect(await operator.getByRole('button', { name: 'Buat draf' }).count()).toBe(0);
  await operator.goto('/what-if');
  await operator.getByText('Peran Anda tidak berwenang untuk tindakan ini').waitFor();
  expect(await operator.getByRole('button', { name: 'Mulai uji coba' }).count()).toBe(0);
  await operator.context().close();
});

it('makes the type, changes it in the editors and takes its folder away', { timeout: 180_000 }, async () => {
  const page = analyst;
  await page.getByLabel('Id jenis laporan').fill(ID);
  const both = async (label: string, id: string, en: string) => {
    await page.getByLabel(`${label} (Indonesia)`, { exact: true }).first().fill(id);
    await page.getByLabel(`${label} (Inggris)`, { exact: true }).first().fill(en);
  };
  await both('Nama', NAME, 'Business letter');
  await both('Uraian', 'Menerangkan usaha warga', 'States the business of a resident');
  const attachment = page.getByRole('group', { name: 'Lampiran 1' });
  await attachment.getByLabel('Jenis lampiran').fill('foto-usaha');
  await attachment.getByLabel('Nama (Indonesia)').fill('Foto tempat usaha');
  await attachment.getByLabel('Nama (Inggris)').fill('Photo of the place');
  await attachment.getByLabel('Wajib').check();
  await page.getByRole('radio', { name: 'Kepala dinas' }).check();
  await both('Nama surat', 'Surat keterangan usaha', 'Statement of business');
  await page.getByLabel('Dasar hukum').fill('Perwal 12/2024');
  await page.getByLabel('Berlaku sejak').fill('2024-05-01');
  await page.getByRole('button', { name: 'Buat draf' }).click();

  await page.getByRole('heading', { name: NAME }).waitFor();
  await page.getByText('Tidak ada kesalahan').waitFor();
  expect(await page.getByRole('button', { name: 'Usulkan' }).count()).toBe(0);
  await page.locator('[data-element-id="special"] .djs-hit').first().waitFor();
  await page.getByText('menaruh folder itu di PROCESSES_DIR', { exact: false }).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Simulasi token' }).press('Enter');
  await page.getByTitle('Picu peristiwa').filter({ visible: true }).first().click();
  await page.getByTitle('Catatan simulasi').click();
  await page.locator('.bts-log').getByText('Laporan masuk').first().waitFor();
  await page.getByRole('button', { name: 'Akhiri simulasi' }).press('Enter');
  await page.getByRole('button', { name: /^rules\.dmn/ }).click();
  await page.locator('.dmn-decision-table-container').waitFor();
  await page.getByRole('button', { name: /^report\.form/ }).click();
  await page.locator('.fjs-editor-container').waitFor();

  await page.getByRole('button', { name: 'event.ts' }).click();
  const code = page.getByRole('textbox', { name: 'Penyusun model event.ts' });
  expect(await code.inputValue()).toContain('defineEvent');
  expect(await code.evaluate((area) => (area as HTMLTextAreaElement).readOnly)).toBe(true);
  await page.getByText('Kode hanya dapat dibaca di sini', { exact: false }).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: /^review\.form/ }).click();
  await page.locator('.fjs-editor-container').waitFor();
  await page.getByText('Teks', { exact: true }).click();
  const form = page.getByRole('textbox', { name: 'Penyusun model review.form' });
  const written = await form.inputValue();
  await form.fill('{');
  await page.getByText(/^1 kesalahan/).waitFor();
  expect(await page.getByRole('button', { name: 'Unduh folder' }).isDisabled()).toBe(true);
  await form.fill(written.replace('"Catatan"', '"Catatan pemeriksa"'));
  await page.getByText('Tidak ada kesalahan').waitFor();
  await page.getByText('Tersimpan', { exact: true }).waitFor();

  // What is written in the moment before goes along.
  await form.fill(written.replace('"Catatan"', '"Catatan pemeriksa kedua"'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh folder' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${ID}.zip`);
  const folder = unzipSync(await readFile(await download.path()));
  expect(strFromU8(folder[`${ID}/answers.ts`]!)).toContain('"kind": "foto-usaha"');
  expect(strFromU8(folder[`${ID}/review.form`]!)).toContain('Catatan pemeriksa kedua');
  expect(strFromU8(folder[`${ID}/${ID}.bpmn`]!)).toContain('${headGroup}');

  // An answer is given otherwise: code follows, and the form that was changed here stays.
  await page.getByRole('link', { name: 'Ubah jawaban' }).click();
  await page.getByRole('button', { name: 'Tulis ulang draf' }).waitFor();
  expect(await page.getByLabel('Id jenis laporan').isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await both('Nama', `${NAME} kecil`, 'Small business letter');
  await page.getByRole('button', { name: 'Tulis ulang draf' }).click();
  await page.getByText('Sudah diubah di studio dan dibiarkan', { exact: false }).waitFor();
  await page.getByRole('heading', { name: `${NAME} kecil` }).waitFor();
  await page.getByRole('button', { name: 'answers.ts' }).click();
  const answered = page.getByRole('textbox', { name: 'Penyusun model answers.ts' });
  expect(await answered.inputValue()).toContain('Small business letter');

  await page.getByRole('button', { name: 'Tarik draf' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tarik draf' }).click();
  await page.getByText('ditarik', { exact: true }).waitFor();
});
