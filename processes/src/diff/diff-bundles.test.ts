/** On the product's own models: one change of each kind is found as what it is, and a file that was only written anew is no change. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, type BundleResource } from '../bundle.js';
import { processesFolder } from '../folders.js';
import { saveAgain } from '../testing/save-again.js';
import { diffBundles, type BundleChange } from './diff-bundles.js';

const bundleOf = async (event: string) =>
  (
    await readBundle({
      name: event,
      folder: join(processesFolder, event),
      sharedFolders: [join(processesFolder, 'shared')],
    })
  ).resources;

let birth: BundleResource[];
beforeAll(async () => {
  birth = await bundleOf('birth');
});

/** The birth bundle with one file replaced by what `edit` makes of it; it must make something else. */
function edited(file: string, edit: (content: string) => string): BundleResource[] {
  expect(birth.map(({ name }) => name)).toContain(file);
  return birth.map((resource) => {
    if (resource.name !== file) return resource;
    const content = edit(resource.content);
    expect(content, file).not.toBe(resource.content);
    return { name: file, content };
  });
}
const swap = (from: string | RegExp, to: string) => (content: string) => content.replace(from, to);
const editedForm = (edit: (form: any) => void) => (content: string) => {
  const form = JSON.parse(content);
  edit(form);
  return JSON.stringify(form, null, 2);
};
const brief = (changes: BundleChange[]) =>
  changes.map(({ kind, id, change, details }) => ({
    ...{ kind, id, change },
    details: details.map(({ path, before, after }) => [path, before, after]),
  }));

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

