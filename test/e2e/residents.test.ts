import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a common beginning shows a page of people and says that there are others; two words in any order find one', async () => {
  const operator = await desks.signIn('operator.dago');
  await operator
    .getByRole('navigation', { name: 'Menu utama' })
    .getByRole('link', { name: 'Penduduk' })
    .click();
  const field = operator.getByRole('textbox', { name: 'Kata pencarian' });
  const people = operator.locator('tbody').getByRole('link').filter({ hasText: /[A-Z]/ });
  await field.fill('su');
  await field.press('Enter');
  await operator.getByText('Masih ada yang lain', { exact: false }).waitFor();
  const names = await people.allTextContents();
  expect(names).toHaveLength(20);
  expect(names.every((name) => /\bSU/.test(name))).toBe(true);
  expect(await violations(operator)).toEqual([]);

  await operator.getByRole('button', { name: 'Tampilkan berikutnya' }).click();
  await people.nth(20).waitFor();
  const addresses = await people.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(addresses).size).toBe(addresses.length);

  const [first, ...others] = names[0]!.split(' ');
  await field.fill([...others, first].join(' ').toLowerCase());
  await field.press('Enter');
  await operator.getByText('Masih ada yang lain', { exact: false }).waitFor({ state: 'detached' });
  await people.first().waitFor();
  expect(await people.allTextContents()).toContain(names[0]);
}, 120_000);
