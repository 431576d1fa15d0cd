/** Who goes away says so on their own page, an admin for others; the deputy sees whose work is in the queue. */
import { addDays, numericDate, todayJakarta } from '@lampid/domain/dates';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { submitExample, untilTask } from '../src/support/case-pilot.js';
import { violations } from './axe.js';
import { findTask, openDesks, takeTask, type Desks } from './desk.js';

const ABSENT = 'supervisor.coblong';
const today = todayJakarta(new Date());

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());
afterEach(async () => {
  const admin = await as('admin.bandung');
  const { body } = await admin.get(`/api/v1/absences?username=${ABSENT}&limit=200`).expect(200);
  for (const { id, endedAt } of body.items as { id: string; endedAt: string | null }[])
    if (endedAt === null) await admin.delete(`/api/v1/absences/${id}`);
});

/** A day is typed as papers write it. */
async function type(field: Locator, day: string): Promise<void> {
  await field.fill(numericDate(day));
  await field.press('Enter');
}

async function fill(
  desk: ReturnType<Page['getByRole']> | Page,
  days: { from: string; until: string; deputy: RegExp },
) {
  await type(desk.getByLabel('Hari pertama'), days.from);
  await type(desk.getByLabel('Hari terakhir'), days.until);
  const deputy = desk.getByRole('combobox', { name: 'Pengganti' });
  await deputy.click();
  await deputy.press('ArrowDown');
  const page = 'context' in desk ? desk : desk.page();
  await page.locator('.ant-select-item-option').filter({ hasText: days.deputy }).click();
}

it('a supervisor goes away by the menu; the deputy finds the task, decides it, and the case tells for whom', async () => {
  const { id, ticket } = await submitExample('birth');
  await untilTask(id, 'review', ABSENT);
  const absent = await desks.signIn(ABSENT);
  await takeTask(absent, ticket);
  await absent
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: 'Ketidakhadiran' })
    .click();
  await absent.getByText('Belum ada ketidakhadiran').or(absent.getByText('Diakhiri').first()).waitFor();
  await fill(absent, { from: today, until: addDays(today, -1), deputy: /supervisor2\.coblong/ });
  await absent.getByRole('button', { name: 'Catat ketidakhadiran' }).click();
  await absent.getByText('Hari terakhir mendahului hari pertama').waitFor();
  await type(absent.getByLabel('Hari terakhir'), addDays(today, 3));
  await absent.getByRole('textbox', { name: /^Alasan/ }).fill('Cuti tahunan');
  await absent.getByRole('button', { name: 'Catat ketidakhadiran' }).click();
  await absent.getByText('Ketidakhadiran dicatat').waitFor();
  const entered = absent.getByRole('listitem').filter({ hasText: 'Berlangsung' });
  await entered.getByText('Pengganti Euis Komalasari').waitFor();
  expect(await violations(absent)).toEqual([]);

  const deputy = await desks.signIn('supervisor2.coblong');
  await deputy.getByText(/^Anda menggantikan Dadang Hidayat \(Coblong\) sampai \d/).waitFor();
  expect(await violations(deputy)).toEqual([]);
  await takeTask(deputy, ticket);
  await deputy.getByRole('button', { name: 'Setujui' }).click();
  await deputy.getByText('Keputusan dicatat: Setujui').waitFor();
  await deputy.goto(`/cases/${id}`);
  await deputy.getByText('sebagai pengganti Dadang Hidayat').waitFor();
}, 240_000);

