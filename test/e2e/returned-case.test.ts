import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('a supervisor returns a report only with a reason, and the operator reads it', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kematian');
  const ticket = await submit(operator);

  const supervisor = await desks.signIn('supervisor.coblong');
  await takeTask(supervisor, ticket);
  const note = supervisor.getByRole('textbox', { name: 'Catatan' });
  await note.waitFor();
  await supervisor.getByRole('button', { name: 'Kembalikan' }).click();
  await supervisor.getByRole('alert').filter({ hasText: 'Tulis catatan untuk keputusan ini' }).waitFor();
  await note.fill('Surat kematian belum terbaca.');
  await supervisor.getByRole('button', { name: 'Kembalikan' }).click();
  await supervisor.getByText('Keputusan dicatat: Kembalikan').waitFor();

  await takeTask(operator, ticket);
  await operator.getByText('Surat kematian belum terbaca.').waitFor();
}, 300_000);
