/** The rules answer while somebody types: what the form alone decides in the browser, the rest from the server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillExample, openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

it('a name that the law forbids is marked without the server, and an unknown card with it', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kelahiran');
  const findings = operator.getByRole('list', { name: 'Temuan' });
  const name = operator.getByRole('textbox', { name: 'Nama lengkap anak' });
  const right = await name.inputValue();

  await operator.route('**/api/v1/reports/check', (route) => route.abort());
  await name.fill(`${right} 2`);
  await findings.getByText('N03', { exact: true }).waitFor();
  // On a telephone the list is far below: it stands at the field as well, once that is left.
  const atField = operator
    .getByRole('group', { name: 'Anak' })
    .getByText('Nama tidak boleh memuat angka')
    .filter({ visible: true });
  expect(await atField.count()).toBe(0);
  await name.press('Tab');
  await atField.waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await name.fill(right);
  await findings.getByText('N03', { exact: true }).waitFor({ state: 'detached' });
  await atField.waitFor({ state: 'detached' });

  await operator.unroute('**/api/v1/reports/check');
  await operator.getByRole('textbox', { name: 'Nomor KK' }).fill('3273020101909998');
  await findings.getByText('U08', { exact: true }).waitFor();
  // What the server found stays while the desk judges what it can.
  await operator.route('**/api/v1/reports/check', (route) => route.abort());
  await name.fill(`${right} 2`);
  await findings.getByText('N03', { exact: true }).waitFor();
  expect(await findings.getByText('U08', { exact: true }).count()).toBe(1);
}, 120_000);

it('a computer whose clock is eleven years behind judges by the day that the server tells', async () => {
  const operator = await desks.signIn('operator.dago');
  await operator.context().addInitScript(`{
    const Real = Date;
    const behind = 11 * 365 * 86_400_000;
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length === 0 ? [Real.now() - behind] : given)); }
      static now() { return Real.now() - behind; }
    };
  }`);
  await operator.reload();
  await operator.route('**/api/v1/reports/check', (route) => route.abort());
  await fillExample(operator, 'Kelahiran');
  const findings = operator.getByRole('list', { name: 'Temuan' });
  await operator.getByRole('textbox', { name: 'Nama lengkap anak' }).fill('Bunga 2');
  await findings.getByText('N03', { exact: true }).waitFor();
  expect(await findings.getByText('U18', { exact: true }).count()).toBe(0);
}, 120_000);
