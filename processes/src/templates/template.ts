/** The part of Camunda's element templates (platform 7) that our models need. */
import { roleOfGroupVariable } from '../case-model.js';
import { reportStatuses } from '../lint/rules/property-known.js';

export type TemplateLanguage = 'id' | 'en';

/** Where the value of a field goes: an attribute of the element, or one of its extension properties. */
export const templateBindings = ['property', 'camunda:property'] as const;

export interface TemplateProperty {
  label?: string;
  description?: string;
  type: 'Hidden' | 'String' | 'Dropdown';
  value?: string;
  choices?: { name: string; value: string }[];
  binding: { type: (typeof templateBindings)[number]; name: string };
  constraints?: { notEmpty?: boolean; pattern?: { value: string; message: string } };
  optional?: boolean;
}

export interface ElementTemplate {
  $schema: string;
  id: string;
  name: string;
  description: string;
  appliesTo: string[];
  properties: TemplateProperty[];
  metadata: {
    /** Process variables; with `?` those that need not be there. */
    reads: string[];
    sets: string[];
    /** Codes that a boundary event must catch, on the step or around it. */
    errors: { code: string; meaning: string }[];
  };
}

/** An attribute that makes the element what it is: nobody sees or changes it. */
export function fixed(name: string, value: string): TemplateProperty {
  return { type: 'Hidden', value, binding: { type: 'property', name } };
}

/** A `camunda:property` to fill in. */
export function extension(
  name: string,
  says: Omit<TemplateProperty, 'type' | 'binding'> & { type?: 'String' | 'Dropdown' },
): TemplateProperty {
  return { type: 'String', ...says, binding: { type: 'camunda:property', name } };
}

/** Which state the report takes with this step; most steps leave it as it is. */
export function statusProperty(language: TemplateLanguage): TemplateProperty {
  const texts = {
    id: {
      label: 'Status laporan',
      description: 'Keadaan laporan mulai langkah ini; kosong: tetap.',
      none: '(tetap)',
    },
    en: {
      label: 'Status of the report',
      description: 'State of the report from here on; empty: as before.',
      none: '(as before)',
    },
  }[language];
  return extension('status', {
    type: 'Dropdown',
    ...{ label: texts.label, description: texts.description },
    value: '',
    choices: [{ name: texts.none, value: '' }, ...reportStatuses.map((value) => ({ name: value, value }))],
    optional: true,
  });
}

/** Groups that a case knows, as `camunda:candidateGroups` writes them. */
export const candidateGroups = Object.entries(roleOfGroupVariable).map(([variable, role]) => ({
  name: role,
  value: `\${${variable}}`,
}));
