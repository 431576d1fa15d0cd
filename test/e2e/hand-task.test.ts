import { afterAll, beforeAll, it } from 'vitest';
import { submitExample, untilTask } from '../src/support/case-pilot.js';
import { openDesks, takeTask, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a supervisor hands a task to a colleague, who reads by whom and why and decides it', async () => {
  const { id, ticket } = await submitExample('birth');
  const { id: taskId } = await untilTask(id, 'review', 'supervisor.coblong');

  const first = await desks.signIn('supervisor.coblong');
  await takeTask(first, ticket);
  await first.getByRole('button', { name: 'Serahkan ke rekan' }).click();
  const dialog = first.getByRole('dialog', { name: 'Serahkan ke rekan' });
  await dialog.getByRole('button', { name: 'Serahkan ke rekan' }).click();
  await dialog.getByText('Pilih seorang rekan').waitFor();
  await dialog.getByRole('radio', { name: /supervisor2\.coblong/ }).check();
  await dialog.getByRole('textbox', { name: /^Pesan untuk rekan/ }).fill('Saya rapat sampai sore.');
  await dialog.getByRole('button', { name: 'Serahkan ke rekan' }).click();
  await first.getByText('Diserahkan kepada').waitFor();
  await first.waitForURL(/\/tasks$/);

  const second = await desks.signIn('supervisor2.coblong');
  await second.goto(`/tasks/${encodeURIComponent(taskId)}`);
  await second.getByText('Diserahkan kepada Anda oleh Dadang Hidayat').waitFor();
  await second.getByText('Saya rapat sampai sore.').waitFor();
  await second.getByRole('button', { name: 'Setujui' }).click();
  await second.getByText('Keputusan dicatat: Setujui').waitFor();
}, 180_000);
