/** Many offices use Firefox: one case from its report to its decision, and another played back, in a stock Firefox where one is installed (decision 052). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide, exampleOf, submit, untilStatus } from '../src/support/case-pilot.js';
import { findFirefox, Firefox } from '../src/support/firefox.js';
import { testStack } from '../src/support/stack.js';

const executable = findFirefox();
if (!executable) console.warn('No Firefox here (FIREFOX_PATH): its journey is skipped.');

let firefox: Firefox;
beforeAll(async () => {
  if (executable) firefox = await Firefox.launch(executable);
});
afterAll(() => firefox?.close());

async function signIn(account: string): Promise<void> {
  await firefox.open(testStack().baseUrl);
  await firefox.click('link', account);
  await firefox.read(/^Tur dan latihan$/);
}

it.runIf(executable)(
  'in Firefox a birth is reported in Dago, and the supervisor in Coblong approves it',
  async () => {
    const child = `Rubah ${Date.now() % 1_000_000}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
    await signIn('Neng Rohaeti Dago operator.dago');
    await firefox.click('link', 'Kelahiran');
    await firefox.click('button', 'Isi contoh');
    await firefox.read(/^Draf tersimpan \d/);
    await firefox.fill({ role: 'textbox', name: 'Nama lengkap anak' }, child);
    await firefox.click('button', 'Ajukan laporan');
    const ticket = await firefox.read(/LMP-L-\d{10}-\d{8}-\d{4,}/);
    await firefox.click('link', 'Laporan');
    await firefox.read(new RegExp(child));

    await signIn('Dadang Hidayat Coblong supervisor.coblong');
    await firefox.fill({ role: 'searchbox', name: 'Cari nama, tiket, atau NIK' }, ticket, { enter: true });
    await firefox.click('button', `Ambil tugas ${child}`);
    await firefox.read(new RegExp(`^Periksa dan putuskan: ${child}$`));
    await firefox.click('button', 'Setujui');
    await firefox.read(/^Keputusan dicatat: Setujui$/);
    expect(firefox.errors).toEqual([]);
  },
  180_000,
);

it.runIf(executable)(
  'in Firefox a draft survives a reload, and an auditor plays a case back by keyboard',
  async () => {
    const data = await exampleOf('birth');
    const { id, ticket } = await submit('birth', data);
    await decide({ reportId: id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
    await signIn('Neng Rohaeti Dago operator.dago');
    await firefox.click('link', 'Kelahiran');
    const name = { role: 'textbox', name: 'Nama lengkap anak' };
    const day = { role: 'textbox', name: 'Tanggal lahir' };
    await firefox.fill(name, 'Rubah Draf');
    await firefox.fill(day, '5 okt 2026', { enter: true });
    await firefox.read(/^Draf tersimpan \d/);
    await firefox.holds(day, '05/10/2026');
    await firefox.reload();
    await firefox.holds(name, 'Rubah Draf');
    await firefox.holds(day, '05/10/2026');

    await untilStatus(id, 'completed');
    await signIn('Sri Handayani Kota Bandung auditor');
    await firefox.click('link', 'Kasus');
    await firefox.fill({ role: 'searchbox', name: 'Cari nama, tiket, NIK, nomor akta' }, ticket, {
      enter: true,
    });
    await firefox.click('link', (data['child'] as { name: string }).name);
    await firefox.click('link', 'Putar ulang');
    await firefox.read(new RegExp(`^Putar ulang ${ticket}$`));
    const slider = { role: 'slider', name: 'Waktu' };
    await firefox.press(slider, 'home');
    await firefox.read(/^1 dari \d+$/);
    await firefox.press(slider, 'right', 'right', 'left');
    await firefox.read(/^2 dari \d+$/);
    expect(firefox.errors).toEqual([]);
  },
  180_000,
);
