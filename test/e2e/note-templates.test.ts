/** An admin keeps a reason; a supervisor returns a report with it by keyboard alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { as } from '../src/support/api.js';
import { violations } from './axe.js';
import { openDesks, takeTask, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a reason is kept by an admin, chosen with T and a digit, changed, given, and given for many at once', async () => {
  const reason = `Surat kelahiran tidak terbaca (${Date.now().toString(36)})`;
  const admin = await desks.signIn('admin.bandung');
  await admin
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: 'Alasan siap pakai' })
    .click();
  await admin.getByRole('button', { name: 'Tambahkan' }).click();
  await admin.getByText('Tulis alasannya').waitFor();
  await admin.getByLabel('Alasan baru').fill('NIK 3273020101909001 tidak cocok');
  await admin.getByRole('button', { name: 'Tambahkan' }).click();
  await admin.getByText(/^Alasan siap pakai tidak boleh memuat NIK/).waitFor();
  await admin.getByLabel('Alasan baru').fill(reason);
  await admin.getByRole('button', { name: 'Tambahkan' }).click();
  await admin.getByRole('listitem').filter({ hasText: reason }).waitFor();
  expect(await violations(admin)).toEqual([]);

  const { id, ticket } = await submitExample('birth');
  await untilTask(id, 'review', 'supervisor.coblong');
  const page = await desks.signIn('supervisor.coblong');
  await takeTask(page, ticket);
  await page.getByRole('button', { name: 'Pilih alasan siap pakai (T)' }).waitFor();
  await page.locator('section.decision').focus();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Pilih alasan siap pakai' });
  const choice = dialog.getByRole('button', { name: reason });
  await choice.waitFor();
  expect(await violations(page)).toEqual([]);
  const place = await dialog.getByRole('listitem').allTextContents();
  const digit = place.findIndex((text) => text.includes(reason)) + 1;
  expect(digit).toBeLessThan(10);
  await page.keyboard.press(String(digit));
  await dialog.waitFor({ state: 'detached' });
  const note = page.getByRole('textbox', { name: /^Catatan/ });
  await page.waitForFunction(
    (text) => (document.activeElement as HTMLTextAreaElement).value === text,
    reason,
  );
  await page.keyboard.press('End');
  await page.keyboard.type(' Mohon pindai ulang.');
  expect(await note.inputValue()).toBe(`${reason} Mohon pindai ulang.`);
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await page.getByText('Keputusan dicatat: Kembalikan').waitFor();
  await untilStatus(id, 'returned');
  const { body } = await (await as('supervisor.coblong')).get(`/api/v1/reports/${id}/history`).expect(200);
  expect(JSON.stringify(body.items)).toContain(`${reason} Mohon pindai ulang.`);

  const many = [await submitExample('birth'), await submitExample('birth')];
  await page.goto('/tasks?sort=-openedAt');
  for (const report of many) {
    await untilTask(report.id, 'review', 'supervisor.coblong');
    await page.getByRole('row').filter({ hasText: report.ticket }).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Kembalikan semuanya' }).click();
  const asked = page.getByRole('dialog', { name: 'Kembalikan 2 laporan: tulis alasannya' });
  await asked.waitFor();
  expect(await violations(page)).toEqual([]);
  // Nothing but the keys from here on: the dialog begins at its text.
  await page.keyboard.press('Control+Enter');
  await asked.getByRole('alert').filter({ hasText: 'Tulis alasannya' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press(String(digit));
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 selesai').waitFor();
  for (const report of many) {
    await untilStatus(report.id, 'returned');
    const { body: told } = await (await as('supervisor.coblong')).get(`/api/v1/reports/${report.id}/history`);
    expect(JSON.stringify(told.items)).toContain(reason);
  }

  await admin.getByRole('button', { name: `Hapus alasan: ${reason}` }).click();
  await admin.getByRole('button', { name: 'Hapus', exact: true }).last().click();
  await admin.getByRole('listitem').filter({ hasText: reason }).waitFor({ state: 'detached' });
}, 240_000);
