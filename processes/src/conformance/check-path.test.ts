import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { processesFolder } from '../folders.js';
import { checkPath, type RecordedInstance, type RecordedStep } from './check-path.js';
import { readStepRules, type StepRules } from './step-rules.js';

let birth: StepRules;
let sync: StepRules;
beforeAll(async () => {
  const read = (...path: string[]) => readFileSync(join(processesFolder, ...path), 'utf8');
  birth = await readStepRules(read('birth', 'birth.bpmn'), 'birth');
  sync = await readStepRules(read('shared', 'siak-sync.bpmn'), 'siak-sync');
});

interface Told {
  /** Seconds. */
  in?: number;
  /** Seconds; null while it stands. */
  out?: number | null;
  cancelled?: boolean;
  parent?: string;
  type?: string;
  id?: string;
}

/** Steps one after the other, one second each, unless told otherwise. Their ids are their elements with their place. */
function steps(rules: StepRules, ...told: (string | [string, Told])[]): RecordedStep[] {
  return told.map((one, place) => {
    const [element, how]: [string, Told] = typeof one === 'string' ? [one, {}] : one;
    return {
      ...{ stepId: how.id ?? `${element}:${place}`, element },
      elementType: how.type ?? rules.get(element)?.type ?? 'task',
      parentStepId: how.parent ?? null,
      enteredAt: 1000 * (how.in ?? place),
      leftAt: how.out === null ? null : 1000 * (how.out ?? place + 1),
      cancelled: how.cancelled ?? false,
    };
  });
}

const check = (
  rules: StepRules,
  told: (string | [string, Told])[],
  ended: RecordedInstance['ended'] = null,
) => checkPath(rules, { steps: steps(rules, ...told), ended });

const found = (...parameters: Parameters<typeof check>) =>
  check(...parameters).map(({ kind, element }) => `${kind} ${element}`);

const inside = (parent: string, how: Told = {}): Told => ({ parent, ...how });
const verify = (place: number): [string, Told][] => [
  ['verify', { id: 'body', type: 'multiInstanceBody', in: place, out: place + 2 }],
  ['verify', inside('body', { in: place, out: place + 1 })],
  ['verify', inside('body', { in: place + 1, out: place + 2 })],
];
/** Up to the open review of a clean birth. */
const UNTIL_REVIEW: (string | [string, Told])[] = [
  ...['reported', 'validate', 'report_valid', 'check_wanted'],
  ...verify(4),
  ...['assess', 'facts_valid'],
];
const review = (how: Told, ...others: [string, Told][]): [string, Told][] => [
  ['review_in_time', { id: 'room', in: 9, ...how }],
  ['opened', inside('room', { in: 9, out: 9 })],
  ['watch', inside('room', { in: 9, out: 9 })],
  ...others,
];
const decided = review(
  { out: 20 },
  ['review', inside('room', { in: 9, out: 20 })],
  ['remind_due', inside('room', { in: 9, out: 20, cancelled: true })],
  ['decision_made', inside('room', { in: 20, out: 20 })],
);
const after = (from: number, ...elements: string[]): [string, Told][] =>
  elements.map((element, place) => [element, { in: from + place, out: from + place + 1 }]);
const registered: [string, Told][] = [
  ...after(20, 'review_decided', 'special_wanted'),
  ['registration', { id: 'reg', in: 22, out: 25 }],
  ['registration_opened', inside('reg', { in: 22, out: 22 })],
  ['register', inside('reg', { in: 22, out: 25 })],
  ['registration_done', inside('reg', { in: 25, out: 25 })],
];
const FINISHED = [
  ...UNTIL_REVIEW,
  ...decided,
  ...registered,
  ...after(25, 'sync', 'sign_wanted', 'issue', 'notify', 'completed'),
];

