/**
 * The model drives the work: a changed copy of `birth.bpmn` is deployed on the running stack and the behaviour follows, with no
 * code changed. The last deployment puts the drawn model back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { as } from '../src/support/api.js';
import { decide, pathOf, submitExample, untilStatus, untilTask } from '../src/support/case-pilot.js';
import { deployBirth } from '../src/support/deploy-model.js';
import { repositoryRoot } from '../src/support/stack.js';

const original = readFileSync(join(repositoryRoot, 'processes', 'birth', 'birth.bpmn'), 'utf8');

/** Replaces exactly one place; a model that was drawn anew must change this test, not pass it by. */
function edit(xml: string, ...changes: [string | RegExp, string][]): string {
  return changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change at ${String(from)}`);
    return changed;
  }, xml);
}

/** Every deployment of a test run must be new content, also on a stack that is used again. */
const stamp = `<!-- ${Date.now()} -->`;
const stamped = (xml: string, note: string) =>
  xml.replace('<bpmn:collaboration', `<!-- ${note} -->${stamp}<bpmn:collaboration`);

const approve = (reportId: string, step = 'review') =>
  decide({ reportId, step, user: 'supervisor.coblong', outcome: 'approve' });

describe('a changed model', () => {
  afterAll(async () => deployBirth(stamped(original, 'as drawn')));

  it('without notify, notifies nobody and completes all the same', async () => {
    const removed = edit(
      original,
      [/\s*<bpmn:flowNodeRef>notify<\/bpmn:flowNodeRef>/, ''],
      [/\s*<bpmn:serviceTask id="notify"[\s\S]*?<\/bpmn:serviceTask>/, ''],
      [/(<bpmn:sequenceFlow id="issue_to_notify"[^>]*targetRef=")notify"/, '$1completed"'],
      [/\s*<bpmn:sequenceFlow id="notify_to_completed"[^>]*\/>/, ''],
      [
        /<bpmn:incoming>notify_to_completed<\/bpmn:incoming>/,
        '<bpmn:incoming>issue_to_notify</bpmn:incoming>',
      ],
      [/\s*<bpmndi:BPMNShape id="notify_di"[\s\S]*?<\/bpmndi:BPMNShape>/, ''],
      [/\s*<bpmndi:BPMNEdge id="notify_to_completed_di"[\s\S]*?<\/bpmndi:BPMNEdge>/, ''],
    );
    await deployBirth(stamped(removed, 'no notify'));
    const report = await submitExample('birth');
    await approve(report.id);
    await untilStatus(report.id, 'completed');
    const path = await pathOf(report.id);
    expect(path).toContain('issue');
    expect(path).not.toContain('notify');
    const { body } = await (await as('operator.dago')).get('/api/v1/messages').expect(200);
    expect((body.items as { reportId: string }[]).filter((item) => item.reportId === report.id)).toEqual([]);
  });

  it('with one more decision, waits for it', async () => {
    const second = `<bpmn:userTask id="second_look" name="Periksa sekali lagi" camunda:formRef="birth-review" camunda:formRefBinding="deployment" camunda:candidateGroups="\${verifierGroup}">
      <bpmn:extensionElements><camunda:properties>
        <camunda:property name="outcomes" value="approve" />
        <camunda:property name="label:approve" value="Setujui|Approve" />
      </camunda:properties></bpmn:extensionElements>
      <bpmn:incoming>issue_to_notify</bpmn:incoming><bpmn:outgoing>second_look_to_notify</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="second_look_late" name="Terlalu lama" attachedToRef="second_look">
      <bpmn:outgoing>second_look_late_to_notify</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">\${returnUntil}</bpmn:timeDate></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="second_look_late_to_notify" sourceRef="second_look_late" targetRef="notify" />
    <bpmn:sequenceFlow id="second_look_to_notify" sourceRef="second_look" targetRef="notify" />
    <bpmn:serviceTask id="notify"`;
    const added = edit(
      original,
      ['<bpmn:serviceTask id="notify"', second],
      [/(<bpmn:sequenceFlow id="issue_to_notify"[^>]*targetRef=")notify"/, '$1second_look"'],
      [
        /(id="notify"[\s\S]*?)<bpmn:incoming>issue_to_notify</,
        '$1<bpmn:incoming>second_look_late_to_notify</bpmn:incoming><bpmn:incoming>second_look_to_notify<',
      ],
      [
        '<bpmn:flowNodeRef>issue</bpmn:flowNodeRef>',
        '<bpmn:flowNodeRef>issue</bpmn:flowNodeRef><bpmn:flowNodeRef>second_look</bpmn:flowNodeRef><bpmn:flowNodeRef>second_look_late</bpmn:flowNodeRef>',
      ],
      [
        '<bpmndi:BPMNShape id="notify_di"',
        `<bpmndi:BPMNShape id="second_look_di" bpmnElement="second_look"><dc:Bounds x="0" y="0" width="100" height="80" /></bpmndi:BPMNShape>
        <bpmndi:BPMNShape id="second_look_late_di" bpmnElement="second_look_late"><dc:Bounds x="82" y="62" width="36" height="36" /></bpmndi:BPMNShape>
        <bpmndi:BPMNEdge id="second_look_late_to_notify_di" bpmnElement="second_look_late_to_notify"><di:waypoint x="100" y="98" /><di:waypoint x="200" y="98" /></bpmndi:BPMNEdge>
        <bpmndi:BPMNEdge id="second_look_to_notify_di" bpmnElement="second_look_to_notify"><di:waypoint x="100" y="40" /><di:waypoint x="200" y="40" /></bpmndi:BPMNEdge>
        <bpmndi:BPMNShape id="notify_di"`,
      ],
    );
    await deployBirth(stamped(added, 'second look'));
    const report = await submitExample('birth');
    await approve(report.id);
    await untilTask(report.id, 'second_look', 'verif.bandung');
    expect(await pathOf(report.id)).not.toContain('notify');
    await decide({ reportId: report.id, step: 'second_look', user: 'verif.bandung', outcome: 'approve' });
    await untilStatus(report.id, 'completed');
    expect(await pathOf(report.id)).toContain('notify');
  });

  it('with two steps changed about, does them in the new order', async () => {
    await deployBirth(stamped(swap(original, 'issue', 'notify'), 'swapped'));
    const report = await submitExample('birth');
    await approve(report.id);
    await untilStatus(report.id, 'completed');
    const path = await pathOf(report.id);
    expect(path.indexOf('notify')).toBeGreaterThan(0);
    expect(path.indexOf('notify')).toBeLessThan(path.indexOf('issue'));
  });
});

/** Two tasks change places: each takes over the other's flows. */
function swap(xml: string, a: string, b: string): string {
  const flowsOf = (id: string) => {
    const task = new RegExp(`<bpmn:serviceTask id="${id}"[\\s\\S]*?</bpmn:serviceTask>`).exec(xml)![0];
    return (task.match(/<bpmn:(incoming|outgoing)>[\s\S]*<\/bpmn:(incoming|outgoing)>/) ?? [''])[0];
  };
  const [flowsOfA, flowsOfB] = [flowsOf(a), flowsOf(b)];
  return edit(xml, [flowsOfA, '@flows-of-b@'], [flowsOfB, flowsOfA], ['@flows-of-b@', flowsOfB]).replace(
    /(sourceRef|targetRef)="([\w]+)"/g,
    (whole, end: string, id: string) => (id === a ? `${end}="${b}"` : id === b ? `${end}="${a}"` : whole),
  );
}
