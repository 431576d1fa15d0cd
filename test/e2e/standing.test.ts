/** No page leaves open how things stand: whom a case waits for, why it was cancelled, and that a task is over. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submitExample, untilTask } from '../src/support/case-pilot.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('the case says whom it waits for, and a task that is over says so to everybody who has it open', async () => {
  const { id } = await submitExample('birth');
  const { id: taskId } = await untilTask(id, 'review', 'supervisor.coblong');
  const operator = await desks.signIn('operator.dago');
  await operator.goto(`/cases/${id}`);
  const waiting = operator.getByText(/^Menunggu “Periksa dan putuskan”: Supervisor kecamatan \(Coblong\)/);
  await waiting.filter({ hasText: 'belum diambil' }).waitFor();

  const task = `/tasks/${encodeURIComponent(taskId)}`;
  const colleague = await desks.signIn('supervisor2.coblong');
  await colleague.goto(task);
  await colleague.getByRole('button', { name: 'Ambil tugas ini' }).waitFor();
  const decider = await desks.signIn('supervisor.coblong');
  await decider.goto(task);
  await decider.getByRole('button', { name: 'Ambil tugas ini' }).click();
  await colleague.getByText('Sedang dikerjakan Dadang Hidayat').waitFor();
  await waiting.filter({ hasText: 'dikerjakan Dadang Hidayat' }).waitFor();

  // A hand that clicks twice decides once.
  const decisions: string[] = [];
  decider.on('request', (request) => {
    if (request.url().endsWith('/complete')) decisions.push(request.method());
  });
  await decider.getByRole('button', { name: 'Setujui', exact: true }).dblclick();
  await decider.getByText('Keputusan dicatat: Setujui').waitFor();
  await decider.waitForURL((url) => url.pathname !== task);
  expect(decisions).toEqual(['POST']);
  await decider.goBack();
  for (const page of [decider, colleague]) {
    const over = page.getByText(/^Tugas ini sudah selesai: Setujui, oleh Dadang Hidayat, /);
    // The page of who does not have the task asks how it stands now and then.
    await over.waitFor({ timeout: 60_000 });
    expect(await page.getByRole('region', { name: 'Keputusan' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  }
}, 180_000);

it('a task of another role is read only, and says so', async () => {
  const { id } = await submitExample('birth');
  const { id: taskId } = await untilTask(id, 'review', 'supervisor.coblong');
  const operator = await desks.signIn('operator.dago');
  await operator.goto(`/tasks/${encodeURIComponent(taskId)}`);
  await operator.getByText('Tugas ini dikerjakan peran atau wilayah lain. Anda hanya membacanya.').waitFor();
  expect(await operator.getByRole('button', { name: 'Ambil tugas ini' }).count()).toBe(0);
}, 120_000);

it('a cancelled case says why', async () => {
  const { id } = await submitExample('birth');
  await untilTask(id, 'review', 'supervisor.coblong');
  const operator = await desks.signIn('operator.dago');
  await operator.goto(`/cases/${id}`);
  await operator.getByRole('button', { name: 'Batalkan laporan' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByLabel('Alasan pembatalan').fill('Dilaporkan dua kali di loket');
  await dialog.getByRole('button', { name: 'Batalkan laporan ini' }).click();
  const reason = operator.getByRole('alert').filter({ hasText: 'Mengapa dibatalkan' });
  await reason.getByText('Dilaporkan dua kali di loket').waitFor();
}, 120_000);
