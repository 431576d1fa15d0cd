/** On the product's own form of a birth: changes are told field by field. */
import { describe, expect, it } from 'vitest';
import { birth, brief, edited } from '../testing/edited-bundle.js';
import { diffBundles } from './diff-bundles.js';

const editedForm = (edit: (form: any) => void) => (content: string) => {
  const form = JSON.parse(content);
  edit(form);
  return JSON.stringify(form, null, 2);
};

describe('a change of a form', () => {
  it('is told field by field', async () => {
    const after = edited(
      'report.form',
      editedForm((form) => {
        const family = form.components[1].components;
        family[0].label = 'No. KK';
        family[0].validate.required = false;
        family[1].values[0].label = 'Anak suami istri';
        family[1].properties['label:en'] = 'Certificate';
      }),
    );
    expect(brief(await diffBundles(birth, after))).toEqual([
      {
        ...{ kind: 'field', id: 'birth_report_familyCardNumber', change: 'changed' },
        details: [
          ['label', 'Nomor KK', 'No. KK'],
          ['validate.required', 'true', 'false'],
        ],
      },
      {
        ...{ kind: 'field', id: 'birth_report_certificateModel', change: 'changed' },
        details: [
          ['values[AYAH_IBU].label', 'Anak ayah dan ibu (perkawinan tercatat)', 'Anak suami istri'],
          ['properties.label:en', 'Kind of certificate', 'Certificate'],
        ],
      },
    ]);
  });

  it('tells what came, went, moved and was laid out anew', async () => {
    const swapped = edited(
      'report.form',
      editedForm((form) => form.components[1].components.reverse()),
    );
    expect(brief(await diffBundles(birth, swapped))).toEqual([
      {
        kind: 'field',
        id: expect.any(String),
        change: 'moved',
        details: [['order', expect.any(String), expect.any(String)]],
      },
    ]);
    const narrower = edited(
      'report.form',
      editedForm((form) => (form.components[1].components[0].layout.columns = 4)),
    );
    expect(brief(await diffBundles(birth, narrower))).toEqual([
      {
        kind: 'field',
        id: 'birth_report_familyCardNumber',
        change: 'moved',
        details: [['layout.columns', '8', '4']],
      },
    ]);
    const fewer = edited(
      'report.form',
      editedForm((form) => form.components[1].components.shift()),
    );
    expect((await diffBundles(birth, fewer)).map(({ id, change }) => [id, change])).toEqual([
      ['birth_report_familyCardNumber', 'removed'],
    ]);
    expect((await diffBundles(fewer, birth)).map(({ id, change }) => [id, change])).toEqual([
      ['birth_report_familyCardNumber', 'added'],
    ]);
  });
});
