import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide, readReport, submitExample, untilStatus } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('an operator finds what is ready, hands it over, and the list no longer has it', async () => {
  const { id } = await submitExample('birth');
  await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  const { ticket } = await untilStatus(id, 'completed');

  const operator = await desks.signIn('operator.dago');
  // What lies on the counter is the mother's card. Its number stands in no address.
  const { mother } = (await readReport(id)).data as { mother: { nik: string } };
  const asked: string[] = [];
  operator.on('request', (request) => asked.push(request.url()));
  const byCard = async (list: string, searchbox: string) => {
    await operator
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: list, exact: true })
      .click();
    const search = operator.getByRole('searchbox', { name: searchbox });
    await search.fill(mother.nik);
    await search.press('Enter');
    const row = operator.getByRole('row').filter({ hasText: ticket! });
    await row.waitFor();
    await eventually('others are gone', async () => (await operator.getByRole('row').count()) === 2);
    asked.push(operator.url());
  };
  await byCard('Laporan', 'Cari nama, tiket, NIK, nomor akta');
  await byCard('Siap diserahkan', 'Cari tiket, nama, atau NIK');
  expect(asked.filter((address) => address.includes(mother.nik))).toEqual([]);

  const toWaiting = async () => {
    await operator
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Siap diserahkan' })
      .click();
    const search = operator.getByRole('searchbox', { name: 'Cari tiket, nama, atau NIK' });
    await search.fill(ticket!);
    await search.press('Enter');
  };
  await toWaiting();
  await operator.getByRole('link', { name: ticket! }).click();
  await operator.getByRole('button', { name: 'Serahkan', exact: true }).click();
  const dialog = operator.getByRole('dialog', { name: 'Penyerahan dokumen' });
  await dialog.getByRole('button', { name: 'Catat penyerahan' }).click();
  await dialog.getByText('Isi nama yang mengambil').waitFor();
  expect(await violations(operator)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Nama yang mengambil' }).fill('Euis Komalasari');
  await dialog.getByRole('button', { name: 'Catat penyerahan' }).click();
  await operator.getByText('Semua dokumen sudah diambil').waitFor();
  await operator.getByText(/^Diambil Euis Komalasari \(Yang bersangkutan\)/).waitFor();
  expect(await operator.getByRole('link', { name: 'Bukti serah terima' }).getAttribute('href')).toMatch(
    /^\/api\/v1\/handovers\/[0-9a-f-]+\/receipt$/,
  );
  await toWaiting();
  await operator.getByText('Tidak ada dokumen yang menunggu').first().waitFor();
}, 180_000);
