/** On the product's own models: a file that was only written anew is no change, and files come, go or cannot be read. */
import { describe, expect, it } from 'vitest';
import { birth, brief, bundleOf, edited, swap } from '../testing/edited-bundle.js';
import { saveAgain } from '../testing/save-again.js';
import { diffBundles } from './diff-bundles.js';

describe('a file that was only written anew', () => {
  it.each([
    'birth',
    'death',
    'move',
    'arrival',
    'correction',
    'revocation',
    'notification',
    'monthly-closing',
  ])(
    'is no change: %s',
    async (event) => {
      const bundle = await bundleOf(event);
      const again = await Promise.all(
        bundle.map(async ({ name, content }) => {
          if (name.endsWith('.bpmn')) return { name, content: await saveAgain(content) };
          if (name.endsWith('.form')) return { name, content: JSON.stringify(JSON.parse(content)) };
          return { name, content: content.replace(/>\s+</g, '>\n\n<') };
        }),
      );
      expect(again).not.toEqual(bundle);
      expect(await diffBundles(bundle, again)).toEqual([]);
    },
    30_000,
  );

  it('is no change when its attributes stand in another order and its namespaces have other names', async () => {
    const after = edited('birth.bpmn', (xml) =>
      xml
        .replace(
          'camunda:type="external" camunda:topic="validate-report"',
          'camunda:topic="validate-report"\n  camunda:type="external"',
        )
        .replaceAll('bpmn:', 'model:')
        .replace('xmlns:bpmn=', 'xmlns:model=')
        .replace('<model:definitions', '<model:definitions exporter="another" exporterVersion="9"'),
    );
    expect(await diffBundles(birth, after)).toEqual([]);
  });
});

describe('files', () => {
  it('come and go as one change each', async () => {
    const fewer = birth.filter(({ name }) => name !== 'sign.form');
    expect(brief(await diffBundles(birth, fewer))).toEqual([
      { kind: 'file', id: 'sign.form', change: 'removed', details: [] },
    ]);
    expect(brief(await diffBundles(fewer, birth))).toEqual([
      { kind: 'file', id: 'sign.form', change: 'added', details: [] },
    ]);
  });

  it.each(['birth.bpmn', 'rules.dmn', 'report.form'])('that cannot be read are named: %s', async (file) => {
    const after = edited(file, (content) => content.slice(0, content.length / 2));
    await expect(diffBundles(birth, after)).rejects.toMatchObject({
      name: 'UnreadableFile',
      ...{ file, text: { id: expect.stringContaining(file), en: expect.stringContaining(file) } },
    });
  });

  it('with something in them that would be lost unseen are refused', async () => {
    const after = edited(
      'birth.bpmn',
      swap('<bpmn:collaboration', '<bpmn:flowerPot id="f" /><bpmn:collaboration'),
    );
    await expect(diffBundles(birth, after)).rejects.toMatchObject({
      name: 'UnreadableFile',
      file: 'birth.bpmn',
    });
  });
});
