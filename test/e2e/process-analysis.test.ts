/** The auditor sees where many cases wait, which ways they went and what was late, and goes on to a case. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
let db: DataSource;
let late: string;
beforeAll(async () => {
  desks = await openDesks();
  db = await createDataSource({ url: testStack().databaseUrl, applicationName: 'lampid-test', poolSize: 1 });
  const done = await submitExample('birth');
  await decide({ reportId: done.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(done.id, 'completed');
  const waiting = await submitExample('birth');
  await untilTask(waiting.id, 'review', 'supervisor.coblong');
  late = waiting.ticket;
  await db.query(`update approval.task set due_at = now() - interval '3 hours' where report_id = $1`, [
    waiting.id,
  ]);
}, 180_000);
afterAll(async () => {
  await desks?.close();
  await db?.destroy();
});

it('the auditor reads times, ways and late tasks of many births', async () => {
  const auditor = await desks.signIn('auditor');
  await auditor.getByRole('link', { name: 'Analisis proses' }).click();
  await auditor.getByRole('heading', { level: 1, name: 'Analisis proses' }).waitFor();

  // The drawing is coloured, and every colour has its number; the table says the same.
  const drawing = auditor.getByRole('figure', { name: 'Diagram proses Laporan Kelahiran' });
  await drawing.locator('.heat-badge').first().waitFor();
  const steps = auditor.getByRole('table', { name: 'Langkah' });
  const review = steps.getByRole('row').filter({ hasText: 'Periksa dan putuskan' });
  const count = await review.getByRole('cell').nth(1).textContent();
  await auditor.getByText('Jumlah', { exact: true }).first().click();
  await drawing
    .locator('.heat-badge', { hasText: `${count}×` })
    .first()
    .waitFor();
  await auditor.getByRole('heading', { name: 'Hambatan terbesar' }).waitFor();
  await auditor.getByRole('table', { name: 'Per wilayah', exact: true }).getByText('Coblong').waitFor();
  const waits = auditor.getByRole('table', { name: 'Tunggu per wilayah dan langkah' });
  await waits.getByRole('columnheader', { name: 'Periksa dan putuskan' }).waitFor();
  await waits.getByRole('row', { name: /^Coblong/ }).waitFor();
  expect(await violations(auditor)).toEqual([]);

  // Sorted by keyboard: the step that was entered most comes first.
  const head = steps.getByRole('columnheader', { name: 'Jumlah' });
  await head.focus();
  await head.press('Enter');
  await steps
    .getByRole('columnheader', { name: 'Jumlah' })
    .and(auditor.locator('[aria-sort=descending]'))
    .waitFor();
  const counts = await steps.getByRole('row').locator('td:nth-child(2)').allTextContents();
  const numbers = counts.filter((text) => text !== '').map(Number);
  expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));

  await auditor.getByRole('tab', { name: 'Kesesuaian' }).click();
  await auditor
    .getByRole('table', { name: 'Jalan yang ditempuh' })
    .getByText('Periksa dan putuskan')
    .first()
    .waitFor();
  expect(await violations(auditor)).toEqual([]);

  await auditor.getByRole('tab', { name: 'Lewat batas waktu' }).click();
  const found = auditor.getByRole('table', { name: 'Tugas yang terlambat' }).getByRole('row', { name: late });
  await found.getByText('Belum diambil petugas').waitFor();
  expect(await violations(auditor)).toEqual([]);
  await found.getByRole('link', { name: late }).click();
  await auditor.getByRole('heading', { name: `Putar ulang ${late}` }).waitFor();
}, 180_000);

it('a supervisor is not offered the page', async () => {
  const supervisor = await desks.signIn('supervisor.coblong');
  expect(await supervisor.getByRole('link', { name: 'Analisis proses' }).count()).toBe(0);
});