it('an admin enters it for an officer, names a deputy of another kecamatan, and ends it', async () => {
  const admin = await desks.signIn('admin.bandung');
  await admin.goto('/users');
  const search = admin.getByRole('searchbox', { name: 'Cari nama atau nama pengguna' });
  await search.fill(ABSENT);
  await search.press('Enter');
  const row = admin.getByRole('row').filter({ hasText: ABSENT });
  await row.getByRole('button', { name: `Ketidakhadiran ${ABSENT}` }).click();
  const drawer = admin.getByRole('dialog', { name: `Ketidakhadiran ${ABSENT}` });
  await fill(drawer, { from: today, until: today, deputy: /supervisor\.sukasari/ });
  await drawer.getByRole('button', { name: 'Catat ketidakhadiran' }).click();
  await drawer.getByText('Berlangsung').waitFor();
  expect(await violations(admin)).toEqual([]);
  await row.getByText(/^Tidak hadir s\.d\./).waitFor();
  await drawer.getByRole('button', { name: /^Akhiri ketidakhadiran/ }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Akhiri', exact: true }).click();
  await admin.getByText('Ketidakhadiran diakhiri').waitFor();
  await row.getByText(/^Tidak hadir s\.d\./).waitFor({ state: 'detached' });
}, 180_000);

it('a deputy from another kecamatan finds the absent officer’s work in the queue and among the cases, marked', async () => {
  const { id, ticket } = await submitExample('birth');
  await untilTask(id, 'review', ABSENT);
  const admin = await as('admin.bandung');
  await admin
    .post('/api/v1/absences')
    .send({ username: ABSENT, from: today, until: today, deputy: 'supervisor.sukasari' })
    .expect(201);
  const deputy = await desks.signIn('supervisor.sukasari');
  await findTask(deputy, ticket);
  const task = deputy.getByRole('row').filter({ hasText: ticket });
  await task.getByText('untuk Dadang Hidayat').waitFor();
  expect(await violations(deputy)).toEqual([]);
  await deputy.goto(`/reports?q=${ticket}`);
  await deputy.getByText(/^Anda menggantikan Dadang Hidayat \(Coblong\) sampai \d/).waitFor();
  const row = deputy.getByRole('row').filter({ hasText: ticket });
  await row.getByText('untuk Dadang Hidayat').waitFor();
  expect(await violations(deputy)).toEqual([]);
  await row.getByRole('link').click();
  await deputy.waitForURL(`**/cases/${id}`);
  await deputy.getByText(ticket).first().waitFor();
}, 240_000);

it('an admin makes a key for a hospital’s system, sees it once, and revokes it', async () => {
  const admin = await desks.signIn('admin.bandung');
  await admin.goto('/users');
  const search = admin.getByRole('searchbox', { name: 'Cari nama atau nama pengguna' });
  await search.fill('rs.hasan-sadikin');
  await search.press('Enter');
  await admin.getByRole('button', { name: 'Kunci mesin rs.hasan-sadikin' }).click();
  const drawer = admin.getByRole('dialog', { name: 'Kunci mesin rs.hasan-sadikin' });
  await drawer.getByRole('button', { name: 'Buat kunci mesin' }).click();
  const clientId = await drawer.getByLabel('Tanda klien (client_id)').inputValue();
  expect(clientId).toMatch(/^mesin-[0-9a-f]{16}$/);
  expect(await drawer.getByLabel('Rahasia (client_secret)').inputValue()).toMatch(/^[\w-]{43}$/);
  const key = drawer.getByRole('listitem').filter({ hasText: clientId });
  await key.getByText('Belum pernah dipakai').waitFor();
  expect(await violations(admin)).toEqual([]);
  await key.getByRole('button', { name: `Cabut kunci ${clientId}` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Cabut', exact: true }).click();
  await key.getByText('Dicabut').waitFor();
}, 120_000);

it('a deputy of another area chooses whose statistics and books to read', async () => {
  const admin = await as('admin.bandung');
  const absence = { username: ABSENT, from: today, until: today, deputy: 'supervisor.sukasari' };
  await admin.post('/api/v1/absences').send(absence).expect(201);
  const deputy = await desks.signIn('supervisor.sukasari');
  const menu = deputy.getByRole('navigation', { name: 'Menu utama' });
  const choose = async (name: string, option: string) => {
    await deputy.getByRole('combobox', { name }).click();
    await deputy.locator('.ant-select-item-option').filter({ hasText: option }).click();
  };
  for (const page of ['Statistik', 'Rekap bulanan']) {
    await menu.getByRole('link', { name: page }).click();
    await choose('Wilayah siapa', 'Coblong (menggantikan Dadang Hidayat)');
    await deputy.waitForURL(/area=32\.73\.02(&|$)/);
    await choose('Kelurahan', 'Dago');
    await deputy.waitForURL(/area=32\.73\.02\.1004/);
    expect(await violations(deputy)).toEqual([]);
  }
  await deputy.getByText(/^Dago, /).waitFor();
  await choose('Wilayah siapa', 'Sukasari (wilayah Anda)');
  await deputy.waitForURL(/area=32\.73\.01(&|$)/);
}, 300_000);
