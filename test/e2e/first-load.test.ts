/** What a browser fetches until a supervisor's task list can be used: bytes are the same on every machine, times are not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../src/support/browser.js';
import { newPage } from './desk.js';

const MOST_BYTES = 250_000;

let opened: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  opened = await launchBrowser();
});
afterAll(() => opened?.close());

it('the task list is usable with less than 250 kB of script, heads of the answers included', async () => {
  const { context, page } = await newPage(opened.browser);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const scripts = new Map<string, string>();
  const bytes = new Map<string, number>();
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.url);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = scripts.get(requestId);
    if (url) bytes.set(url, (bytes.get(url) ?? 0) + encodedDataLength);
  });
  const fetched = () => [...bytes.values()].reduce((sum, size) => sum + size, 0);
  await page.goto('/');
  const account = page.getByRole('link', { name: / supervisor\.coblong$/ });
  await account.waitFor();
  await page.waitForLoadState('networkidle');
  const atTheDoor = fetched();
  await account.click();
  await page.getByRole('searchbox', { name: 'Cari nama, tiket, atau NIK' }).waitFor();
  // The list's own script came while the account was chosen: after that it only waits for its answers.
  expect(fetched()).toBe(atTheDoor);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const total = fetched();
  console.log(`scripts until the task list: ${(total / 1000).toFixed(1)} kB in ${bytes.size} files`);
  expect([...bytes.keys()].some((url) => url.includes('/tasks-page-'))).toBe(true);
  expect(total).toBeLessThan(MOST_BYTES);
  // The modelers and the form editor wait until somebody needs them.
  expect([...bytes.keys()].filter((url) => /diagram|form-viewer|statistics/.test(url))).toEqual([]);
}, 120_000);
