import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../src/support/browser.js';
import { violations } from './axe.js';
import { fillExample, newPage, openDesks, submit, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('sign-in, desk, form, case, queue and closings have no fault that axe knows of', async () => {
  const { browser, close } = await launchBrowser();
  const { page: door } = await newPage(browser);
  await door.goto('/sign-in');
  await door.getByRole('heading', { name: 'Pilih akun demo' }).waitFor();
  expect(await violations(door)).toEqual([]);
  await close();

  const operator = await desks.signIn('operator.dago');
  await operator.getByRole('heading', { name: 'Meja kerja' }).waitFor();
  await operator.getByRole('region', { name: 'Laporkan peristiwa' }).getByRole('link').first().waitFor();
  expect(await violations(operator)).toEqual([]);
  await fillExample(operator, 'Kelahiran');
  expect(await violations(operator)).toEqual([]);
  await submit(operator);
  await operator.getByText('Riwayat').waitFor();
  expect(await violations(operator)).toEqual([]);

  const supervisor = await desks.signIn('supervisor.coblong');
  await supervisor.getByRole('heading', { name: 'Tugas' }).waitFor();
  await supervisor.getByRole('row').nth(1).waitFor();
  expect(await violations(supervisor)).toEqual([]);

  const admin = await desks.signIn('admin.bandung');
  await admin.getByRole('menuitem', { name: 'Penutupan bulan' }).click();
  await admin.getByRole('row', { name: /Dago/ }).waitFor();
  expect(await violations(admin)).toEqual([]);
}, 300_000);
