/** The repository's bundles are without fault, and each rule refuses a model that breaks it. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { arrivalSchema } from '../../arrival/schema.js';
import { birthSchema } from '../../birth/schema.js';
import { correctionSchema } from '../../correction/schema.js';
import { deathSchema } from '../../death/schema.js';
import { moveSchema } from '../../move/schema.js';
import { notificationSchema } from '../../notification/schema.js';
import { revocationSchema } from '../../revocation/schema.js';
import { readBundle, type BundleResource } from '../bundle.js';
import { processesFolder } from '../folders.js';
import { allRules } from './all-rules.js';
import { lintBundle, type LintProblem } from './lint-bundle.js';

const schemas: Record<string, z.ZodType> = {
  ...{ arrival: arrivalSchema, birth: birthSchema, correction: correctionSchema, death: deathSchema },
  ...{ move: moveSchema, notification: notificationSchema, revocation: revocationSchema },
};
const lint = (bundle: BundleResource[]) =>
  lintBundle(bundle, (processKey) => {
    const schema = schemas[processKey];
    return schema && { schema };
  });

const bundleOf = async (event: string) =>
  (
    await readBundle({
      name: event,
      folder: join(processesFolder, event),
      sharedFolders: [join(processesFolder, 'shared')],
    })
  ).resources;

describe.each([...Object.keys(schemas), 'monthly-closing', 'practice'])('the bundle of %s', (event) => {
  it('has no fault, not even in its drawing', async () => {
    expect(await lint(await bundleOf(event))).toEqual([]);
  });
});

describe('a bundle with a fault', () => {
  let birth: BundleResource[];
  beforeAll(async () => {
    birth = await bundleOf('birth');
  });

  /** The birth bundle with one text replaced; the text must be there. */
  function edited(file: string, from: string | RegExp, to: string): BundleResource[] {
    return birth.map((resource) => {
      if (resource.name !== file) return resource;
      const content = resource.content.replace(from, to);
      expect(content, `${String(from)} in ${file}`).not.toBe(resource.content);
      return { name: file, content };
    });
  }
  const rules = (problems: LintProblem[], severity = 'error') =>
    new Set(problems.filter((problem) => problem.severity === severity).map((problem) => problem.rule));

  const faults: [rule: string, what: string, file: string, from: string | RegExp, to: string][] = [
    [
      'topic-served',
      'a topic nobody serves',
      'birth.bpmn',
      'topic="register-event"',
      'topic="register-evnt"',
    ],
    [
      'topic-served',
      'a service task without a topic',
      'birth.bpmn',
      ' camunda:type="external" camunda:topic="issue-documents"',
      '',
    ],
    [
      'property-given',
      'a message without its template',
      'birth.bpmn',
      '<camunda:property name="template" value="completed" />',
      '<camunda:property name="template" value=" " />',
    ],
    [
      'property-given',
      'a message to nobody',
      'birth.bpmn',
      /<camunda:property name="audience" value="[^"]+" \/>/,
      '',
    ],
    [
      'error-declared',
      'a code that its task never raises',
      'birth.bpmn',
      'errorCode="CANCELLED"',
      'errorCode="CANCELED"',
    ],
    [
      'error-declared',
      'an error that nobody catches',
      'siak-sync.bpmn',
      /errorRef="Error_DUKCAPIL_DOWN"/,
      'errorRef="Error_SIAK_NACK"',
    ],
    ['form-known', 'an unknown form', 'birth.bpmn', 'camunda:formRef="special"', 'camunda:formRef="specail"'],
    [
      'form-known',
      'a form that is not of this deployment',
      'birth.bpmn',
      /formRef="sign" camunda:formRefBinding="deployment"/,
      'formRef="sign" camunda:formRefBinding="latest"',
    ],
    ['outcome-leaves', 'an outcome with no flow', 'birth.bpmn', ' default="review_decided_to_fix"', ''],
    [
      'outcome-leaves',
      'a gateway that asks for an unknown outcome',
      'birth.bpmn',
      "review_outcome == 'reject'",
      "review_outcome == 'refuse'",
    ],
    [
      'outcome-leaves',
      'a button without a text',
      'birth.bpmn',
      'name="label:approve" value="Setujui|Approve"',
      'name="label:approve" value="Setujui"',
    ],
    [
      'outcome-leaves',
      'a task without outcomes',
      'birth.bpmn',
      '<camunda:property name="outcomes" value="resubmit,cancel" />',
      '',
    ],
    ['decision-known', 'an unknown table', 'birth.bpmn', 'names,birth"', 'names,brith"'],
    ['decision-known', 'no table at all', 'birth.bpmn', /<camunda:property name="decisions"[^>]*>/, ''],
    [
      'property-known',
      'an unknown status',
      'birth.bpmn',
      'name="status" value="registering"',
      'name="status" value="registring"',
    ],
    [
      'property-known',
      'an unknown property',
      'birth.bpmn',
      'name="template" value="completed"',
      'name="templat" value="completed"',
    ],
    [
      'property-known',
      'an unknown role',
      'birth.bpmn',
      'name="role" value="supervisor"',
      'name="role" value="boss"',
    ],
    [
      'property-known',
      'a message that nobody has written',
      'birth.bpmn',
      'name="template" value="completed"',
      'name="template" value="finished"',
    ],
    [
      'property-known',
      'a message to somebody unknown',
      'birth.bpmn',
      'name="audience" value="operator,reporter"',
      'name="audience" value="operator,mayor"',
    ],
    [
      'field-known',
      'a field that no report has',
      'report.form',
      '"key": "familyCardNumber"',
      '"key": "textfield_1abc"',
    ],
    [
      'field-known',
      'a form that does not ask what every report must hold',
      'report.form',
      '"key": "certificateModel"',
      '"key": "extra.certificateModel"',
    ],
    [
      'field-known',
      'two fields of one id',
      'report.form',
      '"id": "birth_report_familyCardNumber"',
      '"id": "birth_report_text_0"',
    ],
    ['field-known', 'a choice that no report takes', 'report.form', /"value": 2(?=\D)/, '"value": 9'],
    [
      'field-known',
      'a look-up into a field that is not there',
      'report.form',
      '"fills:name"',
      '"fills:surname"',
    ],
    [
      'reachable',
      'steps that only lead to each other',
      'birth.bpmn',
      '</bpmn:laneSet>',
      `</bpmn:laneSet>
       <bpmn:serviceTask id="one" name="Satu"><bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>a</bpmn:outgoing></bpmn:serviceTask>
       <bpmn:serviceTask id="two" name="Dua"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:serviceTask>
       <bpmn:sequenceFlow id="a" sourceRef="one" targetRef="two" /><bpmn:sequenceFlow id="b" sourceRef="two" targetRef="one" />`,
    ],
    ['default-flow', 'a gateway without a default flow', 'birth.bpmn', ' default="sign_wanted_to_issue"', ''],
    [
      'default-flow',
      'a flow without a label',
      'birth.bpmn',
      'id="sign_wanted_to_issue" name="Tidak"',
      'id="sign_wanted_to_issue"',
    ],
    [
      'history-kept',
      'a process without a time to live',
      'birth.bpmn',
      ' camunda:historyTimeToLive="P35D"',
      '',
    ],
    [
      'task-timed',
      'a task without a timer',
      'birth.bpmn',
      /(<bpmn:boundaryEvent id="sign_late"[\s\S]*?)<bpmn:timerEventDefinition>[\s\S]*?<\/bpmn:timerEventDefinition>/,
      '$1<bpmn:messageEventDefinition />',
    ],
    ['task-assigned', 'a task for nobody', 'birth.bpmn', ' camunda:candidateGroups="${headGroup}"', ''],
    [
      'called-known',
      'an unknown model',
      'birth.bpmn',
      'calledElement="siak-sync"',
      'calledElement="siak-snyc"',
    ],
    [
      'called-known',
      'a called model of another case',
      'birth.bpmn',
      '<camunda:in businessKey="${reportId}" />',
      '',
    ],
    [
      'called-known',
      'a called model that changes under a case',
      'birth.bpmn',
      'calledElementBinding="deployment"',
      'calledElementBinding="latest"',
    ],
    [
      'variable-set',
      'a condition on what nobody sets',
      'birth.bpmn',
      '>${needsSpecialDecision}<',
      '>${needsSpecialDecison}<',
    ],
    ['variable-set', 'a timer that nobody sets', 'siak-sync.bpmn', '>${resendAt}<', '>${resendUntil}<'],
    [
      'variable-set',
      'an outcome of a task that is not there',
      'birth.bpmn',
      "special_outcome == 'approve'",
      "head_outcome == 'approve'",
    ],
    [
      'variable-set',
      'an answer of SIAK where no model waits for it',
      'birth.bpmn',
      '>${hasErrors}<',
      ">${ackStatus == 'ACK'}<",
    ],
    [
      'variable-set',
      'a called model that is given what is not there',
      'birth.bpmn',
      '<camunda:in source="cityGroup"',
      '<camunda:in source="townGroup"',
    ],
    [
      'message-known',
      'a message that nobody sends',
      'birth.bpmn',
      'name="report-cancelled"',
      'name="report-canceled"',
    ],
    [
      'portable-expression',
      'a method call',
      'birth.bpmn',
      '>${hasErrors}<',
      '>${execution.setVariable("a", 1)}<',
    ],
    [
      'portable-expression',
      'an expression in a name',
      'birth.bpmn',
      'name="Periksa laporan"',
      'name="${runtimeService.x}"',
    ],
    [
      'portable-expression',
      'a deferred expression',
      'birth.bpmn',
      'camunda:dueDate="${returnUntil}"',
      'camunda:dueDate="#{dateTime()}"',
    ],
    [
      'portable-expression',
      'another language',
      'birth.bpmn',
      'xsi:type="bpmn:tFormalExpression">${hasErrors}',
      'xsi:type="bpmn:tFormalExpression" language="javascript">hasErrors',
    ],
    [
      'no-code',
      'a delegate',
      'birth.bpmn',
      'camunda:topic="notify"',
      'camunda:topic="notify" camunda:class="com.example.Evil"',
    ],
    [
      'no-code',
      "another vendor's delegate",
      'birth.bpmn',
      'camunda:topic="notify"',
      'camunda:topic="notify" xmlns:activiti="http://activiti.org/bpmn" activiti:class="com.example.Evil"',
    ],
    [
      'no-code',
      'a listener',
      'birth.bpmn',
      '<camunda:properties>',
      '<camunda:executionListener event="start" class="com.example.Evil" /><camunda:properties>',
    ],
    [
      'no-code',
      "another vendor's listener",
      'birth.bpmn',
      '<camunda:properties>',
      '<a:executionListener xmlns:a="http://activiti.org/bpmn" event="start" class="com.example.Evil" /><camunda:properties>',
    ],
    [
      'no-code',
      'a script task',
      'birth.bpmn',
      '</bpmn:laneSet>',
      '</bpmn:laneSet><bpmn:scriptTask id="evil" name="x" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>',
    ],
    [
      'no-code',
      'a connector',
      'birth.bpmn',
      '<camunda:properties>',
      '<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector><camunda:properties>',
    ],
    [
      'no-code',
      'a mapping by expression',
      'birth.bpmn',
      '<camunda:in source="cityGroup" target="cityGroup" />',
      '<camunda:in sourceExpression="${cityGroup}" target="cityGroup" />',
    ],
    [
      'no-code',
      'a task that asks an engine for a table',
      'birth.bpmn',
      '</bpmn:laneSet>',
      '</bpmn:laneSet><bpmn:businessRuleTask id="t" name="x" camunda:decisionRef="birth" />',
    ],
    [
      'implicit-end',
      'a step that leads nowhere',
      'birth.bpmn',
      'sourceRef="register_undo"',
      'sourceRef="registration_opened"',
    ],
    ['label-required', 'a task without a label', 'birth.bpmn', ' name="Terbitkan dokumen"', ''],
    [
      'no-bpmndi',
      'an element that is not drawn',
      'birth.bpmn',
      /<bpmndi:BPMNShape id="notify_di"[\s\S]*?<\/bpmndi:BPMNShape>/,
      '',
    ],
    [
      'one-process',
      'a model that cannot run',
      'siak-sync.bpmn',
      'isExecutable="true"',
      'isExecutable="false"',
    ],
    ['one-process', 'two models of one key', 'siak-sync.bpmn', /"siak-sync"/g, '"birth"'],
    ['readable', 'a flow that leads to nothing', 'birth.bpmn', 'targetRef="issue"', 'targetRef="isue"'],
    ['readable', 'broken XML', 'birth.bpmn', '</bpmn:process>', ''],
    ['readable', 'broken JSON', 'special.form', '{', ''],
    ['readable', 'a table that does not parse', 'rules.dmn', /<text>[^<]*<\/text>/, '<text>((</text>'],
    [
      'hostile-content',
      'an entity',
      'birth.bpmn',
      '<bpmn:definitions',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><bpmn:definitions',
    ],
    [
      'hostile-content',
      'a large file',
      'birth.bpmn',
      '</bpmn:definitions>',
      `<!--${'x'.repeat(1_000_000)}--></bpmn:definitions>`,
    ],
    ['hostile-content', 'a frame in a form', 'special.form', '"type": "text"', '"type": "iframe"'],
  ];

  it.each(faults)('%s refuses %s', async (rule, _what, file, from, to) => {
    const problems = await lint(edited(file, from, to));
    expect([...rules(problems)]).toContain(rule);
    for (const { message } of problems) expect(message.id && message.en).toBeTruthy();
  });

  it('is told of a name that a desk in English would show in Indonesian, and may be deployed with it', async () => {
    const english = '<camunda:property name="name:en" value="Issue the documents" />';
    const problems = await lint(edited('birth.bpmn', english, ''));
    expect(problems.map(({ rule, severity, element }) => [rule, severity, element])).toEqual([
      ['english-name', 'warning', 'issue'],
    ]);
  });

  it('is told which variables there are, and takes those that an event type gives by itself', async () => {
    const asking = edited('birth.bpmn', '>${needsSpecialDecision}<', '>${isTwin}<');
    const schema = birthSchema;
    const found = await lintBundle(asking, () => ({ schema }));
    expect(found.map(({ rule, element }) => [rule, element])).toEqual([
      ['variable-set', 'special_wanted_to_special_in_time'],
    ]);
    expect(found[0]!.message.en).toMatch(/"isTwin"; there are .*hasErrors, .*review_outcome/);
    expect(await lintBundle(asking, () => ({ schema, effectVariables: ['isTwin'] }))).toEqual([]);
  });

  it('has a test for each of our rules', () => {
    const tested = new Set([...faults.map(([rule]) => rule), 'english-name']);
    expect(allRules.map((rule) => rule.name).filter((name) => !tested.has(name))).toEqual([]);
  });

  it('is not refused for a field of a template that nobody filled in', async () => {
    const notify = '<camunda:property name="template" value="completed" />';
    const empty = edited('birth.bpmn', notify, `${notify}<camunda:property name="status" value="" />`);
    expect(await lint(empty)).toEqual([]);
  });

  it('is refused for a strange file', async () => {
    const problems = await lint([...birth, { name: '../evil.sh', content: '' }]);
    expect([...rules(problems)]).toEqual(['hostile-content']);
  });

  it('is warned about flows that cross, or run through a shape', async () => {
    const crossing = edited(
      'birth.bpmn',
      /(<bpmndi:BPMNEdge id="assess_to_facts_valid_di"[^>]*>)[\s\S]*?(<\/bpmndi:BPMNEdge>)/,
      '$1<di:waypoint x="790" y="100" /><di:waypoint x="790" y="500" />$2',
    );
    const problems = await lint(crossing);
    expect([...rules(problems, 'warning')]).toContain('no-flow-through-shape');
    const over = edited(
      'birth.bpmn',
      /(<bpmndi:BPMNEdge id="verify_to_assess_di"[^>]*>)[\s\S]*?(<\/bpmndi:BPMNEdge>)/,
      '$1<di:waypoint x="600" y="700" /><di:waypoint x="800" y="700" />$2',
    );
    expect([...rules(await lint(over), 'warning')]).toContain('no-crossing-flows');
  });
});
