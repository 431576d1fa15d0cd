/** On the product's own model of a birth: one change of each kind is found as what it is. */
import { describe, expect, it } from 'vitest';
import { birth, brief, edited, swap } from '../testing/edited-bundle.js';
import { diffBundles } from './diff-bundles.js';

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
