/** Judges a bundle before it is deployed: by the repository's own tests, and by the server for models from the browser. */
import type { Text } from '@lampid/domain/rules/finding';
import { compileTables } from '@lampid/domain/rules/compile-tables';
import { tasksByTopic } from '../all-tasks.js';
import type { BundleResource } from '../bundle.js';
import { attribute, isA, many, parseBpmn, takenPrefix, type ModdleElement } from '../moddle.js';
import { bundleFacts } from './bundle-facts.js';
import { refuseForm, refuseUnread, tooMany } from './hostile-content.js';
import { lintLayout } from './layout.js';
import type { LintProblem } from './lint-problem.js';
import { lintReportForm } from './lint-report-form.js';
import { lintTables } from './lint-tables.js';
import { lintTwins } from './lint-twins.js';
import { lintModel } from './model-linter.js';
import type { TypeOf } from './type-of.js';

export type { LintProblem } from './lint-problem.js';

interface ReadModel {
  resource: string;
  definitions: ModdleElement;
}

/**
 * Faults of the bundle, errors first; with `before`, the version that it changes, also what was changed in one language only. Never
 * throws on bad content: hostile and unreadable files are problems too, and keep the rest from being judged.
 */
export async function lintBundle(
  resources: readonly BundleResource[],
  typeOf: TypeOf,
  before: readonly BundleResource[] = [],
): Promise<LintProblem[]> {
  const unread = refused(resources);
  if (unread.length > 0) return unread;
  const models: ReadModel[] = [];
  const problems: LintProblem[] = [];
  for (const resource of resources) {
    if (resource.name.endsWith('.bpmn')) problems.push(...(await readModel(resource, models)));
    else problems.push(...(await readOther(resource)));
  }
  if (problems.some((problem) => problem.severity === 'error')) return problems;
  problems.push(
    ...(await lintTwins(before, resources)),
    ...missingProcess(models),
    ...sharedIds(models),
    ...lintReportForms(resources, models, typeOf),
  );
  const facts = await bundleFacts({
    resources,
    models: models.map(({ definitions }) => definitions),
    contracts: await tasksByTopic(),
    typeOf,
  });
  for (const model of models)
    problems.push(
      ...(await lintModel({ ...model, facts })),
      ...lintLayout(model.resource, model.definitions),
    );
  return problems.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

function refused(resources: readonly BundleResource[]): LintProblem[] {
  const many = tooMany(resources);
  if (many) return [fault('', 'hostile-content', many)];
  return resources.flatMap((resource) => {
    const why = refuseUnread(resource);
    return why ? [fault(resource.name, 'hostile-content', why)] : [];
  });
}

async function readModel(resource: BundleResource, models: ReadModel[]): Promise<LintProblem[]> {
  try {
    const { definitions, warnings } = await parseBpmn(resource.content);
    models.push({ resource: resource.name, definitions });
    const taken = takenPrefix(definitions);
    return [
      ...warnings.map(({ message }) => fault(resource.name, 'readable', unreadable(message))),
      ...(taken ? [fault(resource.name, 'savable', notSavable(taken))] : []),
    ];
  } catch (error) {
    return [fault(resource.name, 'readable', unreadable((error as Error).message))];
  }
}

async function readOther(resource: BundleResource): Promise<LintProblem[]> {
  const { name, content } = resource;
  try {
    if (name.endsWith('.form')) {
      const why = refuseForm(content);
      return why ? [fault(name, 'hostile-content', why)] : [];
    }
    return await judgedTables(resource);
  } catch (error) {
    return [fault(name, 'readable', unreadable((error as Error).message))];
  }
}

/** A bundle's tables are most of its text and seldom what is being edited: those read lately are not read again. */
const MOST_JUDGED = 20;
const judged = new Map<string, LintProblem[]>();

async function judgedTables(resource: BundleResource): Promise<LintProblem[]> {
  const key = `${resource.name}\n${resource.content}`;
  const known = judged.get(key);
  if (known) return known;
  await compileTables([resource.content]);
  const problems = await lintTables(resource);
  if (judged.size >= MOST_JUDGED) judged.delete(judged.keys().next().value!);
  judged.set(key, problems);
  return problems;
}

/** The form that a report is entered with is the one of its process's start. */
function lintReportForms(
  resources: readonly BundleResource[],
  models: ReadModel[],
  typeOf: TypeOf,
): LintProblem[] {
  const processes = models.flatMap(({ definitions }) => executables(definitions));
  return processes.flatMap((process) => {
    const schema = typeOf(process.id ?? '')?.schema;
    if (!schema) return [];
    const starts = many(process, 'flowElements').filter((element) => isA(element, 'bpmn:StartEvent'));
    const ids = new Set(starts.map((start) => attribute(start, 'camunda:formRef')));
    const forms = resources.filter(({ name, content }) => name.endsWith('.form') && ids.has(formId(content)));
    return forms.flatMap((form) => lintReportForm(form, schema));
  });
}

function formId(content: string): string {
  return (JSON.parse(content) as { id: string }).id;
}

function missingProcess(models: ReadModel[]): LintProblem[] {
  return models
    .filter(({ definitions }) => executables(definitions).length !== 1)
    .map(({ resource }) =>
      fault(resource, 'one-process', {
        id: 'Model harus memuat tepat satu proses yang dapat dijalankan',
        en: 'A model must hold exactly one executable process',
      }),
    );
}

function sharedIds(models: ReadModel[]): LintProblem[] {
  const keys = models.flatMap(({ resource, definitions }) =>
    executables(definitions).map((process) => ({ resource, key: process.id ?? '' })),
  );
  return keys
    .filter(({ key }, index) => keys.findIndex((other) => other.key === key) !== index)
    .map(({ resource, key }) =>
      fault(resource, 'one-process', {
        id: `Kunci proses "${key}" dipakai dua kali`,
        en: `The process key "${key}" is used twice`,
      }),
    );
}

function executables(definitions: ModdleElement): ModdleElement[] {
  return ((definitions.get('rootElements') as ModdleElement[] | undefined) ?? []).filter(
    (element) => element.$type === 'bpmn:Process' && element.get('isExecutable') === true,
  );
}

function unreadable(reason: string): Text {
  const line = reason.split('\n')[0]!.slice(0, 300);
  return { id: `Berkas tidak dapat dibaca: ${line}`, en: `The file cannot be read: ${line}` };
}

function notSavable({ prefix, uri }: { prefix: string; uri: string }): Text {
  return {
    id: `Prefiks "${prefix}" di berkas ini milik ${uri}: model tidak dapat disimpan lagi. Ganti prefiks itu.`,
    en: `The prefix "${prefix}" stands for ${uri} in this file: the model cannot be saved again. Change that prefix.`,
  };
}

function fault(resource: string, rule: string, message: Text): LintProblem {
  return { resource, element: null, rule, severity: 'error', message };
}
