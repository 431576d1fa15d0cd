import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '@lampid/domain/rules/facts';
import { keptFacts, OTHER_TEXT, wordsOf } from '@lampid/domain/rules/kept-facts';
import { child, couple, TODAY } from '@lampid/domain/testing/families';
import birth from '../../birth/event.js';
import { readBundle, type BundleResource } from '../bundle.js';
import { processesFolder } from '../folders.js';
import { factsInput, registryForExample } from '../testing/judge-event.js';
import { prepareCandidate, type Candidate } from './candidate.js';
import type { RecordedCase } from './recorded-case.js';
import { tryCase } from './try-case.js';

let resources: BundleResource[];
let deployed: Candidate;
let facts: Facts;

beforeAll(async () => {
  const bundle = await readBundle({
    ...{ name: 'birth', folder: join(processesFolder, 'birth') },
    sharedFolders: [join(processesFolder, 'shared')],
  });
  resources = bundle.resources;
  deployed = await prepareCandidate(resources, 'birth');
  const { registry, input } = registryForExample(couple({ ...child('Agus', '2019-05-05'), birthOrder: 1 }));
  const data = birth.example(input);
  const known = birth.facts(factsInput({ eventTables: null as never, data: data as never, registry }));
  facts = keptFacts(deployed.tables.sources, { ...known, ageDays: 20, lawDate: TODAY });
});

/** The bundle with one file changed in exactly one place. */
async function changed(file: string, from: string | RegExp, to: string): Promise<Candidate> {
  const files = resources.map(({ name, content }) => {
    if (name !== file) return { name, content };
    const other = content.replace(from, to);
    if (other === content) throw new Error(`nothing to change in ${file} at ${String(from)}`);
    return { name, content: other };
  });
  return prepareCandidate(files, 'birth');
}

const DECISIONS = ['common', 'identity', 'documents', 'dukcapil', 'names', 'birth'];

/** What the deployed tables found then. */
const judgedThen = (
  given: Facts = {},
): RecordedCase['evaluations'] extends ReadonlyMap<string, infer E> ? E : never => {
  const seen = { ...facts, ...given };
  return {
    facts: seen,
    words: wordsOf(deployed.tables.sources),
    found: deployed.tables.applying(DECISIONS, seen),
  };
};

interface Recorded {
  steps: (string | [element: string, outcome: string])[];
  /** By number of the judging step, 1-based. */
  judged?: Facts[];
  /** Elements where the token still is. */
  open?: string[];
}

function recorded({ steps, judged = [], open = [] }: Recorded): RecordedCase {
  let judging = 0;
  const evaluations = new Map<string, ReturnType<typeof judgedThen>>();
  return {
    steps: steps.map((step, index) => {
      const [element, outcome] = typeof step === 'string' ? [step, null] : step;
      const stepId = `${index}:${element}`;
      if (element === 'validate' || element === 'assess')
        evaluations.set(stepId, judgedThen(judged[Math.min(judging++, judged.length - 1)] ?? {}));
      return { stepId, element, outcome, left: !open.includes(element) };
    }),
    evaluations,
  };
}

const JUDGED = [
  'reported',
  'validate',
  'report_valid',
  'check_wanted',
  'verify',
  'verify',
  'verify',
  'assess',
];
const REVIEWED: Recorded['steps'] = [
  ...['facts_valid', 'review_in_time', 'opened', 'watch', 'review', 'remind_due', 'decision_made'],
  'review_decided',
];
const review = (outcome: string) =>
  REVIEWED.map((step): Recorded['steps'][number] => (step === 'review' ? [step, outcome] : step));
const REGISTERED = [
  ...['special_wanted', 'registration', 'registration_opened', 'register', 'registration_done', 'sync'],
  ...['sign_wanted', 'issue', 'notify', 'completed'],
];
const SPECIAL: Recorded['steps'] = [
  ...['special_wanted', 'special_in_time', 'special_opened', 'special_watch', 'special_remind_due'],
  ...[['special', 'approve'] as [string, string], 'special_decision_made', 'special_decided'],
];
const clean: Recorded = { steps: [...JUDGED, ...review('approve'), ...REGISTERED], open: ['remind_due'] };

