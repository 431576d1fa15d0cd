import type { LoggedCase, LoggedStep } from '@lampid/db/reporting/queries-event-log';
import { expect, it } from 'vitest';
import { traceOfCase, type StepModel } from './trace-of-case.js';
import { xesTrace } from './xes.js';

const found: LoggedCase = {
  ...{ id: 'r1', type: 'birth', ticket: 'LMP-L-1', areaCode: '32.73.02.1004', status: 'completed' },
  ...{ submittedAt: new Date('2026-11-02T01:00:00Z'), revision: 1 },
};
const at = (second: number) => new Date(Date.UTC(2026, 10, 2, 1, 0, second));
const step = (element: string, elementType: string, more: Partial<LoggedStep>): LoggedStep => ({
  ...{ reportId: 'r1', stepId: `${element}:1`, definitionId: 'birth:1', element, elementType },
  ...{ parentStepId: null, enteredAt: at(0), leftAt: at(1), cancelled: false },
  ...{ resource: null, outcome: null, runs: 0, assignments: [], ...more },
});
const models = new Map<string, StepModel>([
  [
    'birth:1',
    {
      ...{ processKey: 'birth', version: 3 },
      elements: new Map([['review', { name: 'Periksa & putuskan', role: 'supervisor' }]]),
    },
  ],
  ['siak:1', { processKey: 'siak-sync', version: 1, elements: new Map() }],
]);
const told = (steps: LoggedStep[]) =>
  traceOfCase(found, steps, models).events.map((event) => {
    const value = (key: string) => event.find((attribute) => attribute.key === key)?.value;
    return [value('lampid:element'), value('lifecycle:transition'), value('org:resource')].join(' ');
  });

it("tells a person's task from its beginning over who took it and was handed it to its decision", () => {
  const assignments = [
    { at: at(2).toISOString(), action: 'task.claimed', actor: 'supervisor.coblong', to: null },
    {
      at: at(3).toISOString(),
      action: 'task.handed',
      actor: 'supervisor.coblong',
      to: 'supervisor2.coblong',
    },
  ];
  const review = step('review', 'userTask', {
    ...{ leftAt: at(9), resource: 'supervisor2.coblong', outcome: 'approve', assignments },
  });
  expect(told([review])).toEqual([
    'review start ',
    'review assign supervisor.coblong',
    'review reassign supervisor2.coblong',
    'review complete supervisor2.coblong',
  ]);
  const text = xesTrace(traceOfCase(found, [review], models));
  expect(text).toContain('<string key="concept:name" value="Periksa &amp; putuskan"/>');
  expect(text).toContain('<string key="org:role" value="supervisor"/>');
  expect(text).toContain('<int key="lampid:version" value="3"/>');
  expect(text.match(/lampid:outcome/g)).toHaveLength(1);
});

it('tells a worker from the beginning, and a step that a deadline took away as aborted', () => {
  const worker = { resource: 'worker:register-event', outcome: 'complete', runs: 2 };
  expect(told([step('register', 'serviceTask', worker)])).toEqual([
    'register start worker:register-event',
    'register complete worker:register-event',
  ]);
  expect(told([step('review', 'userTask', { cancelled: true })])).toEqual([
    'review start ',
    'review ate_abort ',
  ]);
  expect(told([step('review', 'userTask', { leftAt: null })])).toEqual(['review start ']);
});

it('tells what happened, not what only waited, and no gateways or frames', () => {
  expect(
    told([
      step('started', 'startEvent', {}),
      step('late', 'boundaryTimer', { leftAt: at(4) }),
      step('never', 'boundaryTimer', { cancelled: true }),
      step('waits', 'intermediateTimer', { leftAt: null }),
      step('choice', 'exclusiveGateway', {}),
      step('sync', 'callActivity', {}),
      step('inner_end', 'noneEndEvent', { definitionId: 'siak:1' }),
      step('part_end', 'noneEndEvent', { parentStepId: 'part' }),
      step('completed', 'noneEndEvent', { leftAt: at(9) }),
    ]),
  ).toEqual(['started complete ', 'late complete ', 'completed complete ']);
});

it('is in the order of time; at the same millisecond as the feed told it', () => {
  const steps = [
    step('validate', 'serviceTask', { enteredAt: at(1), leftAt: at(2) }),
    step('verify', 'serviceTask', { enteredAt: at(2), leftAt: at(3) }),
  ];
  expect(told(steps)).toEqual([
    ...['validate start ', 'validate complete ', 'verify start ', 'verify complete '],
  ]);
});
