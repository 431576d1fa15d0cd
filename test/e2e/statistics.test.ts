/** Charts that can be read as tables, exported, and followed to their cases. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide, exampleOf, submit, untilStatus } from '../src/support/case-pilot.js';
import type { DemoUser } from '../src/support/token.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a chart is a picture, a table and a file, and leads to its cases', async () => {
  const admin = await desks.signIn('admin.bandung');
  await admin.getByRole('link', { name: 'Statistik' }).click();
  const chart = admin.getByRole('img', { name: 'Per bulan (orang)' });
  await chart.getByText('Lahir').waitFor();
  await admin.getByRole('img', { name: 'Waktu proses (jam)' }).waitFor();
  expect(await violations(admin)).toEqual([]);

  const [picture] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('button', { name: 'Unduh gambar SVG: Per bulan' }).click(),
  ]);
  expect(readFileSync((await picture.path())!, 'utf8')).toMatch(/^<svg[\s\S]*Lahir/);
  const [file] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('button', { name: 'Unduh CSV: Per bulan' }).click(),
  ]);
  const lines = readFileSync((await file.path())!, 'utf8')
    .trim()
    .split('\r\n');
  expect(lines[0]).toBe('Per bulan,Lahir,Mati,Datang,Pindah');
  expect(lines).toHaveLength(7);

  await admin.getByRole('button', { name: 'Tabel: Per bulan' }).click();
  const table = admin.getByRole('table', { name: 'Per bulan' });
  const number = table.getByRole('button').last();
  await number.click();
  await admin.getByText(/kasus terdaftar/).waitFor();
  await admin.getByRole('dialog').getByRole('link', { name: /^LMP-/ }).first().waitFor();
  expect(await violations(admin)).toEqual([]);
  await admin.keyboard.press('Escape');

  await admin.getByRole('button', { name: 'Tabel: Per wilayah' }).click();
  await admin
    .getByRole('table', { name: 'Per wilayah' })
    .getByRole('button', { name: /^Coblong, Lahir/ })
    .click();
  await admin.getByRole('button', { name: 'Statistik wilayah ini' }).click();
  await admin.getByRole('table', { name: 'Per wilayah' }).getByRole('rowheader', { name: 'Dago' }).waitFor();
  expect(await violations(admin)).toEqual([]);
}, 120_000);

it('a case that was reported elsewhere is listed with the reason why it does not open', async () => {
  const data = (await exampleOf('move')) as { destination: object };
  const destination = { ...data.destination, areaCode: '32.73.02.1001' };
  const { id, ticket } = await submit('move', { ...data, destination });
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(id, 'registered', 'completed');

  const operator = await desks.signIn('operator.cipaganti' as DemoUser);
  await operator.getByRole('link', { name: 'Statistik' }).click();
  await operator.getByRole('button', { name: 'Tabel: Per bulan' }).click();
  const table = operator.getByRole('table', { name: 'Per bulan' });
  await table
    .getByRole('button', { name: /, Datang/ })
    .last()
    .click();
  const line = operator.getByRole('dialog').getByRole('row', { name: ticket });
  await line.getByText('Dilaporkan di wilayah lain; dibuka di sana').waitFor();
  expect(await line.getByRole('link').count()).toBe(0);
  expect(await violations(operator)).toEqual([]);
}, 120_000);
