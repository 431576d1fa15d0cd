import { describe, expect, it } from 'vitest';
import type { CaseFinding, HistoryItem } from '../../api/wire.js';
import type { Replay } from './api/replay.js';
import { momentsOf, standingAt } from './moments.js';

const at = (second: number) => new Date(Date.UTC(2026, 10, 27, 3, 0, second)).toISOString();
const ms = (second: number) => Date.parse(at(second));

const finding: CaseFinding = {
  ...{ code: 'U07', severity: 'E', field: 'child.name', message: { id: 'a', en: 'a' } },
  ...{ legalBasis: null, compared: [], step: 'validate', version: 1 },
  ...{ acknowledgedBy: null, acknowledgedAt: null, acknowledgedReason: null },
};

const called = (name: string) => ({ id: name, en: `${name} in English` });

function step(element: string, times: [number, number | null], more: Partial<HistoryItem> = {}): HistoryItem {
  const [start, end] = times;
  return {
    ...{
      stepId: `${element}:${start}`,
      element,
      names: called(element),
      kind: 'serviceTask',
      cancelled: false,
    },
    ...{ start: at(start), end: end === null ? null : at(end), actor: null, outcome: null, note: null },
    ...{
      findings: [],
      definitionId: 'birth:1',
      processKey: 'birth',
      parentStepId: null,
      lane: null,
      attempts: [],
      incidents: [],
    },
    ...more,
  };
}

/** Judged with a finding, corrected, judged again without, decided, and revoked after its end. */
const replay: Replay = {
  items: [
    step('validate', [1, 2]),
    step('fix', [2, 10], {
      kind: 'userTask',
      actor: 'operator.dago',
      outcome: 'resubmit',
      note: 'diperbaiki',
    }),
    step('validate', [10, 11], {
      attempts: [
        {
          ...{ topic: 'validate-report', result: 'failed', error: 'registry away' },
          ...{ startedAt: at(10), endedAt: at(10) },
        },
      ],
      incidents: [
        { id: 'i', kind: 'failed', message: 'registry away', openedAt: at(10), resolvedAt: at(11) },
      ],
    }),
    step('siak', [12, 12], { definitionId: 'siak-sync:1' }),
    step('answered', [11, 12], { kind: 'intermediateMessageCatch' }),
    step('done', [14, 14], { kind: 'noneEndEvent' }),
  ],
  definitions: [],
  moves: [],
  revisions: [
    { revision: 1, madeAt: at(0), madeBy: 'operator.dago', data: { name: 'A' } },
    { revision: 2, madeAt: at(9), madeBy: 'operator.dago', data: { name: 'B' } },
  ],
  acts: [
    {
      ...{ id: '1', at: at(0), actor: 'operator.dago', action: 'report.submitted', object: null },
      detail: {},
    },
    { id: '2', at: at(9), actor: 'operator.dago', action: 'task.completed', object: null, detail: {} },
  ],
  views: [],
  documents: [{ id: 'd', kind: 'birth-deed', number: 'x', issuedAt: at(13), voidedAt: at(20) }],
  judgings: [
    { at: at(2), step: called('Periksa'), version: 1, findings: [finding] },
    { at: at(11), step: called('Periksa'), version: 1, findings: [] },
  ],
  registrations: [
    { registeredAt: at(12), reversedAt: at(20), revokedBy: { reportId: 'r', ticket: 'LMP-B' } },
  ],
  ended: { at: at(14), status: 'completed' },
};

describe('the moments of a case', () => {
  it('come in the order of time, without what a step tells already', () => {
    expect(momentsOf(replay).map((moment) => [(moment.at - ms(0)) / 1000, moment.kind])).toEqual([
      [0, 'revised'],
      [0, 'act'],
      [1, 'entered'],
      [2, 'left'],
      [2, 'entered'],
      [2, 'judged'],
      [9, 'revised'],
      [10, 'left'],
      [10, 'entered'],
      [10, 'failed'],
      [10, 'incident'],
      [11, 'resolved'],
      [11, 'left'],
      [11, 'judged'],
      [12, 'entered'],
      [12, 'happened'],
      [13, 'issued'],
      [14, 'ended'],
      [20, 'revoked'],
    ]);
  });
});

