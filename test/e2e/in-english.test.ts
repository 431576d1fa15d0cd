/** A desk in English names no step, lane, model or table in Indonesian: the models carry both names, and every page shows its own. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import type { DemoUser } from '../src/support/token.js';
import { newPage } from './desk.js';
import { launchBrowser } from '../src/support/browser.js';

let browser: Awaited<ReturnType<typeof launchBrowser>>;
/** Names of two words or more that the models give differently in English: none of them is a word of both languages. */
let indonesian: string[] = [];
const places = { case: '', task: '' };

interface Named {
  names: { id: string; en: string };
}

beforeAll(async () => {
  browser = await launchBrowser();
  const api = await as('analyst');
  const { body: processes } = await api.get('/api/v1/processes').expect(200);
  const models = processes.items as (Named & { latest: { definitionId: string } })[];
  const elements = await Promise.all(
    models.map(async ({ latest }) => {
      const path = `/api/v1/processes/definitions/${encodeURIComponent(latest.definitionId)}`;
      return (await api.get(path).expect(200)).body.elements as Named[];
    }),
  );
  indonesian = [...new Set([...models, ...elements.flat()].map(({ names }) => names))]
    .filter(({ id, en }) => id !== en && /\S\s\S/.test(id))
    .map(({ id }) => id);
  const done = await submitExample('birth');
  await decide({ reportId: done.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(done.id, 'completed');
  const waiting = await submitExample('birth');
  const task = await untilTask(waiting.id, 'review', 'supervisor.coblong');
  Object.assign(places, { case: done.id, task: task.id });
}, 180_000);
afterAll(() => browser?.close());

const PAGES: [path: string, user: DemoUser, says: string][] = [
  ['/desk', 'supervisor.coblong', 'Review and decide'],
  ['/tasks', 'supervisor.coblong', 'Review and decide'],
  ['/tasks/:task', 'supervisor.coblong', 'Review and decide: '],
  ['/cases/:case', 'supervisor.coblong', 'Register the birth'],
  ['/cases/:case/replay', 'auditor', 'Register the birth'],
  ['/process-analysis', 'auditor', 'Review and decide'],
  ['/process-analysis?view=conformance', 'auditor', 'Check the report'],
  ['/operations', 'admin.bandung', 'Review and decide'],
  ['/models', 'analyst', 'Birth report'],
  ['/rules', 'analyst', 'Checks of a birth'],
  ['/studio', 'analyst', 'Model studio'],
  ['/what-if?model=birth', 'analyst', 'Birth report'],
  ['/migrations', 'analyst', 'Migration'],
];

it.each(PAGES)('%s speaks English to %s', async (path, user, says) => {
  const page = await inEnglish(user);
  await page.goto(path.replace(':case', places.case).replace(':task', places.task));
  const main = page.getByRole('main');
  await eventually(`${path} says ${says}`, async () => (await main.innerText()).includes(says));
  // Drawings come a moment later than the words beside them.
  if ((await main.getByRole('figure').count()) > 0)
    await main.locator('.djs-container svg').first().waitFor();
  const shown = await main.evaluate((element) => [
    (element as HTMLElement).innerText,
    // Texts of a drawing are broken into lines.
    ...[...element.querySelectorAll('svg text')].map((text) =>
      [...text.querySelectorAll('tspan')].map((line) => line.textContent).join(' '),
    ),
  ]);
  const text = shown.join('\n');
  expect(indonesian.filter((name) => text.includes(name))).toEqual([]);
  await page.context().close();
});

async function inEnglish(user: DemoUser): Promise<Page> {
  const { page } = await newPage(browser.browser);
  await page.addInitScript(() => localStorage.setItem('lampid.language', 'en'));
  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(` ${user.replace('.', '\\.')}$`) }).click();
  await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
  return page;
}
