/** Models that were drawn elsewhere: the reference set of the BPMN Model Interchange Working Group in the studio's own editor. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffBundles } from '@lampid/processes/diff/diff-bundles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { as } from '../src/support/api.js';
import { latestVersion } from '../src/support/deploy-model.js';
import { eventually } from '../src/support/eventually.js';
import { repositoryRoot } from '../src/support/stack.js';
import { openDesks, type Desks } from './desk.js';

const folder = join(repositoryRoot, 'test', 'fixtures', 'miwg');
const MODEL = 'notification.bpmn';
/** Read, and yet not kept whole: the page must say why. */
const REFUSED: Record<string, RegExp> = {
  'C.1.0.bpmn': /Prefiks "camunda" di berkas ini milik/,
  'C.1.1.bpmn': /Prefiks "camunda" di berkas ini milik/,
  'C.8.1.bpmn': /Berkas tidak dapat dibaca/,
};

let desks: Desks;
let analyst: Page;
let draftId: string;
beforeAll(async () => {
  desks = await openDesks();
  analyst = await desks.signIn('analyst');
  const { definitionId: from } = await latestVersion('notification');
  const draft = { title: 'Model dari luar', from };
  const { body } = await (await as('analyst')).post('/api/v1/model-drafts').send(draft).expect(201);
  draftId = body.id as string;
  await analyst.goto(`/studio/${draftId}`);
  await analyst.getByRole('heading', { name: draft.title }).waitFor();
});
afterAll(() => desks?.close());

/** Of a file with several diagrams the first is opened. */
const firstDiagram = (content: string) => /BPMNDiagram[^]*?<\/(?:\w+:)?BPMNDiagram>/.exec(content)![0];

/** The middle of a small shape that nothing covers: not a pool, not what lies under the palette. */
async function inSight(): Promise<{ x: number; y: number }> {
  const middle = await analyst.evaluate(() => {
    for (const shape of document.querySelectorAll('.djs-shape')) {
      const { left, top, width, height } = shape.getBoundingClientRect();
      const point = { x: left + width / 2, y: top + height / 2 };
      const isSmall = Math.max(width, height) < 120;
      if (isSmall && shape.contains(document.elementFromPoint(point.x, point.y))) return point;
    }
    return null;
  });
  expect(middle).not.toBeNull();
  return middle!;
}

async function savedModel(): Promise<string> {
  const { body } = await (await as('analyst')).get(`/api/v1/model-drafts/${draftId}`).expect(200);
  return (body.files as { name: string; content: string }[]).find(({ name }) => name === MODEL)!.content;
}

async function open(name: string): Promise<string> {
  const file = join(folder, name);
  await analyst.getByLabel(`Ganti ${MODEL} dengan berkas dari komputer`).setInputFiles(file);
  const content = readFileSync(file, 'utf8');
  await eventually(`${name} is kept`, async () => (await savedModel()) === content);
  return content;
}

it.each(readdirSync(folder).filter((name) => name.endsWith('.bpmn') && !(name in REFUSED)))(
  'is drawn, and saved without loss: %s',
  async (name) => {
    const content = await open(name);
    // Every shape that the file draws stands on the canvas.
    const drawn = [...firstDiagram(content).matchAll(/BPMNShape[^>]* bpmnElement="([^"]+)"/g)];
    const shown = () => analyst.locator('.djs-shape').count();
    await eventually('all is drawn', async () => (await shown()) >= drawn.length);

    // The editor writes the file once something in it was moved.
    const { x, y } = await inSight();
    await analyst.mouse.click(x, y);
    await analyst.keyboard.press('ArrowRight');
    const again = await eventually('saved by the editor', async () => {
      const saved = await savedModel();
      return saved !== content && saved;
    });
    const changes = await diffBundles([{ name, content }], [{ name, content: again }]);
    expect(changes.filter(({ change }) => change !== 'moved')).toEqual([]);
  },
  60_000,
);

it.each(Object.entries(REFUSED))(
  'is refused with a reason: %s',
  async (name, reason) => {
    await open(name);
    await analyst.getByText(reason).first().waitFor();
    expect(await analyst.getByRole('button', { name: 'Usulkan' }).isDisabled()).toBe(true);
  },
  60_000,
);

it('is refused before it is kept when it is no harmless model', async () => {
  const before = await savedModel();
  const hostile = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>`;
  await analyst.getByLabel(`Ganti ${MODEL} dengan berkas dari komputer`).setInputFiles({
    ...{ name: 'jahat.bpmn', mimeType: 'application/xml', buffer: Buffer.from(hostile) },
  });
  await analyst.getByText(/Tidak dapat disimpan: /).waitFor();
  expect(await savedModel()).toBe(before);
  await analyst.getByLabel(`Ganti ${MODEL} dengan berkas dari komputer`).setInputFiles({
    ...{ name: 'besar.bpmn', mimeType: 'application/xml', buffer: Buffer.alloc(1_000_001, 32) },
  });
  await analyst.getByText('besar.bpmn lebih besar dari 1 MB').waitFor();
}, 60_000);