describe('the deployed version', () => {
  it('goes the way that was taken', () => {
    expect(tryCase(deployed, recorded(clean))).toEqual({ kind: 'same' });
  });

  it('also of a case that was returned, resubmitted, late and decided twice', () => {
    const back: Recorded['steps'] = [['fix', 'resubmit'], 'fix_decided'];
    const steps: Recorded['steps'] = [
      ...['reported', 'validate', 'report_valid', ...back],
      ...[...JUDGED.slice(1), ...review('return'), ...back],
      ...[...JUDGED.slice(1), ...review('approve'), ...SPECIAL, ...REGISTERED.slice(1)],
    ];
    const late = { ageDays: 90 };
    const verdict = tryCase(
      deployed,
      recorded({
        steps,
        judged: [{ ...late, kkFound: false }, late],
        open: ['remind_due', 'special_remind_due'],
      }),
    );
    expect(verdict).toEqual({ kind: 'same' });
  });

  it('also of timers, cancellations, compensations and cases that are still under way', () => {
    const overdue: Recorded['steps'] = [
      ...JUDGED,
      ...[
        'facts_valid',
        'review_in_time',
        'opened',
        'watch',
        'review',
        'remind_due',
        'remind',
        'escalate_due',
      ],
      ...['escalate', 'reassign_due', 'overdue', 'review_overdue', 'reassign'],
      ...REVIEWED.slice(1, 5),
    ];
    expect(tryCase(deployed, recorded({ steps: overdue, open: ['review'] }))).toEqual({ kind: 'same' });
    const refused = [
      ...REGISTERED.slice(0, 6),
      'siak_refused',
      'undo_registration',
      'reverse',
      'person_wanted',
      'fix',
    ];
    const steps = [...JUDGED, ...review('approve'), ...refused];
    expect(tryCase(deployed, recorded({ steps, open: ['fix', 'remind_due'] }))).toEqual({ kind: 'same' });
    const cancelled = [...JUDGED, ...REVIEWED.slice(0, 6), 'cancellation', 'cancel_requested', 'cancelled'];
    expect(tryCase(deployed, recorded({ steps: cancelled, open: ['review', 'remind_due'] }))).toEqual({
      kind: 'same',
    });
    expect(tryCase(deployed, recorded({ steps: [...JUDGED.slice(0, 4), ...JUDGED.slice(7)] }))).toEqual({
      kind: 'same',
    });
  });
});

