/** An analyst sees what a new version changes, on both diagrams and in words. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deployBundle } from '../src/support/deploy-model.js';
import { editFile, ownNotification } from '../src/support/own-notification.js';
import { violations } from './axe.js';
import { openDesks, type Desks } from './desk.js';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
  await deployTwo();
});
afterAll(() => desks?.close());

const KEY = 'compared-notification';

/** Two versions of a process of its own: a step has another name and another place, a text was added. */
async function deployTwo(): Promise<void> {
  const first = await ownNotification(KEY, 'Uji banding');
  const drawn = editFile(first, 'notification.bpmn', (xml) =>
    xml
      .replace(/(<bpmn:userTask id="answer" name=")[^"]+/, '$1Tanggapi pemberitahuan')
      .replace(
        /(bpmnElement="refused"[^>]*>\s*<dc:Bounds x=")(\d+)/,
        (_, head: string, x: string) => `${head}${Number(x) + 10}`,
      ),
  );
  const second = editFile(drawn, 'answer.form', (form) =>
    form.replace('Lengkapi bersama keluarga', 'Lengkapi bersama keluarganya'),
  );
  for (const resources of [first, second]) await deployBundle({ resources });
}

it('two versions stand beside each other and their changes in a list', async () => {
  const analyst = await desks.signIn('analyst');
  await analyst.goto(`/models?model=${KEY}`);
  await analyst.getByRole('link', { name: 'Bandingkan versi' }).click();
  await analyst.getByRole('heading', { name: 'Bandingkan versi' }).waitFor();
  const [before, after] = ['sebelum', 'sesudah'].map((side) =>
    analyst.getByRole('figure', { name: `Diagram ${side}: notification.bpmn` }),
  );
  await after!.locator('.diff-badge-changed', { hasText: '~' }).waitFor();
  await before!.locator('.diff-badge-changed').waitFor();
  await after!.locator('.diff-badge-moved', { hasText: '↔' }).waitFor();
  expect(await violations(analyst)).toEqual([]);

  // In words: the step with its old and new name, and the field of the form.
  const list = analyst.getByRole('table', { name: 'notification.bpmn' });
  await list
    .getByRole('row', { name: /diubah/ })
    .first()
    .waitFor();
  await list.locator('ins', { hasText: 'Tanggapi pemberitahuan' }).waitFor();
  await analyst
    .getByRole('table', { name: 'answer.form' })
    .locator('ins', { hasText: 'keluarganya' })
    .waitFor();

  // By keyboard: the line leads to its step, framed on both sides, which move together.
  const step = list.getByRole('button', { name: 'Tunjukkan pada diagram: Tanggapi pemberitahuan' });
  await step.press('Enter');
  for (const side of [before!, after!]) await side.locator('g.diff-chosen').waitFor();
  const viewOf = async (side: typeof before) => {
    const transform = await side!.locator('.viewport').first().getAttribute('transform');
    return transform!.match(/-?[\d.]+/g)!.map((number) => Number(number).toFixed(1));
  };
  const near = await viewOf(after);
  await analyst.getByRole('button', { name: 'Perbesar diagram' }).press('Enter');
  const nearer = await viewOf(after);
  expect(nearer).not.toEqual(near);
  expect(await viewOf(before)).toEqual(nearer);
  expect(await violations(analyst)).toEqual([]);

  // On a telephone nothing is wider than the page.
  await analyst.setViewportSize({ width: 390, height: 844 });
  expect(await violations(analyst)).toEqual([]);
  expect(await analyst.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBe(
    true,
  );
}, 120_000);
