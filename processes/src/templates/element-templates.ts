/**
 * Element templates for the modeler, made from the task contracts and the conventions of `processes/README.md`: what the lint demands
 * of a step is what its template offers.
 */
import type { Text } from '@lampid/domain/rules/finding';
import type { z } from 'zod';
import { allTasks } from '../all-tasks.js';
import type { TaskContract, TaskProperty } from '../define-task.js';
import { userTaskTemplates } from './user-task-templates.js';
import {
  extension,
  fixed,
  statusProperty,
  type ElementTemplate,
  type TemplateLanguage,
  type TemplateProperty,
} from './template.js';

export { templateBindings, type ElementTemplate, type TemplateLanguage } from './template.js';

/** Templates (Camunda element templates for platform 7) of every topic, then of user tasks; each valid by itself, in one language. */
export async function elementTemplates(language: TemplateLanguage = 'id'): Promise<ElementTemplate[]> {
  const tasks = await allTasks();
  return [...tasks.map((contract) => taskTemplate(contract, language)), ...userTaskTemplates(language)];
}

function taskTemplate(contract: TaskContract, language: TemplateLanguage): ElementTemplate {
  const { topic, names, description, errors, properties } = contract;
  const reads = variablesOf(contract.input);
  const sets = variablesOf(contract.output);
  return {
    $schema: 'https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json',
    id: `lampid.task.${topic}`,
    name: names[language],
    description: [description[language], ...hints({ reads, sets, errors }, language)].join('\n'),
    appliesTo: ['bpmn:ServiceTask'],
    properties: [
      fixed('camunda:type', 'external'),
      fixed('camunda:topic', topic),
      statusProperty(language),
      ...Object.entries(properties).map(([name, property]) => taskProperty(name, property, language)),
    ],
    // For the page that draws: which boundary errors to offer, and what a condition behind this step may ask.
    metadata: {
      reads,
      sets,
      errors: Object.entries(errors).map(([code, meaning]) => ({ code, meaning: meaning[language] })),
    },
  };
}

/** One of its values is chosen; of several, which a dropdown cannot hold, the description tells what there is. */
function taskProperty(
  name: string,
  { values, several, ...meaning }: TaskProperty,
  language: TemplateLanguage,
): TemplateProperty {
  const says = { label: name, description: meaning[language], constraints: { notEmpty: true } };
  if (!values) return extension(name, says);
  const choices = Object.entries(values).map(([value, text]) => ({
    ...{ value, name: `${value} (${text[language]})` },
  }));
  if (!several) return extension(name, { ...says, type: 'Dropdown', choices });
  const one = `(${Object.keys(values).join('|')})`;
  const message = { id: 'Pisahkan dengan koma', en: 'Separate them with commas' }[language];
  return extension(name, {
    ...says,
    description: `${meaning[language]}: ${choices.map((choice) => choice.name).join(', ')}. ${message}.`,
    constraints: { notEmpty: true, pattern: { value: `^${one}(\\s*,\\s*${one})*$`, message } },
  });
}

/** Names of process variables; those that need not be there with a question mark. */
function variablesOf(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).map(([name, value]) => {
    const isOptional = (value as z.ZodType).safeParse(undefined).success;
    return isOptional ? `${name}?` : name;
  });
}

function hints(
  contract: { reads: string[]; sets: string[]; errors: Record<string, Text> },
  language: TemplateLanguage,
): string[] {
  const { reads, sets, errors } = contract;
  const say = (id: string, en: string) => ({ id, en })[language];
  return [
    ...(reads.length > 0 ? [`${say('Membaca', 'Reads')}: ${reads.join(', ')}.`] : []),
    ...(sets.length > 0 ? [`${say('Mengisi', 'Sets')}: ${sets.join(', ')}.`] : []),
    ...Object.entries(errors).map(
      ([code, meaning]) =>
        `${say('Kesalahan yang harus ditangkap', 'Error that must be caught')}: ${code} (${meaning[language]}).`,
    ),
  ];
}
