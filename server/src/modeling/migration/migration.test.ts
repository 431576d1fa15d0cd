/** Mapping, its checks and the judging of a case, on the drawn birth model and changed copies of it. */
import type { ElementMapping } from '@lampid/db/modeling/case-migrations';
import { parseCaseModel, type CaseElement } from '@lampid/processes/case-model';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkMapping } from './check-mapping.js';
import { judgeCase } from './judge-case.js';
import { placesOf } from './places.js';
import { undoMappingOf } from './ready-plan.js';
import { suggestMapping } from './suggest-mapping.js';

type Elements = ReadonlyMap<string, CaseElement>;

const file = new URL('../../../../processes/birth/birth.bpmn', import.meta.url);
let drawn: string;
let birth: Elements;
beforeAll(async () => {
  drawn = await readFile(file, 'utf8');
  birth = await elementsOf(drawn);
});

async function elementsOf(xml: string): Promise<Elements> {
  return (await parseCaseModel(xml)).processes[0]!.elements;
}

/** Every mention of an id, as a modeler renames it. */
const renamed = (xml: string, from: string, to: string) =>
  xml.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to);
/** Every version has the forms of the drawn one. */
const version = (elements: Elements) => ({
  elements,
  forms: new Map(
    [...birth.values()].flatMap(({ formId }) => (formId === null ? [] : [[formId, { id: formId }] as const])),
  ),
});
const pair = (source: Elements, target: Elements) =>
  ({ source: { elements: source }, target: { elements: target } }) as unknown as Parameters<
    typeof undoMappingOf
  >[0];

describe('places', () => {
  it('are where a case stands or what it waits for, not gateways, ends or errors', () => {
    const ids = placesOf(birth).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'fix',
        'return_limit',
        'verify',
        'review_in_time',
        'remind_due',
        'cancel_requested',
        'register_undo',
        'sync',
      ]),
    );
    for (const passing of ['report_valid', 'completed', 'registration_conflict', 'reported', 'opened'])
      expect(ids).not.toContain(passing);
  });
});

describe('a suggested mapping', () => {
  it('keeps what has its id, and is without fault between two equal versions', () => {
    const { mapping, how } = suggestMapping(birth, birth);
    expect(Object.entries(mapping).every(([from, to]) => from === to)).toBe(true);
    expect(new Set(Object.values(how))).toEqual(new Set(['same']));
    expect(checkMapping(version(birth), version(birth), mapping)).toEqual([]);
  });

  it('finds a step again by what it does and is called, with what hangs on it', async () => {
    const target = await elementsOf(
      renamed(renamed(drawn, 'kelurahan_check', 'office_check'), 'check_limit', 'office_limit'),
    );
    const { mapping, how } = suggestMapping(birth, target);
    expect(mapping).toMatchObject({ kelurahan_check: 'office_check', check_limit: 'office_limit' });
    expect(how).toMatchObject({ kelurahan_check: 'alike', check_limit: 'alike', review: 'same' });
  });

  it('leaves open what is gone', async () => {
    const target = await elementsOf(
      drawn.replace(/<bpmn:boundaryEvent id="sign_late"[\s\S]*?<\/bpmn:boundaryEvent>/, ''),
    );
    const { mapping, how } = suggestMapping(birth, target);
    expect(mapping).toMatchObject({ sign_late: null, sign: 'sign' });
    expect(how).toMatchObject({ sign_late: 'none' });
  });
});

