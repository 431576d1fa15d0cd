/** `npm run screenshots`: the desks as the README shows them, into `docs/images`. Synthetic people only. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { launchBrowser } from '../src/support/browser.js';
import { repositoryRoot, testStack } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';

const FOLDER = join(repositoryRoot, 'docs', 'images');
const DESK = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** GitHub shows a README at once only when its pictures are small. */
const MOST_BYTES = 300_000;

let browser: Browser;
let close: () => Promise<void>;
let waiting: { id: string; ticket: string };
let task: string;
let done: string;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  ({ browser, close } = await launchBrowser());
  const birth = await submitExample('birth');
  await decide({ reportId: birth.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  done = (await untilStatus(birth.id, 'completed')).id;
  for (const type of ['death', 'move', 'birth']) {
    waiting = await submitExample(type);
    task = (await untilTask(waiting.id, 'review', 'supervisor.coblong')).id;
  }
}, 180_000);
afterAll(() => close?.());

async function open(
  user: DemoUser | null,
  path: string,
  look: { viewport?: typeof DESK; colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const { viewport = DESK, colorScheme = 'light' } = look;
  const context = await browser.newContext({
    ...{ baseURL: testStack().baseUrl, locale: 'id-ID', viewport, colorScheme },
  });
  const page = await context.newPage();
  if (user) {
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(` ${user.replace('.', '\\.')}$`) }).click();
    await page.getByRole('main').waitFor();
    // What is offered once is no part of a desk.
    await (await as(user)).put('/api/v1/session/preferences/tour').send({ value: 'declined' }).expect(200);
  }
  await page.goto(path);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  // Charts and diagrams draw themselves in.
  await page.waitForTimeout(1_200);
  const picture = await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  expect(picture.length, name).toBeLessThan(MOST_BYTES);
  await page.context().close();
}

it('the operator: the desk, a form with the rules beside it, and what is ready for citizens', async () => {
  await shoot(await open('operator.dago', '/desk'), 'operator');
  const form = await open('operator.dago', '/reports/new/birth');
  await form.getByRole('button', { name: 'Isi contoh' }).click();
  const name = form.getByRole('textbox', { name: 'Nama lengkap anak' });
  await expect.poll(() => name.inputValue()).not.toBe('');
  await name.fill('Budi 2');
  await form.getByText('N03', { exact: true }).waitFor();
  await form.getByRole('button', { name: 'Aturan tentang Nama lengkap anak' }).click();
  await name.evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await shoot(form, 'report');
  await shoot(await open('operator.dago', '/desk', { viewport: PHONE }), 'operator-phone');
}, 120_000);

it('the supervisor: the queue by day and by night, and a case to decide', async () => {
  await shoot(await open('supervisor.coblong', '/tasks'), 'queue');
  await shoot(await open('supervisor.coblong', '/tasks', { colorScheme: 'dark' }), 'queue-dark');
  const review = await open('supervisor.coblong', `/tasks/${task}`);
  await review.getByRole('heading', { name: /^Periksa dan putuskan/ }).waitFor();
  await shoot(review, 'review');
}, 120_000);

it('the city: statistics and the monthly report', async () => {
  await shoot(await open('kadis.bandung', '/statistics'), 'statistics');
  await shoot(await open('operator.dago', '/recap'), 'recap');
}, 120_000);

it('the auditor replays a case, a citizen follows one', async () => {
  await shoot(await open('auditor', `/cases/${done}/replay`), 'replay');
  const citizen = await open(null, `/track?ticket=${waiting.ticket}`, { viewport: PHONE });
  await shoot(citizen, 'track-phone');
}, 120_000);
