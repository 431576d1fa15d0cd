import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../src/support/eventually.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('an admin makes a head of RT, changes the RT, deactivates the account, and keeps the own', async () => {
  const admin = await desks.signIn('admin.bandung');
  await admin.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Pengguna' }).click();
  const username = `rt.uji${Date.now().toString(36)}`;
  const add = admin.getByRole('button', { name: 'Tambah pengguna' });
  await add.focus();
  await admin.keyboard.press('Enter');
  await admin.getByRole('dialog').waitFor();
  await admin.keyboard.press('Escape');
  await eventually('the focus is back', () => add.evaluate((button) => button === document.activeElement));
  await add.click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('Nama pengguna').fill(username);
  await form.getByLabel('Nama', { exact: true }).fill('Ketua Uji');
  await form.getByLabel('Peran').click();
  await admin.getByTitle('Ketua RT/RW').last().click();
  await form.getByTitle('Ketua RT/RW').waitFor();
  await form.getByRole('button', { name: 'Simpan' }).click();
  await form.getByText('Pilih kecamatan dan kelurahannya').waitFor();
  for (const [label, name] of [
    ['Kecamatan', 'Coblong'],
    ['Kelurahan', 'Dago'],
  ] as const) {
    await form.getByRole('combobox', { name: label }).fill(name);
    await form.getByRole('combobox', { name: label }).press('Enter');
  }
  await form.getByLabel('RW', { exact: true }).fill('002');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await admin.getByText(`${username} disimpan`).waitFor();

  const search = admin.getByRole('searchbox', { name: 'Cari nama atau nama pengguna' });
  await search.fill(username);
  await search.press('Enter');
  const row = admin.getByRole('row').filter({ hasText: username });
  await row.getByText('Dago, RW 002').waitFor();
  expect(await violations(admin)).toEqual([]);
  await admin.getByRole('button', { name: `Ubah ${username}` }).click();
  await form.getByLabel(/^RT/).fill('004');
  await form.getByRole('switch', { name: /Aktif/ }).click();
  await form.getByRole('button', { name: 'Simpan' }).click();
  await row.getByText('Nonaktif').waitFor();
  await row.getByText('Dago, RW 002, RT 004').waitFor();

  await search.fill('admin.bandung');
  await search.press('Enter');
  await admin.getByRole('button', { name: 'Ubah admin.bandung' }).click();
  await form.getByRole('switch', { name: /Aktif/ }).click();
  await form.getByRole('button', { name: 'Simpan' }).click();
  await form.getByText('Anda tidak dapat mencabut hak Anda sendiri').waitFor();
}, 120_000);