describe('how a case stood', () => {
  it('knows nothing of later', () => {
    const { items, revision, documents } = standingAt(replay, ms(5));
    expect(items.map(({ element, end, outcome, note }) => [element, end, outcome, note])).toEqual([
      ['validate', at(2), null, null],
      ['fix', null, null, null],
    ]);
    expect(revision).toMatchObject({ revision: 1, data: { name: 'A' } });
    expect(documents).toEqual([]);
  });

  it('has the findings of the judging that ended last, also when that found none', () => {
    expect(standingAt(replay, ms(5)).findings).toEqual([finding]);
    expect(standingAt(replay, ms(10)).findings).toEqual([finding]);
    expect(standingAt(replay, ms(11)).findings).toEqual([]);
  });

  it('does not ask which step judged: a later one that judged nothing takes nothing back', () => {
    const warned: Replay = { ...replay, judgings: [{ ...replay.judgings[0]!, at: at(11) }] };
    expect(standingAt(warned, ms(12)).findings).toEqual([finding]);
  });

  it('knows nothing of who let a finding pass later', () => {
    const passed = { ...finding, acknowledgedBy: 'supervisor.coblong', acknowledgedAt: at(12) };
    const seen: Replay = { ...replay, judgings: [{ ...replay.judgings[0]!, findings: [passed] }] };
    expect(standingAt(seen, ms(11)).findings).toEqual([finding]);
    expect(standingAt(seen, ms(12)).findings).toEqual([passed]);
  });

  it('has documents that hold until the registration was revoked, and none that do after', () => {
    const voidedAt = (second: number) => standingAt(replay, ms(second)).documents.map((one) => one.voidedAt);
    expect(voidedAt(12)).toEqual([]);
    expect(voidedAt(19)).toEqual([null]);
    expect(voidedAt(20)).toEqual([at(20)]);
  });

  it('shows an incident open until it was resolved', () => {
    const open = (second: number) => standingAt(replay, ms(second)).items.at(2)!.incidents[0]!.resolvedAt;
    expect(open(10)).toBeNull();
    expect(open(11)).toBe(at(11));
  });

  it('follows the token into a called model', () => {
    expect(standingAt(replay, ms(11)).definitionId).toBe('birth:1');
    expect(standingAt({ ...replay, items: replay.items.slice(0, 4) }, ms(12)).definitionId).toBe(
      'siak-sync:1',
    );
  });

  it('stands on the version that it was in then, step by step', () => {
    const steps = (from: string, to: string) => [
      { stepId: 'fix:2', from, to, fromNames: called(`to ${from}`) },
    ];
    const moved: Replay = {
      ...replay,
      items: [step('repair', [2, 10], { stepId: 'fix:2', definitionId: 'birth:3' })],
      moves: [
        { at: at(4), by: 'a', sourceId: 'birth:1', targetId: 'birth:2', steps: steps('fix', 'mend') },
        { at: at(6), by: 'a', sourceId: 'birth:2', targetId: 'birth:3', steps: steps('mend', 'repair') },
      ],
    };
    const stood = (second: number) => {
      const { items, definitionId } = standingAt(moved, ms(second));
      return [items[0]!.element, definitionId];
    };
    expect(stood(3)).toEqual(['fix', 'birth:1']);
    expect(stood(4)).toEqual(['mend', 'birth:2']);
    expect(stood(6)).toEqual(['repair', 'birth:3']);
    const begun = momentsOf(moved).find(({ kind }) => kind === 'entered');
    expect(begun).toMatchObject({ step: { names: called('to fix') } });
  });
});
