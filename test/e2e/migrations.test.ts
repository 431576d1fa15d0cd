/** An analyst plans and tries a migration, a second one approves it, the case goes on in the new version, and the way back is there. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.js';
import { deployDrawnBirth, deployRenamedBirth } from '../src/support/birth-versions.js';
import { submitExample, untilTask, type ReportView } from '../src/support/case-pilot.js';
import { openDesks, type Desks } from './desk.js';
import { approveMigration, proposeMigration, tryMigration } from './migration-desk.js';

let desks: Desks;
let waiting: ReportView;
let versions: { old: number; new: number };

beforeAll(async () => {
  const { version } = await deployDrawnBirth();
  waiting = await submitExample('birth');
  await untilTask(waiting.id, 'review', 'supervisor.coblong');
  versions = { old: version, new: (await deployRenamedBirth()).version };
  desks = await openDesks();
}, 180_000);
afterAll(async () => {
  await desks?.close();
  await deployDrawnBirth();
}, 120_000);

it('is planned, tried, proposed, approved, followed and undone', async () => {
  const analyst = await desks.signIn('analyst');
  await analyst.getByRole('link', { name: 'Pindahkan kasus berjalan' }).click();
  await analyst.getByRole('heading', { name: 'Pemindahan kasus' }).waitFor();
  expect(await violations(analyst)).toEqual([]);
  await analyst.getByRole('link', { name: 'Usulkan pemindahan' }).click();
  await analyst.goto(`/migrations/new?model=birth&from=${versions.old}&to=${versions.new}`);

  // The one step that is only alike stands in the table, with what officers will see; the diagrams point at it.
  const line = analyst.getByRole('row', { name: /^Periksa dan putuskan/ });
  const target = line.getByRole('combobox', { name: 'Tujuan Periksa dan putuskan' });
  expect(await target.inputValue()).toBe('judge');
  await line.getByText('"Periksa dan putuskan" menjadi "Putuskan laporan"').waitFor();
  await analyst.getByRole('figure', { name: new RegExp(`Versi ${versions.new} \\(baru\\)`) }).waitFor();
  expect(await violations(analyst)).toEqual([]);

  // By keyboard: without a target the case cannot be moved, and the dry run says so.
  await target.focus();
  await target.selectOption('');
  await tryMigration(analyst, '0 dari 1 kasus dapat dipindahkan sekarang');
  await analyst.getByText(waiting.ticket).waitFor();
  await target.selectOption('judge');
  await analyst.getByText('Pemetaan atau wilayah sudah diubah').waitFor();
  expect(await analyst.getByRole('button', { name: 'Kirim usulan' }).isDisabled()).toBe(true);
  await tryMigration(analyst, '1 dari 1 kasus dapat dipindahkan sekarang');
  expect(await violations(analyst)).toEqual([]);
  const address = await proposeMigration(analyst, 'Langkah supervisor berganti nama');

  const second = await desks.signIn('analyst2');
  await second.goto(address);
  await second.getByText('Periksa dan putuskan → Putuskan laporan').waitFor();
  expect(await violations(second)).toEqual([]);
  await approveMigration(second);
  await second.getByText('1 dari 1 kasus sudah diurus').waitFor();
  // The page of the first analyst follows by itself.
  await analyst.getByRole('cell', { name: waiting.ticket }).waitFor();
  await analyst.getByText(/review → judge/).waitFor();
  expect(await violations(analyst)).toEqual([]);

  // The supervisor sees the new step, and in the case when it changed.
  const supervisor = await desks.signIn('supervisor.coblong');
  await supervisor.goto(`/cases/${waiting.id}`);
  await supervisor.getByText(`Kasus dipindahkan ke versi ${versions.new} model`).waitFor();
  await supervisor
    .getByText(/Kelahiran · versi/)
    .first()
    .waitFor();
  expect(await violations(supervisor)).toEqual([]);

  await second.getByRole('button', { name: 'Usulkan pembalikan' }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Ternyata belum waktunya');
  await dialog.getByRole('button', { name: 'Kirim usulan' }).click();
  await second.getByRole('link', { name: 'Lihat yang dibalikkan' }).waitFor();
  expect(await violations(second)).toEqual([]);
  await analyst.goto(new URL(second.url()).pathname);
  await approveMigration(analyst);
  await analyst.getByText(/judge → review/).waitFor();
}, 300_000);