describe('a changed table', () => {
  it('sends a case to a second decision, from the gateway that asks for it', async () => {
    const stricter = await changed('rules.dmn', /(<rule id="birth_L01">[\s\S]*?)&gt; 60/, '$1&gt; 14');
    expect(tryCase(stricter, recorded(clean))).toEqual({
      kind: 'way',
      element: 'special_wanted',
      taken: 'registration',
      predicted: {
        path: ['special_in_time', 'special_opened', 'special_watch', 'special'],
        ...{ stop: 'special', why: 'person', status: 'awaiting_decision' },
      },
      changes: [{ code: 'L01', severity: 'L', change: 'added' }],
    });
  });

  it('spares a case the second decision', async () => {
    const milder = await changed('rules.dmn', /(<rule id="birth_L01">[\s\S]*?)&gt; 60/, '$1&gt; 365');
    const verdict = tryCase(
      milder,
      recorded({
        steps: [...JUDGED, ...review('approve'), ...SPECIAL, ...REGISTERED.slice(1)],
        judged: [{ ageDays: 90 }],
        open: ['remind_due', 'special_remind_due'],
      }),
    );
    expect(verdict).toMatchObject({
      ...{ kind: 'way', element: 'special_wanted', taken: 'special_in_time' },
      predicted: { stop: 'sign_wanted', why: 'condition' },
      changes: [{ code: 'L01', severity: 'L', change: 'gone' }],
    });
  });

  it('returns what was taken in, and takes in what was returned as far as it was judged', async () => {
    const strict = await changed('rules.dmn', /(<rule id="birth_L01">[\s\S]*?)"L"<\/text>/, '$1"E"</text>');
    const late = { ...clean, judged: [{ ageDays: 90 }] };
    expect(tryCase(strict, recorded(late))).toMatchObject({
      ...{ kind: 'way', element: 'report_valid', taken: 'check_wanted' },
      predicted: { stop: 'fix', why: 'person', status: 'returned' },
      changes: [
        { code: 'L01', severity: 'E', change: 'added' },
        { code: 'L01', severity: 'L', change: 'gone' },
      ],
    });
    const mild = await changed(
      'common.dmn',
      /(<rule id="common_U08[^"]*">[\s\S]*?)"E"<\/text>/,
      '$1"W"</text>',
    );
    const returned: Recorded = {
      steps: ['reported', 'validate', 'report_valid', 'fix'],
      ...{ judged: [{ kkFound: false }], open: ['fix'] },
    };
    expect(tryCase(mild, recorded(returned))).toMatchObject({
      ...{ kind: 'way', element: 'report_valid', taken: 'fix' },
      predicted: { path: ['check_wanted'], why: 'condition' },
    });
  });

  it('may find something else on the same way', async () => {
    const candidate = await changed(
      'rules.dmn',
      /(<rule id="birth_L15_2">[\s\S]*?)\[300\.\.1500\)/,
      '$1[300..7000)',
    );
    expect(tryCase(candidate, recorded(clean))).toEqual({
      ...{ kind: 'findings', element: 'validate' },
      changes: [{ code: 'L15', severity: 'W', change: 'added' }],
    });
  });

  it('judges nothing that is not known', async () => {
    const case_ = recorded(clean);
    expect(tryCase(deployed, { ...case_, steps: [] })).toMatchObject({ why: { code: 'no-steps' } });
    expect(tryCase(deployed, { ...case_, evaluations: new Map() })).toMatchObject({
      why: { code: 'no-facts' },
    });
    const other = await changed('rules.dmn', '<text>weightGrams</text>', '<text>heightCm</text>');
    expect(tryCase(other, case_)).toMatchObject({ why: { code: 'unknown-fact', fact: 'heightCm' } });
    const words = await changed('rules.dmn', '"TANPA_ORANG_TUA"', '"ASAL_USUL"');
    expect(tryCase(words, case_)).toEqual({ kind: 'same' });
    const hidden = recorded({ ...clean, judged: [{ certificateModel: OTHER_TEXT }] });
    expect(tryCase(words, hidden)).toMatchObject({
      why: { code: 'text-not-kept', fact: 'certificateModel' },
    });
  });
});

describe('a changed model', () => {
  it('waits for a person whom it asks anew', async () => {
    const candidate = await changed('birth.bpmn', '${needsSpecialDecision}', "${verdict != 'error'}");
    expect(tryCase(candidate, recorded(clean))).toMatchObject({
      ...{ kind: 'way', element: 'special_wanted', taken: 'registration', changes: [] },
      predicted: { stop: 'special', why: 'person' },
    });
  });

  it('has no step that the case went through', async () => {
    const candidate = await changed(
      'birth.bpmn',
      /(<bpmn:sequenceFlow id="issue_to_notify"[^>]*targetRef=")notify"/,
      '$1completed"',
    );
    expect(tryCase(candidate, recorded(clean))).toMatchObject({
      ...{ kind: 'way', element: 'issue', taken: 'notify' },
      predicted: { path: ['completed'], why: 'end', status: 'completed' },
    });
  });
});
