/** The admin imports a sheet: sees what is wrong with it, drops it, and writes a good one. */
import { cellsOf, IMPORT_HEAD, importFamily, type Line } from '@lampid/domain/testing/import-lines';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

async function sheet(lines: Line[]) {
  const rows = [IMPORT_HEAD, ...lines.map(cellsOf)].map((row) => row.map((value) => ({ value })));
  return {
    name: 'penduduk.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeXlsxFile([{ data: rows as never }]).toBuffer(),
  };
}

it('a sheet with errors is refused with its lines, a good one is written', async () => {
  const admin = await desks.signIn('admin.bandung');
  await admin.getByRole('link', { name: 'Impor data' }).click();
  await admin.getByText('Unggah lembar').waitFor();
  // Families that no earlier run on the same stack has imported.
  const first = 100 + (Math.floor(Date.now() / 1_000) % 1_500_000);
  const family = importFamily(first);
  const file = admin.locator('input[type=file]');
  await file.setInputFiles(
    await sheet([family[0], { ...family[1], relation: 1 }, { ...family[2], nik: 327302 }]),
  );
  await admin.getByText('Keluarga memiliki lebih dari satu kepala keluarga').waitFor();
  await admin.getByText(/Tersimpan sebagai angka/).waitFor();
  expect(await admin.getByRole('button', { name: 'Impor', exact: true }).isDisabled()).toBe(true);
  expect(await violations(admin)).toEqual([]);

  await admin.getByRole('button', { name: 'Batalkan impor' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Batalkan impor' }).click();
  await file.setInputFiles(await sheet([...family, ...importFamily(first + 1)]));
  await admin.getByText('Tidak ada kesalahan').waitFor();
  await admin.getByRole('cell', { name: 'KEPALA CONTOH' }).first().waitFor();
  expect(await violations(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Impor', exact: true }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Impor', exact: true }).click();
  await admin.getByText('6 orang dalam 2 keluarga sudah ditulis, sebagai penyesuaian').waitFor();
  expect(await violations(admin)).toEqual([]);
}, 120_000);