describe('checkPath', () => {
  it('lets a clean birth pass, finished and at every moment before', () => {
    expect(check(birth, FINISHED, 'completed')).toEqual([]);
    const all = steps(birth, ...FINISHED);
    for (let moment = 500; moment < 31_000; moment += 1_000) {
      const begun = all.filter(({ enteredAt }) => enteredAt! <= moment);
      const standing = begun.map((step) => ({ ...step, leftAt: step.leftAt! > moment ? null : step.leftAt }));
      expect(checkPath(birth, { steps: standing, ended: null })).toEqual([]);
    }
  });

  it('finds a step that was left out', () => {
    const without = FINISHED.filter((told) => told !== 'assess' && told !== 'facts_valid');
    expect(check(birth, without, 'completed')).toEqual([
      { kind: 'no-way-here', element: 'review_in_time', expected: ['facts_valid', 'reassign'] },
      { kind: 'nothing-followed', element: 'verify', expected: ['assess'] },
    ]);
  });

  it('finds a registration that nobody decided on', () => {
    const undecided = FINISHED.filter((told) => !decided.includes(told as [string, Told]));
    expect(found(birth, undecided, 'completed')).toEqual([
      'no-way-here review_decided',
      'nothing-followed facts_valid',
    ]);
  });

  it('finds a step that came before the one that leads to it had ended', () => {
    expect(found(birth, ['reported', ['validate', { out: 9 }], ['report_valid', { in: 3 }]])).toEqual([
      'no-way-here report_valid',
    ]);
  });

  it('finds both ways of an exclusive decision', () => {
    expect(found(birth, ['reported', 'validate', 'report_valid', 'fix', 'check_wanted'])).toEqual([
      'no-way-here check_wanted',
    ]);
  });

  it('finds an element that the model does not have', () => {
    expect(found(birth, ['reported', 'bribe', 'validate'])).toEqual(['unknown-element bribe']);
  });

  it('finds a second beginning and a beginning in the middle', () => {
    expect(found(birth, ['reported', 'reported'])).toEqual(['began-twice reported']);
    expect(found(birth, ['issue', 'notify'])).toEqual(['no-way-here issue']);
  });

  it('finds an end that is none: no end event, a step left open, a way that stopped', () => {
    expect(found(birth, ['reported', 'validate', 'report_valid'], 'completed')).toEqual([
      'nothing-followed report_valid',
      'no-end null',
    ]);
    expect(found(birth, ['reported', ['validate', { out: null }]], 'completed')).toEqual([
      'left-open validate',
      'no-end null',
    ]);
  });

  it('wants no end of a case that was ended from outside', () => {
    const steps: (string | [string, Told])[] = ['reported', ['validate', { cancelled: true }]];
    expect(check(birth, steps, 'cancelled')).toEqual([]);
    expect(found(birth, steps, 'completed')).toEqual(['no-end null']);
  });

  it('follows a loop as often as it is taken', () => {
    const again = ['fix', 'fix_decided', 'validate', 'report_valid'];
    expect(
      check(birth, ['reported', 'validate', 'report_valid', ...again, ...again, 'check_wanted']),
    ).toEqual([]);
    expect(found(birth, ['reported', 'validate', 'report_valid', 'fix', 'validate'])).toEqual([
      'no-way-here validate',
    ]);
  });

  describe('at the edge of an activity', () => {
    const fix: (string | [string, Told])[] = ['reported', 'validate', 'report_valid'];

    it('takes an interrupting timer, which ends the task', () => {
      const expired: (string | [string, Told])[] = [
        ...fix,
        ['fix', { in: 3, out: 9, cancelled: true }],
        ['return_limit', { in: 9, out: 9 }],
        ['expired', { in: 9, out: 9 }],
      ];
      expect(check(birth, expired, 'completed')).toEqual([]);
    });

    it('finds a timer at a task that had ended, or was never there', () => {
      const late: (string | [string, Told])[] = [...fix, 'fix', 'fix_decided', ['return_limit', { in: 9 }]];
      expect(found(birth, late)).toEqual(['host-not-active return_limit']);
      expect(found(birth, ['reported', 'validate', 'report_valid', 'return_limit'])).toEqual([
        'host-not-active return_limit',
      ]);
    });

    it('lets a task go on beside a timer that does not interrupt it', () => {
      const open: [string, Told][] = [
        ['follow_up', { in: 5, out: 20 }],
        ['follow_up_late', { in: 9, out: 9 }],
        ['follow_up_remind', { in: 9, out: 10 }],
        ['follow_up_reminded', { in: 10, out: 10 }],
        ['follow_up_decided', { in: 20, out: 20 }],
        ['accepted', { in: 20, out: 20 }],
      ];
      const before = ['sync_started', 'submit', 'await_ack', 'resend_due', 'resend_limit'];
      expect(check(sync, [...before, ...open], 'completed')).toEqual([]);
      const tooLate = open.map(([element, how]): [string, Told] =>
        element === 'follow_up_late' ? [element, { in: 21, out: 21 }] : [element, how],
      );
      expect(found(sync, [...before, ...tooLate])).toContain('host-not-active follow_up_late');
    });

    it('takes an error out of a sub-process, with what it leaves behind', () => {
      const overdue = [
        ...UNTIL_REVIEW,
        ...review(
          { out: 30, cancelled: true },
          ['review', inside('room', { in: 9, out: 30, cancelled: true })],
          ['remind_due', inside('room', { in: 9, out: 12 })],
          ['remind', inside('room', { in: 12, out: 13 })],
          ['escalate_due', inside('room', { in: 13, out: 20 })],
          ['escalate', inside('room', { in: 20, out: 21 })],
          ['reassign_due', inside('room', { in: 21, out: 30 })],
          ['overdue', inside('room', { in: 30, out: 30 })],
        ),
        ...after(30, 'review_overdue', 'reassign', 'review_in_time'),
      ];
      expect(check(birth, overdue)).toEqual([]);
    });
  });

  it('follows the first of several events, which the engine tells as a cancelled gateway', () => {
    const answered: (string | [string, Told])[] = [
      ...['sync_started', 'submit'],
      ['await_ack', { in: 2, out: 6, cancelled: true }],
      ...after(6, 'ack_received', 'answered', 'acknowledged', 'synchronised'),
    ];
    expect(check(sync, answered, 'completed')).toEqual([]);
    expect(found(sync, [...answered.slice(0, 4), ['resend_due', { in: 7 }]])).toEqual([
      'no-way-here resend_due',
    ]);
    expect(check(sync, answered.slice(0, 3), 'cancelled')).toEqual([]);
  });

  it('finds a step outside of its sub-process', () => {
    expect(found(birth, [...UNTIL_REVIEW, ['review', { in: 9 }]])).toEqual(['outside-its-scope review']);
  });

  it('finds a repetition without its body, and a body that came too early', () => {
    expect(found(birth, ['reported', ...verify(1)])).toEqual(['no-way-here verify']);
  });

  it('lets the reporter cancel at any time, and nothing go on afterwards', () => {
    const cancelled: (string | [string, Told])[] = [
      'reported',
      ['validate', { out: 2, cancelled: true }],
      ['cancellation', { id: 'stop', in: 2, out: 3 }],
      ['cancel_requested', inside('stop', { in: 2, out: 2 })],
      ['cancelled', inside('stop', { in: 2, out: 3 })],
    ];
    expect(check(birth, cancelled, 'completed')).toEqual([]);
    expect(found(birth, [...cancelled, ['report_valid', { in: 5 }]])).toEqual(['no-way-here report_valid']);
  });

  describe('when SIAK refuses', () => {
    const refused: (string | [string, Told])[] = [
      ...UNTIL_REVIEW,
      ...decided,
      ...registered,
      ['sync', { in: 25, out: 26, cancelled: true }],
      ['siak_refused', { in: 26, out: 26 }],
      ['undo_registration', { in: 26, out: 28 }],
    ];
    const rest = after(28, 'person_wanted', 'fix');

    it('takes the registration back', () => {
      expect(check(birth, [...refused, ['reverse', { in: 26, out: 28 }], ...rest])).toEqual([]);
    });

    it('finds what was taken back for no reason, or was never done', () => {
      const noReason: (string | [string, Told])[] = [
        ...UNTIL_REVIEW,
        ...decided,
        ...registered,
        ['reverse', { in: 26 }],
      ];
      expect(found(birth, noReason)).toEqual(['undone-without-reason reverse']);
      const notDone = [
        ...refused.filter(([name]) => name !== 'register'),
        ['reverse', { in: 26 }],
      ] as typeof refused;
      expect(found(birth, notDone)).toContain('undone-without-reason reverse');
    });
  });
});

