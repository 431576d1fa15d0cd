/** Every page of the product, by day and by night, without a fault that axe knows of; on a telephone none is wider than it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { latestVersion } from '../src/support/deploy-model.js';
import {
  exampleOf,
  submit,
  submitExample,
  untilStatus,
  decide,
  untilTask,
} from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { makeNewType, newTypeAnswers } from '../src/support/new-event-type.js';
import { repositoryRoot } from '../src/support/stack.js';
import type { DemoUser } from '../src/support/token.js';
import { violations } from './axe.js';
import { contrast, rgbOf } from './contrast.js';
import { fillExample, newPage, openDesks, type Desks } from './desk.js';
import { launchBrowser } from '../src/support/browser.js';

let desks: Desks;
/** What `:id` and the like stand for, by route. */
const ids = new Map<string, string>();
/** A case that waits to be decided. */
let waitingCase: string;
/** Draft of a new event type, which holds one of the few ticket letters. */
let madeType: string | undefined;

beforeAll(async () => {
  desks = await openDesks();
  const done = await submitExample('birth');
  await decide({ reportId: done.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  const { result } = await untilStatus(done.id, 'completed');
  const { body: child } = await (await as('operator.dago')).get(`/api/v1/residents/${result!['resident']}`);
  const waiting = await submit('birth', await exampleOf('birth'));
  waitingCase = `/cases/${waiting.id}`;
  const task = await untilTask(waiting.id, 'review', 'supervisor.coblong');
  const draft = crypto.randomUUID();
  await (
    await as('operator.dago')
  )
    .put(`/api/v1/reports/${draft}`)
    .send({ type: 'birth', data: await exampleOf('birth') })
    .expect(200);
  ids.set('cases/:id', `cases/${done.id}`);
  ids.set('cases/:id/replay', `cases/${done.id}/replay`);
  ids.set('tasks/:id', `tasks/${task.id}`);
  const { definitionId } = await latestVersion('death');
  const { body: changed } = await (
    await as('analyst')
  )
    .post('/api/v1/model-drafts')
    .send({ title: 'Uji keterbacaan', from: definitionId })
    .expect(201);
  ids.set('studio/:id', `studio/${changed.id as string}`);
  const { body: made } = await makeNewType(await newTypeAnswers());
  madeType = made.id as string;
  ids.set('studio/:id/answers', `studio/${madeType}/answers`);
  ids.set('reports/new/:type', 'reports/new/death');
  ids.set('reports/:id/edit', `reports/${draft}/edit`);
  ids.set('residents/:id', `residents/${child.id as string}`);
  ids.set('family-cards/:id', `family-cards/${child.familyCardId as string}`);
}, 120_000);
afterAll(async () => {
  if (madeType) await (await as('analyst')).post(`/api/v1/model-drafts/${madeType}/withdraw`).send({});
  await desks?.close();
});

/** Who opens it. A page that is not here fails the first test. */
const PAGES: Record<string, DemoUser> = {
  desk: 'operator.dago',
  handovers: 'operator.dago',
  reports: 'operator.dago',
  'reports/new/:type': 'operator.dago',
  'reports/:id/edit': 'operator.dago',
  offline: 'operator.dago',
  tasks: 'supervisor.coblong',
  'tasks/:id': 'supervisor.coblong',
  'cases/:id': 'supervisor.coblong',
  'cases/:id/replay': 'auditor',
  residents: 'supervisor.coblong',
  'residents/:id': 'supervisor.coblong',
  'family-cards/:id': 'supervisor.coblong',
  recap: 'supervisor.coblong',
  rules: 'supervisor.coblong',
  closings: 'admin.bandung',
  statistics: 'admin.bandung',
  imports: 'admin.bandung',
  'note-templates': 'admin.bandung',
  users: 'admin.bandung',
  family: 'warga.dago',
  incidents: 'admin.bandung',
  models: 'analyst',
  'models/compare': 'analyst',
  studio: 'analyst',
  'studio/new': 'analyst',
  'studio/:id': 'analyst',
  'studio/:id/answers': 'analyst',
  'reports/event-log': 'auditor',
  'process-analysis': 'auditor',
  operations: 'admin.bandung',
  tour: 'operator.dago',
  'what-if': 'analyst',
  absence: 'supervisor.coblong',
};
/** Without a sign-in. */
const OPEN_PAGES = ['/sign-in', '/track', '/verify/nobody-knows-it'];

it('every route of the product is in the list', () => {
  const router = readFileSync(join(repositoryRoot, 'web', 'src', 'app', 'router.tsx'), 'utf8');
  const routes = [...router.matchAll(/path: '([^'*]+)'/g)]
    .map(([, path]) => path!)
    .filter((path) => !path.startsWith('/'));
  expect(Object.keys(PAGES).toSorted()).toEqual(routes.toSorted());
});

async function atRest(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page
    .locator('[aria-busy="true"], .ant-spin-spinning, .page-loading')
    .first()
    .waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
}

/** WCAG 2.2, 1.4.10 (reflow): what is too wide scrolls in itself. Empty when the page does not go sideways. */
async function tooWide(page: Page): Promise<string[]> {
  const desk = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  const over = () => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  const fits = await eventually('the page fits a telephone', async () => (await over()) <= 0).then(
    () => true,
    () => false,
  );
  const by = fits ? 0 : await over();
  await page.setViewportSize(desk);
  return fits ? [] : [`${by} px wider than a telephone`];
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it('pages behind the sign-in', async () => {
    const found: string[] = [];
    for (const user of [...new Set(Object.values(PAGES))]) {
      const page = await desks.signIn(user);
      await page.evaluate(`localStorage.setItem('lampid.theme', '${theme}')`);
      for (const [route] of Object.entries(PAGES).filter(([, by]) => by === user)) {
        await page.goto(`/${ids.get(route) ?? route}`);
        await atRest(page);
        const faults = await violations(page);
        if (theme === 'light') faults.push(...(await tooWide(page)));
        found.push(...faults.map((fault) => `${route}: ${fault}`));
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
  }, 400_000);

  it('pages for everybody', async () => {
    const { browser, close } = await launchBrowser();
    const { page } = await newPage(browser);
    await page.addInitScript(`localStorage.setItem('lampid.theme', '${theme}')`);
    const found: string[] = [];
    for (const path of OPEN_PAGES) {
      await page.goto(path);
      await atRest(page);
      found.push(...(await violations(page)).map((fault) => `${path}: ${fault}`));
    }
    await close();
    expect(found).toEqual([]);
  }, 120_000);
});

it.each(['light', 'dark'] as const)(
  'what the mouse is on is read in the %s theme',
  async (theme) => {
    const page = await desks.signIn('admin.bandung');
    await page.evaluate(`localStorage.setItem('lampid.theme', '${theme}')`);
    await page.goto(`/${ids.get('cases/:id')!}`);
    await atRest(page);
    const main = page.getByRole('main');
    const shown = [
      main.getByRole('link', { name: 'Putar ulang' }),
      main.getByRole('link', { name: 'Halaman lacak warga' }),
    ];
    for (const part of shown) {
      await part.first().hover();
      expect(await violations(page)).toEqual([]);
    }
    await page.context().close();
  },
  60_000,
);

it.each(['light', 'dark'] as const)(
  'what is pressed, and what a dialog asks, is read in the %s theme',
  async (theme) => {
    const page = await desks.signIn('admin.bandung');
    await page.evaluate(`localStorage.setItem('lampid.theme', '${theme}')`);
    const pressed = async (part: Locator) => {
      await part.hover();
      await page.mouse.down();
      const found = await violations(page);
      // Let go beside it: nothing is done.
      await page.mouse.move(1, 1);
      await page.mouse.up();
      return found;
    };
    await page.goto(waitingCase);
    await atRest(page);
    const cancel = page.getByRole('button', { name: 'Batalkan laporan' });
    expect(await pressed(cancel)).toEqual([]);
    await cancel.click();
    const dialog = page.getByRole('dialog', { name: 'Batalkan laporan' });
    const confirm = dialog.getByRole('button', { name: 'Batalkan laporan ini' });
    await confirm.click();
    await dialog.getByText('Tulis alasannya').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await pressed(confirm)).toEqual([]);

    await page.goto('/recap');
    await atRest(page);
    expect(await pressed(page.getByRole('tab', { selected: false }).first())).toEqual([]);

    await page.goto('/users');
    await page.getByRole('button', { name: 'Tambah pengguna' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Simpan' }).click();
    await panel.getByText('Wajib diisi').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
  120_000,
);

it.each(['light', 'dark'] as const)(
  'what has the focus is seen in the %s theme (WCAG 1.4.11), also of the library’s own parts',
  async (theme) => {
    const page = await desks.signIn('admin.bandung');
    await page.evaluate(`localStorage.setItem('lampid.theme', '${theme}')`);
    await page.goto('/users');
    const add = page.getByRole('button', { name: 'Tambah pengguna' });
    await add.waitFor();
    const colour = (name: string) =>
      page.evaluate(
        (property) => getComputedStyle(document.documentElement).getPropertyValue(property).trim(),
        `--${name}`,
      );
    const ring = await colour('focus');
    for (const under of ['ground', 'surface', 'head'])
      expect(contrast(ring, await colour(under))).toBeGreaterThan(3);
    const onDark = await colour('focus-on-dark');
    expect(contrast(onDark, await colour('primary-dark'))).toBeGreaterThan(3);

    const drawn = (part: Locator) =>
      part.evaluate((element) => {
        // A field of the library draws around what stands for it.
        const around = [element, element.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper')];
        return around.flatMap((one) => {
          const { outlineStyle, outlineColor } = getComputedStyle(one ?? element);
          return outlineStyle === 'none' ? [] : [outlineColor];
        });
      });
    await page.keyboard.press('Tab');
    for (const part of [
      add,
      page.getByRole('searchbox', { name: 'Cari nama atau nama pengguna' }),
      page.getByRole('combobox', { name: 'Semua peran' }),
    ]) {
      await part.focus();
      expect(await drawn(part)).toContain(rgbOf(ring));
    }
    const home = page.getByRole('link', { name: 'e-LAMPID' });
    await home.focus();
    expect(await drawn(home)).toContain(rgbOf(onDark));
  },
  120_000,
);

it('a form that is filled in', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  expect(await violations(operator)).toEqual([]);
}, 120_000);
