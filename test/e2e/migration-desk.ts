/** What analysts do to move running cases, in the words of the pages. */
import type { Page } from 'playwright-core';

/** A dry run of the mapping as it stands. */
export async function tryMigration(page: Page, says: string): Promise<void> {
  await page.getByRole('button', { name: 'Coba tanpa memindahkan' }).press('Enter');
  await page.getByText(says).waitFor();
}

/** Answers the address at which the other one finds it. */
export async function proposeMigration(page: Page, why: string): Promise<string> {
  await page.getByRole('textbox', { name: 'Alasan' }).fill(why);
  await page.getByRole('button', { name: 'Kirim usulan' }).press('Enter');
  await page.getByText('Usulan sendiri menunggu persetujuan orang lain.').waitFor();
  return new URL(page.url()).pathname;
}

export async function approveMigration(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Setujui dan mulai' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui dan mulai' }).click();
}
