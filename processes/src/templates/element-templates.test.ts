/** The templates say what the lint demands: our own models satisfy them, and the modeler's own schema takes them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGLISH_NAME } from '@lampid/domain/english-name';
// @ts-expect-error the package declares no types
import { validateAll } from '@bpmn-io/element-templates-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { allTasks } from '../all-tasks.js';
import { processesFolder } from '../folders.js';
import { allNodes } from '../lint/walk-model.js';
import { attribute, extensionProperties, isA, many, parseBpmn, type ModdleElement } from '../moddle.js';
import { elementTemplates, type ElementTemplate } from './element-templates.js';

let steps: { file: string; step: ModdleElement }[];
let templates: ElementTemplate[];
beforeAll(async () => {
  templates = await elementTemplates();
  const names = (await readdir(processesFolder, { recursive: true })).filter(
    (name) => /^[\w-]+\/[\w-]+\.bpmn$/.test(name) && !name.startsWith('dist'),
  );
  const models = await Promise.all(
    names.map(async (file) => ({
      file,
      definitions: (await parseBpmn(await readFile(join(processesFolder, file), 'utf8'))).definitions,
    })),
  );
  steps = models.flatMap(({ file, definitions }) =>
    many(definitions, 'rootElements')
      .filter((root) => isA(root, 'bpmn:Process'))
      .flatMap(allNodes)
      .map((step) => ({ file, step })),
  );
}, 30_000);

/** What of a step its template does not allow, or demands in vain. */
function faults(step: ModdleElement, template: ElementTemplate): string[] {
  const written = extensionProperties(step);
  const read = ({ binding }: ElementTemplate['properties'][number]) =>
    binding.type === 'property' ? (attribute(step, binding.name) ?? '') : (written[binding.name] ?? '');
  const own = new Set(
    template.properties.flatMap(({ binding }) => (binding.type === 'camunda:property' ? [binding.name] : [])),
  );
  return [
    // The English name is offered on everything that has a name, beside the name itself.
    ...Object.keys(written).flatMap((name) =>
      own.has(name) || name === ENGLISH_NAME ? [] : [`${name} is not offered`],
    ),
    ...template.properties.flatMap((property) => {
      const value = read(property);
      const { choices, constraints, type, binding } = property;
      if (type === 'Hidden' && value !== property.value) return [`${binding.name} is ${value}`];
      if (constraints?.notEmpty && value === '') return [`${binding.name} is empty`];
      if (choices && !choices.some((choice) => choice.value === value))
        return [`${binding.name} is ${value}`];
      const { pattern } = constraints ?? {};
      if (pattern && value !== '' && !new RegExp(pattern.value).test(value))
        return [`${binding.name} is ${value}`];
      return [];
    }),
  ];
}

describe.each(['id', 'en'] as const)('the templates (%s)', (language) => {
  it('are valid by the schema of the modeler', async () => {
    const all = await elementTemplates(language);
    const { valid, results } = validateAll(all);
    expect(results.flatMap(({ errors }: { errors?: unknown[] }) => errors ?? [])).toEqual([]);
    expect(valid).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

it('the schema of the modeler refuses what is no template', () => {
  const [first] = templates;
  expect(
    validateAll([{ ...first, properties: [{ type: 'Hidden', binding: { type: 'nonsense' } }] }]).valid,
  ).toBe(false);
});

it('every contract has one, with its fields, its errors and its variables', async () => {
  for (const { topic, properties, errors, inputNames, names, description } of await allTasks()) {
    const template = templates.find(({ id }) => id === `lampid.task.${topic}`)!;
    expect(template, topic).toMatchObject({ name: names.id, appliesTo: ['bpmn:ServiceTask'] });
    expect(template.description).toContain(description.id);
    const fields = template.properties.map(({ binding }) => binding.name);
    expect(fields).toEqual(['camunda:type', 'camunda:topic', 'status', ...Object.keys(properties)]);
    expect(template.metadata.errors.map(({ code }) => code)).toEqual(Object.keys(errors));
    for (const code of Object.keys(errors)) expect(template.description).toContain(code);
    expect(template.metadata.reads.map((name) => name.replace('?', ''))).toEqual(inputNames);
  }
  const sync = templates.find(({ id }) => id === 'lampid.task.sync-dukcapil')!;
  expect(sync.metadata).toMatchObject({
    reads: ['reportId', 'syncAttempt?'],
    sets: ['syncAttempt', 'correlationId', 'resendAt', 'retryAt?'],
  });
});

it('every service task of our models satisfies its own', () => {
  const tasks = steps.filter(({ step }) => isA(step, 'bpmn:ServiceTask'));
  expect(tasks.length).toBeGreaterThan(50);
  for (const { file, step } of tasks) {
    const template = templates.find(({ id }) => id === `lampid.task.${attribute(step, 'camunda:topic')}`);
    expect(template && faults(step, template), `${file}#${step.id}`).toEqual([]);
  }
});

it('every decision and correction of our models satisfies the one of its outcomes', () => {
  const people = steps.filter(({ step }) => isA(step, 'bpmn:UserTask'));
  const counts = { decide: 0, correct: 0 };
  for (const { file, step } of people) {
    const outcomes = extensionProperties(step)['outcomes'];
    for (const [name, own] of [
      ['decide', 'approve,return,reject'],
      ['correct', 'resubmit,cancel'],
    ] as const) {
      if (outcomes !== own) continue;
      counts[name] += 1;
      const template = templates.find(({ id }) => id === `lampid.person.${name}`)!;
      expect(faults(step, template), `${file}#${step.id}`).toEqual([]);
    }
  }
  expect(counts).toEqual({ decide: 14, correct: 7 });
});

it('a step that breaks its template is found', () => {
  const { step } = steps.find(
    ({ step: candidate }) => attribute(candidate, 'camunda:topic') === 'validate-report',
  )!;
  const notify = templates.find(({ id }) => id === 'lampid.task.notify')!;
  expect(faults(step, notify)).toEqual([
    'decisions is not offered',
    'camunda:topic is validate-report',
    'template is empty',
    'audience is empty',
  ]);
});
