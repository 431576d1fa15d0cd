import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleOf } from '../src/support/case-pilot.js';
import { violations } from './axe.js';
import { openDesks, submit, takeTask, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a head of RT tells of a death on a telephone, an operator reports it, a supervisor approves it', async () => {
  const { deceased } = (await exampleOf('death')) as { deceased: { name: string; nik: string } };
  const rt = await desks.signIn('rt01.dago');
  await rt.setViewportSize({ width: 390, height: 844 });
  await rt
    .getByRole('main')
    .getByRole('link', { name: /Pemberitahuan/ })
    .click();
  await rt.getByLabel('Kematian').check();
  await rt.getByLabel('Nama warga').fill(deceased.name);
  await rt.getByLabel('NIK (bila diketahui)').fill(deceased.nik);
  await rt.getByLabel('Tanggal kejadian').fill('20/11/2026');
  await rt.keyboard.press('Tab');
  expect(await rt.getByLabel('RT', { exact: false }).last().inputValue()).not.toBe('');
  const ticket = await submit(rt);
  await rt.getByText(deceased.name).first().waitFor();
  expect(await violations(rt)).toEqual([]);

  const operator = await desks.signIn('operator.dago');
  await takeTask(operator, ticket);
  await operator.getByRole('button', { name: 'Buat laporan dari pemberitahuan' }).click();
  await operator.getByRole('heading', { name: /^Laporan kematian baru$/i }).waitFor();
  const name = operator.getByRole('textbox', { name: 'Nama lengkap' }).first();
  await name.waitFor();
  expect(await name.inputValue()).toBe(deceased.name);
  // The family brings the rest: a whole example in place of typing it.
  await operator.getByRole('button', { name: 'Isi contoh' }).click();
  await operator.waitForFunction(
    (before) =>
      [...document.querySelectorAll('input')].every(({ value }) => value !== before) &&
      [...document.querySelectorAll('input')].some(({ value }) => /^\d{16}$/.test(value)),
    deceased.nik,
  );
  const reported = await submit(operator);
  await operator.getByText(`Dibuat dari pemberitahuan RT/RW ${ticket}`).waitFor();

  const supervisor = await desks.signIn('supervisor.coblong');
  await takeTask(supervisor, reported);
  await supervisor.getByRole('button', { name: 'Setujui' }).click();
  await supervisor.getByText('Keputusan dicatat: Setujui').waitFor();

  await rt.reload();
  await rt.getByText(`Menjadi laporan ${reported}`).waitFor();
  await operator.getByText('Selesai', { exact: true }).first().waitFor({ timeout: 90_000 });
  await rt.reload();
  await rt.getByText('Selesai', { exact: true }).first().waitFor();
}, 300_000);
