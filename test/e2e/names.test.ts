/** Who reads a case reads names: no page says `supervisor.coblong` where it means a person. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { untilStatus } from '../src/support/case-pilot.js';
import { eventually } from '../src/support/eventually.js';
import { fillExample, findTask, openDesks, submit, takeTask, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks?.close());

const USER_NAMES = /(operator|supervisor|verif|kadis|admin|warga|rt01|rs)\d?\.[a-z-]+|worker:[a-z-]+/;

async function callsPeopleByName(page: Page): Promise<void> {
  const shown = () => page.getByRole('main').innerText();
  const seen = async () => USER_NAMES.exec(await shown())?.[0] ?? null;
  await eventually('the page names everybody', async () => (await seen()) === null);
  expect(await seen()).toBeNull();
}

it('names stand in the queue, at the task, in the case and in its replay', async () => {
  const operator = await desks.signIn('operator.dago');
  await fillExample(operator, 'Kematian');
  const ticket = await submit(operator);
  const caseAddress = new URL(operator.url()).pathname;
  const reportId = caseAddress.split('/').at(-1)!;

  const supervisor = await desks.signIn('supervisor.coblong');
  await takeTask(supervisor, ticket);
  await supervisor.getByRole('button', { name: 'Dahulukan' }).click();
  await supervisor.getByText('Didahulukan oleh Dadang Hidayat').waitFor();

  const colleague = await desks.signIn('supervisor2.coblong');
  await findTask(colleague, ticket);
  const row = colleague.getByRole('row').filter({ hasText: ticket });
  await row.getByText('Dadang Hidayat', { exact: true }).waitFor();
  expect(await row.getByText('Dadang Hidayat').getAttribute('title')).toBe('supervisor.coblong');
  await callsPeopleByName(colleague);
  await row.getByRole('button', { name: /^Buka tugas/ }).click();
  await colleague.getByText('Sedang dikerjakan Dadang Hidayat').waitFor();
  await callsPeopleByName(colleague);

  const path = `/api/v1/tasks/${encodeURIComponent(decodeURIComponent(new URL(supervisor.url()).pathname.split('/').at(-1)!))}`;
  await (await as('supervisor.coblong')).post(`${path}/complete`).send({ outcome: 'approve' }).expect(200);
  await untilStatus(reportId, 'completed');
  await operator.goto(caseAddress);
  await operator.getByText('Selesai', { exact: true }).first().waitFor();
  const history = operator.locator('.history');
  await history.getByText('Dadang Hidayat').first().waitFor();
  await operator.getByText('Neng Rohaeti').first().waitFor();
  await history.getByText('Sistem', { exact: true }).first().waitFor();
  await callsPeopleByName(operator);

  const auditor = await desks.signIn('auditor');
  await auditor.goto(`/cases/${reportId}/replay`);
  await auditor.getByText('Dadang Hidayat').first().waitFor();
  await callsPeopleByName(auditor);
}, 300_000);
