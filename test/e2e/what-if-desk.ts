/** What analysts do with a what-if, in the words of its pages. */
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../src/support/eventually.js';

/** Answers the result once every case was tried. */
export async function tryOnPastCases(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Mulai uji coba' }).click();
  const result = page.getByRole('region', { name: 'Hasil' });
  await result.getByText('selesai', { exact: true }).waitFor({ timeout: 60_000 });
  await result
    .getByTitle(/^\d+ kasus berpisah di sini$/)
    .first()
    .waitFor();
  return result;
}

/** The line of a case among those that differ: the oldest come first, and other tests made many. */
export async function caseThatDiffers(result: Locator, ticket: string): Promise<Locator> {
  const own = result.getByRole('row').filter({ hasText: ticket });
  const more = result.getByRole('button', { name: 'Muat berikutnya' });
  await result.getByRole('row').filter({ hasText: 'LMP-' }).first().waitFor();
  await eventually('the case is in the list', async () => {
    if ((await own.count()) === 0) await more.click();
    return (await own.count()) > 0;
  });
  return own;
}