describe('the check of a mapping', () => {
  const remarks = async (xml: string, change: ElementMapping = {}) => {
    const target = await elementsOf(xml);
    return checkMapping(version(birth), version(target), {
      ...suggestMapping(birth, target).mapping,
      ...change,
    });
  };

  it('refuses another kind, another topic and elements that are not there', async () => {
    const found = await remarks(drawn, {
      review: 'notify',
      issue: 'notify',
      sync: 'nowhere',
      nothing: 'review',
    });
    expect(found.filter(({ kind }) => kind === 'fault').map(({ element, code }) => [element, code])).toEqual(
      expect.arrayContaining([
        ['review', 'OTHER_KIND'],
        ['issue', 'OTHER_TOPIC'],
        ['sync', 'UNKNOWN_TARGET'],
        ['nothing', 'UNKNOWN_ELEMENT'],
      ]),
    );
  });

  it('refuses an event that does not go with what it hangs on', async () => {
    const found = await remarks(drawn, { fix: null });
    expect(found).toContainEqual(
      expect.objectContaining({ element: 'return_limit', kind: 'fault', code: 'DETACHED' }),
    );
    expect(await remarks(drawn, { fix: null, return_limit: null })).toEqual([
      expect.objectContaining({ element: 'return_limit', kind: 'notice', code: 'EVENT_LOST' }),
    ]);
  });

  it('refuses a task whose form is not there, and tells of one that changed', async () => {
    const missing = await remarks(drawn.replace('formRef="special"', 'formRef="other-form"'));
    expect(missing).toContainEqual(
      expect.objectContaining({ element: 'special', code: 'NO_FORM', kind: 'fault' }),
    );
    const other = await remarks(drawn.replace('formRef="special"', 'formRef="birth-review"'));
    expect(other).toContainEqual(
      expect.objectContaining({ element: 'special', code: 'OTHER_FORM', kind: 'notice' }),
    );
  });

  it('tells what officers will see: names, buttons, queues, deadlines', async () => {
    const found = await remarks(
      drawn
        .replace('name="Periksa dan putuskan"', 'name="Putuskan"')
        .replace('name="outcomes" value="confirm,return"', 'name="outcomes" value="confirm"')
        .replace('candidateGroups="${supervisorGroup}"', 'candidateGroups="${verifierGroup}"'),
      { return_limit: null },
    );
    const codes = found.map(({ element, code }) => `${element} ${code}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        'review OTHER_NAME',
        'kelurahan_check OTHER_OUTCOMES',
        'review SAME_QUEUE',
        'return_limit EVENT_LOST',
        'fix NEW_TIMER',
      ]),
    );
    expect(found.every(({ kind }) => kind === 'notice')).toBe(true);
  });
});

describe('the way back', () => {
  it('leads to where each came from, and nowhere from what is new', async () => {
    const target = await elementsOf(renamed(drawn, 'kelurahan_check', 'office_check'));
    const { mapping } = suggestMapping(birth, target);
    const back = undoMappingOf(pair(birth, target), mapping);
    expect(back).toMatchObject({ office_check: 'kelurahan_check', review: 'review' });
    expect(undoMappingOf(pair(target, birth), { ...back, office_check: null })).toMatchObject({
      kelurahan_check: null,
    });
  });
});

describe('a running case', () => {
  const at = (...elements: string[]) =>
    elements.map((element) => ({ stepId: `${element}:1`, element, deciding: false }));
  const judged = (open: ReturnType<typeof at>, done: string[] = [], change: ElementMapping = {}) =>
    judgeCase(
      { open, done },
      { source: birth, target: birth, mapping: { ...suggestMapping(birth, birth).mapping, ...change } },
    );

  it('moves with all that it waits for', () => {
    expect(judged(at('review_in_time', 'review', 'remind_due'))).toEqual({
      verdict: 'move',
      steps: ['review_in_time', 'review', 'remind_due'].map((id) => ({
        stepId: `${id}:1`,
        from: id,
        to: id,
      })),
    });
  });

  it('is refused where one of its steps leads nowhere', () => {
    expect(judged(at('review_in_time', 'review', 'remind_due'), [], { remind_due: null })).toMatchObject({
      verdict: 'refuse',
      reason: { code: 'NO_TARGET', message: { en: expect.stringContaining('Waktu pengingat') as string } },
    });
  });

  it('waits while a decision is under way, between two steps, and while it is being taken back', () => {
    const deciding = at('review_in_time', 'review').map((step) => ({
      ...step,
      deciding: step.element === 'review',
    }));
    expect(judged(deciding)).toMatchObject({ verdict: 'later', reason: { code: 'DECIDING' } });
    expect(judged(at('report_valid'))).toMatchObject({ verdict: 'later', reason: { code: 'BETWEEN_STEPS' } });
    expect(judged([])).toMatchObject({ verdict: 'later', reason: { code: 'BETWEEN_STEPS' } });
    expect(judged(at('undo_registration', 'reverse'))).toMatchObject({
      verdict: 'later',
      reason: { code: 'UNDOING' },
    });
  });

  it('that was registered moves only where its registration can still be taken back', () => {
    expect(judged(at('sync'), ['register'])).toMatchObject({ verdict: 'move' });
    expect(judged(at('sync'), ['register'], { register_undo: null })).toMatchObject({
      verdict: 'refuse',
      reason: { code: 'UNDO_LOST' },
    });
    expect(judged(at('sync'), [], { register_undo: null })).toMatchObject({ verdict: 'move' });
  });
});
