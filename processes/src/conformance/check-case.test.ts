import { describe, expect, it } from 'vitest';
import { checkCase, wayOf, type CaseRecord } from './check-case.js';
import type { RecordedStep } from './check-path.js';
import { readStepRules } from './step-rules.js';

const step = (stepId: string, known: Partial<RecordedStep> = {}): RecordedStep => ({
  ...{ stepId, element: stepId, elementType: 'task', parentStepId: null },
  ...{ enteredAt: 1, leftAt: 1, cancelled: false, ...known },
});

describe('checkCase', () => {
  const document = (id: string, content: string) =>
    readStepRules(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="${id}">${content}</process></definitions>`,
      id,
    );
  const caller = document(
    'caller',
    `<startEvent id="s"/><callActivity id="call"/><endEvent id="e"/>
     <sequenceFlow id="f" sourceRef="s" targetRef="call"/><sequenceFlow id="g" sourceRef="call" targetRef="e"/>`,
  );
  const called = document(
    'called',
    `<startEvent id="s"/><task id="t"/><endEvent id="e"/>
     <sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="g" sourceRef="t" targetRef="e"/>`,
  );
  const inside = (instanceId: string, elements: string[], definitionId = `${instanceId}:1`) =>
    elements.map((element) => ({
      ...step(`${instanceId} ${element}`, { element }),
      instanceId,
      definitionId,
    }));
  const record = (...steps: CaseRecord['steps'][number][][]): CaseRecord => ({
    instances: [
      { instanceId: 'caller', definitionId: 'caller:1', ended: 'completed' },
      { instanceId: 'called', definitionId: 'called:1', ended: 'completed' },
    ],
    steps: steps.flat(),
  });
  const rules = async () =>
    new Map([
      ['caller:1', await caller],
      ['called:1', await called],
    ]);

  it('judges every instance by its own model', async () => {
    const root = inside('caller', ['s', 'call', 'e']);
    expect(checkCase(record(root, inside('called', ['s', 't', 'e'])), await rules())).toEqual({
      kind: 'conforms',
    });
    expect(checkCase(record(root, inside('called', ['s', 'e'])), await rules())).toEqual({
      kind: 'deviates',
      deviations: [
        { kind: 'no-way-here', element: 'e', expected: ['t'], definitionId: 'called:1' },
        { kind: 'nothing-followed', element: 's', expected: ['t'], definitionId: 'called:1' },
      ],
    });
  });

  it('does not judge what changed its version, or what nobody knows any more', async () => {
    const migrated = [...inside('caller', ['s'], 'caller:0'), ...inside('caller', ['call', 'e'])];
    expect(checkCase(record(migrated), await rules())).toEqual({ kind: 'not-judged', why: 'migrated' });
    const unknown = new Map([
      ['caller:1', await caller],
      ['called:1', null],
    ]);
    expect(checkCase(record(inside('caller', ['s', 'call', 'e'])), unknown)).toEqual({
      ...{ kind: 'not-judged', why: 'model-unknown' },
    });
  });
});

describe('wayOf', () => {
  it('tells what was done and what happened, repetitions once', () => {
    const steps = [
      step('reported', { elementType: 'startEvent' }),
      step('gate', { elementType: 'exclusiveGateway' }),
      step('body', { element: 'verify', elementType: 'multiInstanceBody' }),
      step('first', { element: 'verify', elementType: 'serviceTask', parentStepId: 'body' }),
      step('second', { element: 'verify', elementType: 'serviceTask', parentStepId: 'body' }),
      step('room', { elementType: 'subProcess' }),
      step('review', { elementType: 'userTask', parentStepId: 'room', cancelled: true }),
      step('remind_due', { elementType: 'intermediateTimer', parentStepId: 'room', cancelled: true }),
      step('escalate_due', { elementType: 'intermediateTimer', parentStepId: 'room', leftAt: null }),
      step('decided', { elementType: 'noneEndEvent', parentStepId: 'room' }),
      step('overdue', { elementType: 'boundaryError' }),
      step('cancel_requested', { elementType: 'messageStartEvent', parentStepId: 'stop' }),
      step('fix', { elementType: 'userTask', leftAt: null }),
      step('completed', { elementType: 'noneEndEvent' }),
    ];
    expect(wayOf(steps)).toEqual(['verify', 'review', 'overdue', 'cancel_requested', 'fix', 'completed']);
  });
});
