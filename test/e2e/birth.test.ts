import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillExample, openDesks, submit, takeTask, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a birth is reported in Dago, approved in Coblong, and the child stands on the family card', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  const child = await operator.getByRole('textbox', { name: 'Nama lengkap anak' }).inputValue();
  const mother = await operator.getByLabel('Nama lengkap*', { exact: true }).first().inputValue();
  await operator.getByRole('button', { name: 'Periksa' }).click();
  await operator.getByText('Tidak ada temuan. Laporan siap diajukan.').waitFor();
  const ticket = await submit(operator);

  const supervisor = await desks.signIn('supervisor.coblong');
  await takeTask(supervisor, ticket);
  await supervisor.getByRole('heading', { name: `Periksa dan putuskan: ${child}` }).waitFor();
  await supervisor.getByRole('button', { name: 'Setujui' }).click();
  await supervisor.getByText('Keputusan dicatat: Setujui').waitFor();

  // The operator's page has followed the case by itself.
  await operator.getByText('Selesai', { exact: true }).first().waitFor({ timeout: 90_000 });
  const diagram = operator.getByRole('figure', { name: /^Diagram proses Laporan Kelahiran/ });
  await diagram.locator('[data-element-id="notify"].path-visited').waitFor({ state: 'attached' });
  for (const step of ['validate', 'review', 'register', 'issue'])
    expect(await diagram.locator(`[data-element-id="${step}"].path-visited`).count(), step).toBe(1);
  expect(await diagram.locator('.path-current').count()).toBe(0);
  expect(await diagram.locator('[data-element-id="fix"].path-visited').count()).toBe(0);
  expect(await operator.getByRole('link', { name: 'Powered by bpmn.io' }).count()).toBeGreaterThan(0);
  await operator.getByText('Kutipan akta kelahiran').first().waitFor();

  await operator.getByRole('link', { name: /^Kartu Keluarga \d{4}\*/ }).click();
  const members = operator.getByRole('table');
  await members.getByRole('link', { name: mother }).waitFor();
  const row = members.getByRole('row').filter({ hasText: child });
  expect(await row.innerText()).toMatch(/\d{4}\*{8}\d{4}[\s\S]*ANAK/);

  await row.getByRole('link', { name: child }).click();
  await operator.getByRole('button', { name: 'Buka nomor lengkap' }).click();
  await operator.getByLabel('Alasan membuka nomor').fill('Menyerahkan kutipan akta kepada orang tua');
  await operator.getByRole('dialog').getByRole('button', { name: 'Buka nomor lengkap' }).click();
  await operator.getByText('Nomor lengkap, tercatat di log audit').waitFor();
  expect(
    await operator
      .getByText(/^\d{16}$/)
      .first()
      .innerText(),
  ).toMatch(/^327302\d{6}9\d{3}$/);
}, 300_000);
