import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillExample, findTask, openDesks, submit, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('of two supervisors who reach for the same task one gets it and the other is told', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  const ticket = await submit(operator);

  const pages = await Promise.all([desks.signIn('supervisor.coblong'), desks.signIn('supervisor2.coblong')]);
  await Promise.all(pages.map((page) => findTask(page, ticket)));
  // Both lists still show the task as free: what one clicks, the other does not know.
  const rowIn = (page: Page) => page.getByRole('row').filter({ hasText: ticket });
  await Promise.all(
    pages.map((page) =>
      rowIn(page)
        .getByRole('button', { name: /^Ambil tugas/ })
        .click(),
    ),
  );
  const endings = await Promise.all(
    pages.map((page) =>
      Promise.race([
        page.waitForURL(/\/tasks\/./).then(() => 'got it'),
        page
          .getByText('Tugas sudah diambil petugas lain')
          .waitFor()
          .then(() => 'told'),
      ]),
    ),
  );
  expect(endings.sort()).toEqual(['got it', 'told']);
}, 300_000);
