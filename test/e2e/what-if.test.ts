/** An analyst tries a changed table on cases that ran, sees where they would part, and finds it again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide, submitExample, untilStatus } from '../src/support/case-pilot.js';
import { latestVersion, resourcesOf } from '../src/support/deploy-model.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';
import { caseThatDiffers, tryOnPastCases } from './what-if-desk.js';

let desks: Desks;
let folder: string;
beforeAll(async () => {
  desks = await openDesks();
  folder = mkdtempSync(join(tmpdir(), 'what-if-'));
});
afterAll(async () => {
  await desks?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('shows on the diagram where cases part, why, and which', async () => {
  const report = await submitExample('birth');
  await decide({ reportId: report.id, step: 'review', user: 'supervisor.coblong', outcome: 'approve' });
  await untilStatus(report.id, 'completed');
  const { definitionId } = await latestVersion('birth');
  const { content } = (await resourcesOf(definitionId)).find(({ name }) => name === 'rules.dmn')!;
  // Every birth is late on the day itself.
  const file = join(folder, 'rules.dmn');
  writeFileSync(file, content.replace(/(<rule id="birth_L01">[\s\S]*?)&gt; 60/, '$1&gt;= 0'));

  const page = await desks.signIn('analyst');
  await page.goto('/models?model=birth');
  await page.getByRole('link', { name: 'Uji coba pada kasus lampau' }).click();
  await page.getByRole('heading', { name: 'Uji coba pada kasus lampau' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('list', { name: 'Berkas yang diubah' }).getByText('rules.dmn').waitFor();
  const result = await tryOnPastCases(page);
  const group = result
    .getByRole('row')
    .filter({ hasText: 'L01' })
    .filter({ hasText: 'Beri keputusan khusus' });
  await group.getByText('UU 24/2013 ps. 27, 32').waitFor();
  await group.getByRole('button', { name: /^Lihat \d+ kasus$/ }).click();
  await result.getByRole('row').getByText('+ L01').first().waitFor();
  const own = await caseThatDiffers(result, report.ticket);
  await own.getByText('+ L01').waitFor();
  await page.getByRole('button', { name: 'Mulai uji coba', disabled: false }).waitFor();
  // Also what the mouse is on.
  await group.getByRole('button', { name: /^Lihat \d+ kasus$/ }).hover();
  expect(await violations(page)).toEqual([]);

  await page.goto('/what-if');
  await page.getByRole('heading', { name: 'Uji coba Anda' }).waitFor();
  await page.getByRole('table').last().getByRole('link').first().click();
  await page.waitForURL(/run=/);
  await result
    .getByTitle(/^\d+ kasus berpisah di sini$/)
    .first()
    .waitFor();

  // A fact that no case was asked for: nothing is said of them, and it is said that nothing is.
  writeFileSync(file, content.replace('<text>weightGrams</text>', '<text>shoeSize</text>'));
  await page.goto('/what-if?model=birth');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('list', { name: 'Berkas yang diubah' }).getByText('rules.dmn').waitFor();
  await page.getByRole('button', { name: 'Mulai uji coba' }).click();
  const unknown = page.getByRole('region', { name: 'Hasil' });
  await unknown.getByText(/^\d+ dari \d+ kasus tidak dapat dinilai$/).waitFor();
  await unknown.getByRole('listitem').filter({ hasText: 'shoeSize' }).waitFor();
  expect(await violations(page)).toEqual([]);
}, 180_000);
