/** An admin sees where cases stand on their model, follows an incident to its cause and has all of it tried again. */
import { createDataSource, type DataSource } from '@lampid/db/data-source';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { untilStatus, type ReportView } from '../src/support/case-pilot.js';
import { testStack } from '../src/support/stack.js';
import { stuckAtRegister } from '../src/support/stuck-cases.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
let db: DataSource;
let stuck: ReportView[];
let message: string;
beforeAll(async () => {
  desks = await openDesks();
  db = await createDataSource({ url: testStack().databaseUrl, poolSize: 2, applicationName: 'lampid-test' });
  ({ reports: stuck, cause: message } = await stuckAtRegister(db, 2));
}, 240_000);
afterAll(async () => {
  await desks?.close();
  await db?.destroy();
});

it('shows tokens and incidents on the diagram, areas to the kelurahan, and who works', async () => {
  const auditor = await desks.signIn('auditor');
  await auditor.getByRole('link', { name: 'Operasi' }).click();
  await auditor.getByRole('heading', { name: 'Operasi', level: 1 }).waitFor();
  await auditor.getByRole('combobox', { name: 'Model' }).selectOption('birth');
  const drawing = auditor.getByRole('figure', { name: /^Diagram/ });
  await drawing
    .getByText(/^! \d+$/)
    .first()
    .waitFor();
  const steps = auditor.getByRole('table', { name: /^Kasus pada langkah/ });
  const register = steps.getByRole('row').filter({ hasText: 'register-event' });
  await register.getByRole('link', { name: /^\d+ kendala pada/ }).waitFor();
  expect(await violations(auditor)).toEqual([]);

  await auditor.getByRole('button', { name: 'Buka wilayah Coblong' }).press('Enter');
  await auditor.getByRole('button', { name: 'Buka wilayah Dago' }).press('Enter');
  await auditor.getByRole('table', { name: 'Kasus menurut wilayah: Dago' }).waitFor();
  await auditor.getByRole('button', { name: 'Kembali ke wilayah di atasnya' }).press('Enter');
  await auditor.getByRole('table', { name: 'Kasus menurut wilayah: Coblong' }).waitFor();

  await auditor.getByRole('table', { name: 'Pekerja' }).getByText('hidup', { exact: true }).first().waitFor();
  await auditor
    .getByRole('table', { name: 'Topik' })
    .getByRole('rowheader', { name: 'register-event' })
    .waitFor();
  // An auditor looks and changes nothing.
  const incidents = register.getByRole('link', { name: /^\d+ kendala pada/ });
  const counted = Number(await incidents.textContent());
  await incidents.click();
  await auditor.getByRole('row').filter({ hasText: stuck[0]!.ticket }).waitFor();
  // As many as the number said: of that area, type and step.
  expect(new URL(auditor.url()).search).toMatch(/area=32\.73\.02&type=birth&step=register$/);
  expect(await auditor.getByRole('row').filter({ hasText: /LMP-/ }).count()).toBe(counted);
  expect(await auditor.getByRole('button', { name: /^Ulangi/ }).count()).toBe(0);
}, 180_000);

it('retries one by hand and the rest of the cause at once', async () => {
  const admin = await desks.signIn('admin.bandung');
  await admin.getByRole('link', { name: 'Kendala' }).click();
  const cause = admin.getByRole('row').filter({ hasText: message });
  await cause.getByRole('button', { name: 'Ulangi semua (2)' }).waitFor();
  expect(await violations(admin)).toEqual([]);
  await cause.getByRole('button', { name: /^Lihat 2 kasus/ }).click();
  await admin.getByRole('checkbox', { name: new RegExp(stuck[0]!.ticket) }).check();
  expect(await violations(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Ulangi yang dipilih' }).click();
  await admin.getByText('1 diulang', { exact: true }).waitFor();
  await untilStatus(stuck[0]!.id, 'completed');

  await admin.getByText('Menurut penyebab').click();
  await cause.getByRole('button', { name: 'Ulangi semua (1)' }).click();
  // It goes on, and its result waits, while other pages are looked at.
  await admin.getByRole('link', { name: 'Operasi' }).click();
  await untilStatus(stuck[1]!.id, 'completed');
  await admin.getByRole('link', { name: 'Kendala', exact: true }).click();
  await admin.getByText('1 diulang', { exact: true }).waitFor();
  expect(await violations(admin)).toEqual([]);
  await cause.waitFor({ state: 'detached' });
}, 180_000);
