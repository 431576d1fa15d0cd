import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../src/support/browser.js';
import { eventually } from '../src/support/eventually.js';
import { testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';

/** What every journey does, in the words of the page: labels and roles, no test ids. */
export interface Desks {
  /** A browser of their own, signed in with one click; in Indonesian unless another locale is named. */
  signIn(user: DemoUser, locale?: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openDesks(): Promise<Desks> {
  const { browser, close } = await launchBrowser();
  return { signIn: (user, locale) => signIn(browser, user, locale), close };
}

export async function newPage(
  browser: Browser,
  locale = 'id-ID',
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: testStack().baseUrl,
    locale,
    viewport: { width: 1366, height: 768 },
    // A list that is still sliding open is clicked beside the option that was meant.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  return { context, page: await context.newPage() };
}

async function signIn(browser: Browser, user: DemoUser, locale?: string): Promise<Page> {
  const { page } = await newPage(browser, locale);
  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(` ${user.replace('.', '\\.')}$`) }).click();
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
  return page;
}

/** Opens the form of a new report and fills in a fresh example; answers when it is filled in. */
export async function fillExample(page: Page, eventName: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: eventName }).click();
  await page.getByRole('heading', { name: new RegExp(`^Laporan ${eventName} baru$`, 'i') }).waitFor();
  await page.getByRole('button', { name: 'Isi contoh' }).click();
  const filled = () => page.getByLabel(/^NIK/).first().inputValue();
  await eventually('the example stands in the form', async () => (await filled()) !== '');
}

/** Submits the filled form; answers the ticket of the case whose page opens. */
export async function submit(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  await page.waitForURL(/\/cases\//);
  return (
    (await page
      .getByText(/^LMP-[A-Z]-\d{10}-\d{8}-\d{4,}$/)
      .first()
      .textContent()) ?? ''
  );
}

/** Takes the task of this case from the queue, once it is there. */
export async function takeTask(page: Page, ticket: string): Promise<void> {
  await findTask(page, ticket);
  // The list may not be narrowed yet: others stand beside it.
  const row = page.getByRole('row').filter({ hasText: ticket });
  await row.getByRole('button', { name: /^Ambil tugas/ }).click();
  await page.waitForURL(/\/tasks\/./);
}

/** Narrows the queue to this case; the list refreshes itself until the task comes. */
export async function findTask(page: Page, ticket: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Tugas' }).click();
  const search = page.getByRole('searchbox', { name: 'Cari nama, tiket, atau NIK' });
  await search.fill(ticket);
  await search.press('Enter');
  await page.getByRole('row').filter({ hasText: ticket }).waitFor({ timeout: 90_000 });
}
