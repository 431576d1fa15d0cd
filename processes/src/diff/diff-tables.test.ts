/** On the product's own tables: a changed rule is told by its code, and only what changed. */
import { describe, expect, it } from 'vitest';
import { birth, brief, edited, swap } from '../testing/edited-bundle.js';
import { diffBundles } from './diff-bundles.js';

describe('a change of a table', () => {
  const N01 = /(<rule id="names_N01">[\s\S]*?<\/rule>)/;

  it('is told by the code of its rule and the label of its column', async () => {
    const changes = await diffBundles(
      birth,
      edited('rules.dmn', swap('<text>&gt; 60</text>', '<text>&gt; 70</text>')),
    );
    expect(brief(changes)).toEqual([
      { kind: 'rule', id: 'N01', change: 'changed', details: [['inputs[nameLength]', '> 60', '> 70']] },
    ]);
    expect(changes[0]).toMatchObject({
      table: 'names',
      details: [{ label: { id: 'Panjang nama', en: 'Panjang nama' } }],
    });
  });

  it('knows a rule by its code although its id is another', async () => {
    expect(
      await diffBundles(birth, edited('rules.dmn', swap('<rule id="names_N01">', '<rule id="Rule_0x1">'))),
    ).toEqual([]);
  });

  it('takes a dash for an empty cell', async () => {
    expect(
      await diffBundles(
        birth,
        edited(
          'rules.dmn',
          swap(/(<inputEntry id="names_N01_nameWords">\s*)<text><\/text>/, '$1<text>-</text>'),
        ),
      ),
    ).toEqual([]);
  });

  it('is told: a rule removed, added, moved; hit policy; a name; a column', async () => {
    const without = edited('rules.dmn', swap(N01, ''));
    expect(brief(await diffBundles(birth, without))).toEqual([
      expect.objectContaining({ kind: 'rule', id: 'N01', change: 'removed' }),
    ]);
    expect(brief(await diffBundles(without, birth))).toEqual([
      expect.objectContaining({ kind: 'rule', id: 'N01', change: 'added' }),
    ]);
    const last = edited('rules.dmn', (xml) => {
      const [rule] = N01.exec(xml)!;
      return xml.replace(rule, '').replace('</decisionTable>', `${rule}</decisionTable>`);
    });
    expect(brief(await diffBundles(birth, last))).toEqual([
      { kind: 'rule', id: 'N01', change: 'moved', details: [['order', '1', expect.any(String)]] },
    ]);
    const policy = edited(
      'rules.dmn',
      swap('id="names_table" hitPolicy="COLLECT"', 'id="names_table" hitPolicy="FIRST"'),
    );
    expect(brief(await diffBundles(birth, policy))).toEqual([
      {
        kind: 'decision',
        id: 'names',
        change: 'changed',
        details: [['decisionLogic.hitPolicy', 'COLLECT', 'FIRST']],
      },
    ]);
    const name = edited('rules.dmn', swap('name="Validasi nama"', 'name="Nama anak"'));
    expect(brief(await diffBundles(birth, name))).toEqual([
      { kind: 'decision', id: 'names', change: 'changed', details: [['name', 'Validasi nama', 'Nama anak']] },
    ]);
    const column = edited('rules.dmn', swap('label="Ada gelar"', 'label="Bergelar"'));
    expect(brief(await diffBundles(birth, column))).toEqual([
      {
        kind: 'column',
        id: 'names_nameHasTitle',
        change: 'changed',
        details: [['label', 'Ada gelar', 'Bergelar']],
      },
    ]);
  });

  it('tells a column that went, and the cells that went with it', async () => {
    const after = edited('rules.dmn', (xml) =>
      xml
        .replace(/<input id="names_nameLength"[\s\S]*?<\/input>/, '')
        .replace(/<inputEntry id="names_\w+_nameLength">[\s\S]*?<\/inputEntry>/g, ''),
    );
    const changes = await diffBundles(birth, after);
    expect(changes.filter(({ kind }) => kind === 'column').map(({ id, change }) => [id, change])).toEqual([
      ['names_nameLength', 'removed'],
    ]);
    expect(brief(changes)).toContainEqual({
      ...{ kind: 'rule', id: 'N01', change: 'changed' },
      details: [['inputs[nameLength]', '> 60', null]],
    });
  });
});
