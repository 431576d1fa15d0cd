/** A supervisor's morning at a very long task list: signs in, scrolls to its end, jumps, narrows, searches, sorts. */
import type { Browser, Page } from 'playwright-core';
import { SUPERVISOR } from '@lampid/launcher/bench-queue-page/busy-kecamatan';
import { summarise, type LatencySummary } from '@lampid/launcher/bench/latencies';
import { watchFrames, weigh, type Smoothness, type Weight } from './page-probe.js';

export interface Answered extends LatencySummary {
  name: string;
}

export interface Scrolled extends Smoothness, Weight {
  name: string;
  rows: number;
  seconds: number;
}

const ROW = '.queue tr[data-row]';
/** A turn of a wheel by hand, and one of a touchpad that is flung: some ten rows, some two hundred. */
const [HAND, FLING] = [520, 10_400];
const SEARCH = 'Cari nama, tiket, atau NIK';

async function freshPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: 'id-ID',
    viewport: { width: 1366, height: 768 },
  });
  context.setDefaultTimeout(60_000);
  return context.newPage();
}

const account = (page: Page) => page.getByRole('link', { name: new RegExp(` ${SUPERVISOR}$`) });

export async function signInToQueue(browser: Browser, baseUrl: string): Promise<{ page: Page; ms: number }> {
  const page = await freshPage(browser, baseUrl);
  await page.goto('/');
  await account(page).waitFor();
  const began = performance.now();
  await account(page).click();
  await page.locator(ROW).first().waitFor();
  return { page, ms: performance.now() - began };
}

/** From the click in the list of accounts to the first task, by browsers that have nothing in their cache. */
export async function timeSignIns(
  browser: Browser,
  { baseUrl, samples }: { baseUrl: string; samples: number },
): Promise<Answered> {
  const times: number[] = [];
  // The first one warms the server up, which has just been started.
  for (let turn = -1; turn < samples; turn++) {
    const { page, ms } = await signInToQueue(browser, baseUrl);
    if (turn >= 0) times.push(ms);
    await page.context().close();
  }
  return { name: 'sign-in to first task', ...summarise(times) };
}

const loadedRows = (page: Page) =>
  page.locator('.queue table').evaluate((table) => Number(table.getAttribute('aria-rowcount')) - 1);

/** Down by the wheel, so many pixels a turn, until so many tasks were loaded. */
async function wheelDown(page: Page, turn: number, until: number): Promise<void> {
  await page.locator('.queue').hover();
  let [before, since] = [0, performance.now()];
  for (;;) {
    const rows = await loadedRows(page);
    if (rows >= until) return;
    if (rows !== before) [before, since] = [rows, performance.now()];
    if (performance.now() - since > 10_000)
      throw new Error(`the list did not grow beyond ${rows} of ${until}`);
    await page.mouse.wheel(0, turn);
    await page.waitForTimeout(16);
  }
}

async function scrolled(page: Page, name: string, work: () => Promise<void>): Promise<Scrolled> {
  const cdp = await page.context().newCDPSession(page);
  const began = performance.now();
  const smoothness = await watchFrames(page, work);
  const seconds = (performance.now() - began) / 1000;
  const weight = await weigh(page, cdp);
  await cdp.detach();
  return { name, rows: await loadedRows(page), seconds, ...smoothness, ...weight };
}

export async function scrollThrough(page: Page, tasks: number): Promise<Scrolled[]> {
  const nothing = () => page.waitForTimeout(3_000);
  const jump = async () => {
    for (let turn = 0; turn < 60; turn++) {
      await page.locator('.queue').evaluate(
        (box, share) => {
          box.scrollTop = box.scrollHeight * share;
        },
        ((turn * 37) % 100) / 100,
      );
      await page.waitForTimeout(50);
    }
  };
  const byKeys = async () => {
    await page.locator(`${ROW} a`).first().focus();
    for (const key of ['End', 'Home', 'End']) await page.keyboard.press(key);
    for (let turn = 0; turn < 60; turn++) await page.keyboard.press(turn % 2 ? 'PageUp' : 'ArrowUp');
  };
  await page.locator(ROW).first().waitFor();
  await nothing();
  return [
    await scrolled(page, 'at rest, first page', nothing),
    await scrolled(page, 'wheel, 5,000 tasks', () => wheelDown(page, HAND, Math.min(5_000, tasks))),
    await scrolled(page, 'wheel, to the last task', () => wheelDown(page, FLING, tasks)),
    await scrolled(page, 'at rest, all loaded', nothing),
    await scrolled(page, 'the bar, 60 jumps', jump),
    await scrolled(page, 'Home, End, 60 keys', byKeys),
  ];
}

/** From the act to the rows of its answer. */
async function untilAnswered(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.locator('.queue table').evaluate((table) => table.setAttribute('data-before', ''));
  const began = performance.now();
  await act();
  await page.waitForFunction(() => {
    const settled = document.querySelector('.queue table:not([data-before]), .queue-empty');
    return settled && !document.querySelector('[aria-busy="true"]');
  });
  return performance.now() - began;
}

export async function askEverything(page: Page, samples: number): Promise<Answered[]> {
  const choose = (label: string, value: string) => () => page.getByLabel(label).selectOption(value);
  const chip = (name: string) => () => page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const find = (text: string) => async () => {
    const box = page.getByRole('searchbox', { name: SEARCH });
    await box.fill(text);
    await box.press('Enter');
  };
  const [someone, ticket] = await page
    .locator(`${ROW}[data-row="3"]`)
    .evaluate((row) => [
      row.querySelector('a')!.textContent.split(' ')[0]!,
      row.querySelector('.ticket')!.textContent,
    ]);
  const questions: [string, () => Promise<unknown>][] = [
    ['only births', choose('Jenis', 'birth')],
    ['only warnings', choose('Temuan', 'W')],
    ['overdue', chip('Lewat tenggat')],
    ['not taken', chip('Belum diambil')],
    ['newest first', choose('Urutan', '-openedAt')],
    ['a first name', find(someone!)],
    ['a ticket', find(ticket!)],
    ['nobody of that name', find('tidak ada namanya')],
  ];
  const answered: Answered[] = [];
  for (const [name, act] of questions) {
    const times: number[] = [];
    for (let turn = 0; turn < samples; turn++) {
      await page.goto('/tasks');
      await page.locator(ROW).first().waitFor();
      times.push(await untilAnswered(page, act));
    }
    answered.push({ name, ...summarise(times) });
  }
  return answered;
}
