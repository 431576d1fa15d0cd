/** Tries the candidate of a what-if on its cases, a page at a time: what a page found and how far it is are written together. */
import { countCases, nextCases, recordedEvaluations, recordedSteps } from '@lampid/db/modeling/what-if-cases';
import {
  beginWhatIf,
  endWhatIf,
  keepVerdicts,
  type WhatIfRecord,
  type WhatIfTexts,
} from '@lampid/db/modeling/what-ifs';
import type { TableSource } from '@lampid/domain/rules/decision-table';
import { wordsOf } from '@lampid/domain/rules/kept-facts';
import { literalValue } from '@lampid/domain/rules/unary-tests';
import { prepareCandidate, type Candidate } from '@lampid/processes/what-if/candidate';
import type { RecordedCase, RecordedEvaluation, RecordedStep } from '@lampid/processes/what-if/recorded-case';
import { tryCase } from '@lampid/processes/what-if/try-case';
import type { Deps } from '../../deps.js';
import { overlay } from '../whole-bundle.js';
import type { KnownDefinition } from '../definitions.js';

export type WhatIfDeps = Pick<Deps, 'db' | 'definitions' | 'log'>;

/** Small enough that other requests do not wait long while a page is judged. */
const PAGE = 100;

export async function workOnWhatIf({ db, definitions }: WhatIfDeps, task: WhatIfRecord): Promise<void> {
  const base = await definitions.get(task.base);
  const candidate = await prepareCandidate(overlay(base.resources, task.resources), task.processKey);
  const choice = { type: task.processKey, from: task.from, until: task.until, under: task.areaCode };
  const total = task.total ?? (await countCases(db.manager, choice, task.maxCases));
  const texts = textsOf(candidate, base, (await base.tables()).sources);
  if (task.total === null) await beginWhatIf(db.manager, { id: task.id, total, texts });
  const words = wordsByDefinition(definitions);
  let done = task.same + task.otherWay + task.otherFindings + task.notJudged;
  let after = task.reached;
  while (done < total) {
    const reports = await nextCases(db.manager, choice, { after, limit: Math.min(PAGE, total - done) });
    if (reports.length === 0) break;
    const recorded = await recordedCases(
      { db, words },
      reports.map(({ id }) => id),
    );
    const verdicts = reports.map((report) => ({
      report,
      verdict: tryCase(candidate, recorded.get(report.id)!),
    }));
    // A run that was stopped meanwhile keeps nothing more.
    if (!(await db.transaction((tx) => keepVerdicts(tx, task.id, verdicts)))) return;
    done += reports.length;
    after = reports.at(-1)!;
  }
  await endWhatIf(db.manager, { id: task.id, state: 'done' });
}

type WordsOf = (definitionId: string) => Promise<ReadonlySet<string>>;

/** Words of the tables that judged then, read once per version. */
function wordsByDefinition(definitions: WhatIfDeps['definitions']): WordsOf {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  return (definitionId) => {
    let words = known.get(definitionId);
    if (!words) {
      words = definitions
        .get(definitionId)
        .then(async (definition) => wordsOf((await definition.tables()).sources));
      known.set(definitionId, words);
    }
    return words;
  };
}

async function recordedCases(
  { db, words }: Pick<WhatIfDeps, 'db'> & { words: WordsOf },
  ids: string[],
): Promise<Map<string, RecordedCase>> {
  const [steps, evaluations] = await Promise.all([
    recordedSteps(db.manager, ids),
    recordedEvaluations(db.manager, ids),
  ]);
  const cases = new Map(
    ids.map((id) => [
      id,
      { steps: [] as RecordedStep[], evaluations: new Map<string, RecordedEvaluation>() },
    ]),
  );
  for (const { reportId, ...step } of steps) cases.get(reportId)!.steps.push(step);
  for (const { reportId, stepId, definitionId, facts, found } of evaluations)
    cases.get(reportId)!.evaluations.set(stepId, { facts, found, words: await words(definitionId) });
  return cases;
}

/** Of the candidate, and of what the base alone has. */
function textsOf(
  candidate: Candidate,
  base: Pick<KnownDefinition, 'elements'>,
  before: readonly TableSource[],
): WhatIfTexts {
  const elements = [...base.elements.values(), ...candidate.elements.values()];
  return {
    elements: Object.fromEntries(
      elements.map(({ id, name, names, type }) => [id, name ? names : { id: type, en: type }]),
    ),
    rules: Object.fromEntries([...before, ...candidate.tables.sources].flatMap(ruleTexts)),
  };
}

function ruleTexts(table: TableSource): [string, WhatIfTexts['rules'][string]][] {
  return table.rules.map(({ outputs }) => {
    const output = (name: string) => {
      const cell = outputs[table.outputs.indexOf(name)] ?? '';
      return String(literalValue(cell) ?? cell);
    };
    const message = { id: shown(output('msgId')), en: shown(output('msgEn')) };
    return [output('code'), { message, legalBasis: output('legalBasis') || null }];
  });
}

/** What a case would fill in is not known here. */
const shown = (text: string) => text.replace(/\{[A-Za-z_]\w*\}/g, '…');