describe('a change of a model', () => {
  const cases: [what: string, from: string | RegExp, to: string, expected: object[]][] = [
    [
      'a topic',
      'camunda:topic="verify-nik"',
      'camunda:topic="issue-documents"',
      [
        {
          kind: 'element',
          id: 'verify',
          change: 'changed',
          details: [['camunda:topic', 'verify-nik', 'issue-documents']],
        },
      ],
    ],
    [
      'a name',
      'id="validate" name="Periksa laporan"',
      'id="validate" name="Nilai laporan"',
      [
        {
          kind: 'element',
          id: 'validate',
          change: 'changed',
          details: [['name', 'Periksa laporan', 'Nilai laporan']],
        },
      ],
    ],
    [
      'an extension property',
      'value="common,identity,documents,dukcapil,names,birth" />\n        </camunda:properties>\n      </bpmn:extensionElements>\n      <bpmn:incoming>reported_to_validate',
      'value="common" />\n        </camunda:properties>\n      </bpmn:extensionElements>\n      <bpmn:incoming>reported_to_validate',
      [
        {
          ...{ kind: 'element', id: 'validate', change: 'changed' },
          details: [
            ['camunda:properties[decisions]', 'common,identity,documents,dukcapil,names,birth', 'common'],
          ],
        },
      ],
    ],
    [
      'a condition',
      "review_outcome == 'reject'",
      "review_outcome == 'refuse'",
      [
        {
          ...{ kind: 'element', id: 'review_decided_to_rejected', change: 'changed' },
          details: [
            ['conditionExpression', "${review_outcome == 'reject'}", "${review_outcome == 'refuse'}"],
          ],
        },
      ],
    ],
    [
      'a timer',
      '<bpmn:timeDate xsi:type="bpmn:tFormalExpression">${returnUntil}</bpmn:timeDate>',
      '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P14D</bpmn:timeDuration>',
      [
        {
          ...{ kind: 'element', id: 'return_limit', change: 'changed' },
          details: [
            ['timerEventDefinition.timeDate', '${returnUntil}', null],
            ['timerEventDefinition.timeDuration', null, 'P14D'],
          ],
        },
      ],
    ],
    [
      'documentation',
      '<bpmn:userTask id="fix" name="Perbaiki laporan" camunda:formRef="birth-report" camunda:formRefBinding="deployment" camunda:candidateGroups="${operatorGroup}" camunda:dueDate="${returnUntil}">',
      '<bpmn:userTask id="fix" name="Perbaiki laporan" camunda:formRef="birth-report" camunda:formRefBinding="deployment" camunda:candidateGroups="${operatorGroup}" camunda:dueDate="${returnUntil}"><bpmn:documentation>Baca temuannya.</bpmn:documentation>',
      [
        {
          kind: 'element',
          id: 'fix',
          change: 'changed',
          details: [['documentation', null, 'Baca temuannya.']],
        },
      ],
    ],
    [
      'candidate groups and a form',
      'camunda:formRef="special"',
      'camunda:formRef="sign"',
      [
        {
          kind: 'element',
          id: 'special',
          change: 'changed',
          details: [['camunda:formRef', 'special', 'sign']],
        },
      ],
    ],
    [
      'a called process',
      'calledElement="siak-sync"',
      'calledElement="siak-sync-2"',
      [
        {
          kind: 'element',
          id: 'sync',
          change: 'changed',
          details: [['calledElement', 'siak-sync', 'siak-sync-2']],
        },
      ],
    ],
    [
      'an error code',
      'errorCode="CANCELLED"',
      'errorCode="WITHDRAWN"',
      [
        {
          kind: 'element',
          id: 'Error_CANCELLED',
          change: 'changed',
          details: [['errorCode', 'CANCELLED', 'WITHDRAWN']],
        },
      ],
    ],
    [
      'input and output parameters',
      '<bpmn:extensionElements>\n        <camunda:properties>\n          <camunda:property name="name:en" value="Check the report" />',
      '<bpmn:extensionElements>\n<camunda:inputOutput><camunda:inputParameter name="area">32</camunda:inputParameter></camunda:inputOutput>        <camunda:properties>\n          <camunda:property name="name:en" value="Check the report" />',
      [
        {
          ...{ kind: 'element', id: 'validate', change: 'changed' },
          details: [['camunda:inputOutput.camunda:inputParameter[area]', null, '32']],
        },
      ],
    ],
    [
      'the same in another lane',
      /<bpmn:flowNodeRef>check_limit<\/bpmn:flowNodeRef>\s*([\s\S]*?<bpmn:lane id="lane_supervisor"[\s\S]*?<\/bpmn:extensionElements>)/,
      '$1<bpmn:flowNodeRef>check_limit</bpmn:flowNodeRef>',
      [
        {
          ...{ kind: 'element', id: 'check_limit', change: 'changed' },
          details: [['lane', 'Operator kelurahan (lane_operator)', 'Supervisor kecamatan (lane_supervisor)']],
        },
      ],
    ],
    [
      'a reference to nothing',
      'attachedToRef="fix"',
      'attachedToRef="nobody"',
      [
        {
          ...{ kind: 'element', id: 'return_limit', change: 'changed' },
          details: [['attachedToRef', 'Perbaiki laporan (fix)', 'nobody ?']],
        },
      ],
    ],
    [
      'only the drawing',
      /(bpmnElement="validate"[^>]*>\s*<dc:Bounds x=")\d+/,
      '$17',
      [
        {
          kind: 'element',
          id: 'validate',
          change: 'moved',
          details: [['bounds', expect.any(String), expect.stringMatching(/^7,/)]],
        },
      ],
    ],
  ];

  it.each(cases)('is told: %s', async (_, from, to, expected) => {
    expect(brief(await diffBundles(birth, edited('birth.bpmn', swap(from, to))))).toEqual(expected);
  });

  it('is told in both languages', async () => {
    const [change] = await diffBundles(
      birth,
      edited('birth.bpmn', swap('topic="verify-nik"', 'topic="notify"')),
    );
    expect(change).toMatchObject({
      file: 'birth.bpmn',
      name: 'Verifikasi NIK ke Dukcapil',
      type: 'serviceTask',
    });
    expect(change!.details[0]!.label).toEqual({ id: 'Topik pekerja', en: "Worker's topic" });
  });

  it('tells a step that came with its flow, and one that went', async () => {
    const step =
      '<bpmn:endEvent id="extra" name="Selesai"><bpmn:terminateEventDefinition id="t1" /></bpmn:endEvent><bpmn:sequenceFlow id="to_extra" sourceRef="validate" targetRef="extra" />';
    const after = edited(
      'birth.bpmn',
      swap('<bpmn:startEvent id="reported"', `${step}<bpmn:startEvent id="reported"`),
    );
    const added = await diffBundles(birth, after);
    expect(added.map(({ id, name, change }) => [id, name, change])).toEqual([
      ['extra', 'Selesai', 'added'],
      ['to_extra', 'Periksa laporan → Selesai', 'added'],
    ]);
    expect(added[0]!.details.map(({ path }) => path)).toContain('terminateEventDefinition');
    const removed = await diffBundles(after, birth);
    expect(removed.map(({ id, change }) => [id, change])).toEqual([
      ['extra', 'removed'],
      ['to_extra', 'removed'],
    ]);
  });
});

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
