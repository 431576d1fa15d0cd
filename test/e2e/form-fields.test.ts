/** What helps at the fields of a report: whom a NIK belongs to, the members of a card, and the rules about each field with their law. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../src/support/eventually.js';
import { violations } from './axe.js';
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
  await other.getByRole('button', { name: 'Pilih dari kartu keluarga', exact: true }).press('Enter');
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

  const head = other.getByRole('textbox', { name: 'NIK kepala keluarga pada KK baru' });
  await other.getByRole('button', { name: /^Pilih dari kartu keluarga: .* pada KK baru/ }).press('Enter');
  const second = members.getByRole('button', { name: /lahir \d{4}$/ }).nth(1);
  const name = (await second.textContent())!.split(' · ')[0]!;
  await second.press('Enter');
  await members.waitFor({ state: 'hidden' });
  expect(await head.inputValue()).toBe(niks[1]);
  await other.getByText(new RegExp(`^${name} · `)).waitFor();
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

it('a day is day/month/year with Indonesian names, whatever the browser speaks', async () => {
  const operator = await desks.signIn('operator.dago', 'en-US');
  await operator.getByRole('button', { name: 'ID', exact: true }).click();
  await openForm(operator, 'Kelahiran');
  const day = operator.getByRole('textbox', { name: 'Tanggal lahir' });
  expect(await day.getAttribute('placeholder')).toBe('hh/bb/tttt');
  // There is no such day, and another one is not made of it.
  await day.fill('31/02/2026');
  await operator.keyboard.press('Tab');
  await eventually('the field is empty', async () => (await day.inputValue()) === '');
  await day.fill('5 okt 2026');
  await operator.keyboard.press('Tab');
  await eventually('the day is written out', async () => (await day.inputValue()) === '05/10/2026');
  await operator.getByText(/^Draf tersimpan \d/).waitFor();
  await operator.reload();
  await operator.getByRole('heading', { name: /^Draf laporan/ }).waitFor();
  await eventually('the form holds the day', async () => (await day.inputValue()) === '05/10/2026');
  await day.click();
  await operator.getByText('Sen', { exact: true }).waitFor();
  await operator.getByLabel('5 Oktober 2026', { exact: true }).waitFor();
}, 120_000);

it('a report that is not whole is not sent: the cursor goes to the first gap, and all of them are named', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  const child = operator.getByRole('textbox', { name: 'Nama lengkap anak' });
  const right = await child.inputValue();
  await child.fill('');
  const witness = operator.getByRole('group', { name: 'Saksi', exact: true }).getByLabel(/^NIK/).last();
  const nik = await witness.inputValue();
  await witness.fill('');
  await operator.getByRole('button', { name: 'Ajukan laporan' }).click();
  const told = operator.getByRole('alert').filter({ hasText: '2 isian masih kosong atau salah format' });
  await told.waitFor();
  expect(await child.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await violations(operator)).toEqual([]);

  await told.getByRole('button', { name: 'Saksi 2: NIK' }).click();
  expect(await witness.evaluate((field) => field === document.activeElement)).toBe(true);
  await witness.fill(nik);
  await operator.getByText('1 isian masih kosong atau salah format').waitFor();
  await child.fill(right);
  await operator.getByText(/isian masih kosong/).waitFor({ state: 'detached' });
}, 120_000);

it('what a part held before it was hidden is neither kept nor judged', async () => {
  const page = await desks.signIn('operator.dago');
  const said: { father: unknown }[] = [];
  page.on('request', (request) => {
    const isReport = request.method() === 'PUT' || request.url().endsWith('/reports/check');
    if (isReport) said.push((request.postDataJSON() as { data: { father: unknown } }).data);
  });
  await fillExample(page, 'Kelahiran');
  await eventually('the father is kept', () => Promise.resolve(said.some(({ father }) => father !== null)));
  said.length = 0;
  await page.getByLabel('Jenis kutipan akta').focus();
  await page.getByText('Anak seorang ibu', { exact: true }).click();
  await page.getByText('Ayah', { exact: true }).waitFor({ state: 'detached' });
  await eventually('the draft and the check are told of it', () => Promise.resolve(said.length >= 2));
  expect(said.map(({ father }) => father)).toEqual(said.map(() => null));
}, 120_000);
