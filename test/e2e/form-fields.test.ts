/** What helps at the fields of a report: whom a NIK belongs to, the members of a card, and the rules about each field with their law. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillExample, openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

const openForm = async (page: Page, eventName: string) => {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: eventName }).click();
  await page.getByRole('button', { name: 'Isi contoh' }).waitFor();
  await page.getByLabel(/^NIK/).first().waitFor();
};

it('a NIK fills in its person, which can be undone; an unknown one says so; the register away stops nobody', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  const mother = operator.getByRole('group', { name: 'Ibu' });
  const known = await mother.getByLabel(/^NIK/).inputValue();
  const name = await mother.getByLabel(/^Nama lengkap/).inputValue();
  const card = await operator.getByRole('textbox', { name: 'Nomor KK' }).inputValue();

  const other = await desks.signIn('operator.dago');
  await openForm(other, 'Kelahiran');
  const empty = other.getByRole('group', { name: 'Ibu' });
  await empty.getByLabel(/^NIK/).fill(known);
  await empty.getByText('Diisi dari data penduduk:').waitFor();
  expect(await empty.getByLabel(/^Nama lengkap/).inputValue()).toBe(name);
  expect(await other.getByRole('textbox', { name: 'Nomor KK' }).inputValue()).toBe(card);
  // Beside the field the numbers are masked.
  expect(await empty.getByRole('status').innerText()).not.toContain(card);

  await empty.getByRole('button', { name: 'Batalkan isian' }).click();
  expect(await empty.getByLabel(/^Nama lengkap/).inputValue()).toBe('');
  expect(await other.getByRole('textbox', { name: 'Nomor KK' }).inputValue()).toBe('');
  await empty.getByRole('button', { name: 'Isikan data ini' }).click();
  expect(await empty.getByLabel(/^Nama lengkap/).inputValue()).toBe(name);

  await empty.getByLabel(/^NIK/).fill('3273020101909998');
  await empty.getByText('Tidak ada penduduk dengan NIK ini di wilayah Anda.', { exact: false }).waitFor();
  await other.route('**/api/v1/residents/lookup', (route) => route.abort());
  await empty.getByLabel(/^NIK/).fill(known);
  await empty.getByText('Data penduduk tidak dapat dicari sekarang.').waitFor();
  await other.unroute('**/api/v1/residents/lookup');
  await empty.getByRole('button', { name: 'Coba lagi' }).click();
  await empty.getByText(name, { exact: false }).first().waitFor();
}, 120_000);

it('who moves is chosen from the card, by keyboard', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Pindah');
  const card = await operator.getByRole('textbox', { name: 'Nomor KK asal' }).inputValue();

  const other = await desks.signIn('operator.dago');
  await openForm(other, 'Pindah');
  await other.getByText('Isi dahulu nomor KK').waitFor();
  await other.getByRole('textbox', { name: 'Nomor KK asal' }).fill(card);
  await other.getByRole('button', { name: 'Pilih dari kartu keluarga' }).press('Enter');
  const members = other.getByRole('group', { name: 'Anggota kartu keluarga' });
  await members.getByRole('checkbox', { name: 'Semua' }).press('Space');
  const everybody = await members.getByRole('checkbox').count();
  await members.getByRole('button', { name: /^Pakai \d+ orang$/ }).press('Enter');
  const movers = other.getByRole('group', { name: 'Orang' });
  await movers.getByLabel(/^NIK/).first().waitFor();
  const niks = await movers
    .getByLabel(/^NIK/)
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(niks).toHaveLength(everybody - 1);
  for (const nik of niks) expect(nik).toMatch(/^\d{16}$/);
  // Taken from the register, they need no second look-up.
  expect(await movers.getByText('Diisi dari data penduduk:').count()).toBe(0);
}, 120_000);

it('each field tells the rules about it with their law, as they are deployed', async () => {
  const operator = await desks.signIn('operator.dago');
  await openForm(operator, 'Kelahiran');
  const button = operator.getByRole('button', { name: 'Aturan tentang Nama lengkap anak' });
  await button.press('Enter');
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  const rules = operator.getByRole('list', { name: 'Aturan tentang Nama lengkap anak' });
  await rules.getByText('Permendagri 73/2022 ps. 4(2)b, 7 · N01').waitFor();
  await button.press('Escape');
  await rules.waitFor({ state: 'hidden' });
}, 120_000);