describe('checkPath, of models that are not ours', () => {
  const model = (content: string) =>
    readStepRules(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true">${content}</process></definitions>`,
      'p',
    );
  const flows = (...pairs: string[]) =>
    pairs
      .map((pair) => pair.split('>'))
      .map(([from, to]) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`)
      .join('');

  it('waits at a parallel join for every branch', async () => {
    const rules = await model(
      `<startEvent id="s"/><parallelGateway id="fork"/><task id="a"/><task id="b"/><parallelGateway id="join"/><endEvent id="e"/>
       ${flows('s>fork', 'fork>a', 'fork>b', 'a>join', 'b>join', 'join>e')}`,
    );
    const path: (string | [string, Told])[] = [
      ...['s', 'fork'],
      ['a', { in: 2, out: 3 }],
      ['b', { in: 2, out: 5 }],
      ['join', { in: 3, out: 5 }],
      ['join', { in: 5, out: 5 }],
      ['e', { in: 5, out: 5 }],
    ];
    expect(check(rules, path, 'completed')).toEqual([]);
    const half = path.filter(([element]) => element !== 'b').filter((_, place) => place !== 4);
    expect(found(rules, half, 'completed')).toEqual(['no-way-here e', 'nothing-followed fork']);
  });

  it('takes one or more ways of an inclusive decision, but one at least', async () => {
    const rules = await model(
      `<startEvent id="s"/><inclusiveGateway id="any"/><task id="a"/><task id="b"/><endEvent id="e"/>
       ${flows('s>any', 'any>a', 'any>b', 'a>e', 'b>e')}`,
    );
    expect(check(rules, ['s', 'any', 'b', 'e'], 'completed')).toEqual([]);
    expect(check(rules, ['s', 'any', 'a', 'b', 'e', 'e'], 'completed')).toEqual([]);
    expect(found(rules, ['s', 'any'], 'completed')).toEqual(['nothing-followed any', 'no-end null']);
  });

  it('is refused a document without the process', async () => {
    await expect(
      readStepRules('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'p'),
    ).rejects.toThrow('no process p');
  });
});
