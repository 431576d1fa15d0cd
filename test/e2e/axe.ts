import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { eventually } from '../src/support/eventually.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** What still fades in has the contrast of neither its beginning nor its end. */
const atRest = `new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))).then(() =>
  document.getAnimations().every(({ playState, effect }) =>
    playState !== 'running' || effect.getComputedTiming().iterations === Infinity))`;

/** What axe does not ask: a control within a control (HTML, interactive content) is two stops of the keyboard for one act. */
const NESTED = `[...document.querySelectorAll(':is(a[href], button) :is(a[href], button, input, select, textarea)')]
  .map(({ outerHTML }) => outerHTML)`;

/** WCAG A and AA, by axe, and no control within another. The drawing itself is the BPMN viewer's; its words stand in the history beside it. */
export async function violations(page: Page): Promise<string[]> {
  // Into the page's own world past its content security policy, as the browser's own tools do.
  await page.evaluate(axe);
  await eventually('the page is at rest', () => page.evaluate<boolean>(atRest));
  const found = (await page.evaluate(`axe.run(
    { exclude: [['.djs-container']] },
    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] },
  ).then((result) => result.violations)`)) as Violation[];
  const nested = await page.evaluate<string[]>(NESTED);
  return [
    ...found.map(({ id, impact, nodes }) => `${id} (${impact}) ${nodes.map((node) => node.html).join('\n')}`),
    ...nested.map((html) => `nested control ${html}`),
  ];
}
