/**
 * Fields that an analyst added to a report's form live in `data.extra`. The form that is deployed now says what they may
 * hold; its id and version are kept with the revision.
 */
import { EngineError } from '@lampid/engine/engine';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { Deps } from '../deps.js';
import { inputFault, invalidInput, type InputFault } from '../http/problem.js';
import type { FormSchema, KnownDefinition } from '../modeling/definitions.js';

export interface FormField {
  key: string;
  type: string;
  label: string;
  required: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  pattern?: string;
  values?: string[];
}

interface Component {
  key?: string;
  path?: string;
  type: string;
  label?: string;
  components?: Component[];
  values?: { value: unknown }[];
  validate?: {
    required?: boolean;
    minLength?: number;
    maxLength?: number;
    min?: number;
    max?: number;
    pattern?: string;
  };
}

const EXTRA = 'extra.';

/**
 * @param definitionId version whose form it was entered with; default the latest
 * @throws Problem 422
 */
export async function checkExtra(
  deps: Pick<Deps, 'definitions'>,
  event: EventDefinition,
  extra: Record<string, unknown>,
  definitionId?: string,
): Promise<{ formId: string | null; definitionId: string | null }> {
  const definition = definitionId
    ? await deps.definitions.get(definitionId)
    : await latestOrNone(deps, event, Object.keys(extra).length > 0);
  const form = definition && entryForm(definition);
  const faults = extraFaults(form ? extraFields(form) : [], extra);
  if (faults.length > 0) throw invalidInput(faults);
  return { formId: form?.id ?? null, definitionId: definition?.definitionId ?? null };
}

/** With the engine down since our start the form is not known: a report that has nothing extra is taken in all the same. */
async function latestOrNone(deps: Pick<Deps, 'definitions'>, event: EventDefinition, needed: boolean) {
  try {
    return await deps.definitions.latest(event.id);
  } catch (error) {
    if (needed || !(error instanceof EngineError)) throw error;
    return null;
  }
}

/** The form that a new report is entered with: the one bound to the process's start event. */
export function entryForm(definition: KnownDefinition): FormSchema | null {
  for (const element of definition.elements.values()) {
    if (element.type !== 'startEvent' || element.parent !== null || element.formId === null) continue;
    return definition.forms.get(element.formId) ?? null;
  }
  return null;
}

/** Fields of the form whose place in the data is `extra.<name>`, groups and dynamic lists included. */
export function extraFields(form: FormSchema): FormField[] {
  return fieldsOf((form['components'] ?? []) as Component[], '').filter(({ key }) => key.startsWith(EXTRA));
}

function fieldsOf(components: Component[], path: string): FormField[] {
  return components.flatMap((component) => {
    const place = [path, component.path].filter(Boolean).join('.');
    if (component.components) return fieldsOf(component.components, place);
    if (!component.key) return [];
    const { validate = {} } = component;
    return [
      {
        key: [place, component.key].filter(Boolean).join('.'),
        type: component.type,
        label: component.label ?? component.key,
        required: validate.required === true,
        ...pick(validate, ['minLength', 'maxLength', 'min', 'max', 'pattern']),
        ...(component.values && { values: component.values.map(({ value }) => String(value)) }),
      },
    ];
  });
}

export function extraFaults(fields: FormField[], extra: Record<string, unknown>): InputFault[] {
  const known = new Set(fields.map(({ key }) => key.slice(EXTRA.length).split('.')[0]));
  const strangers = Object.keys(extra).filter((name) => !known.has(name));
  return [
    ...strangers.map((name) =>
      inputFault('UNKNOWN_FIELD', `data.extra.${name}`, {
        id: 'Isian ini tidak ada di formulir yang berlaku',
        en: 'The form in force has no such field',
      }),
    ),
    ...fields.flatMap((field) => fieldFaults(field, valueAt(extra, field.key.slice(EXTRA.length)))),
  ];
}

function fieldFaults(field: FormField, value: unknown): InputFault[] {
  const fault = (code: string, id: string, en: string) => [
    inputFault(code, `data.${field.key}`, { id: `${field.label}: ${id}`, en: `${field.label}: ${en}` }),
  ];
  const empty =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return field.required ? fault('REQUIRED', 'wajib diisi', 'required') : [];
  if (field.type === 'number') {
    const number = Number(value);
    if (!Number.isFinite(number)) return fault('WRONG_TYPE', 'harus angka', 'must be a number');
    if (field.min !== undefined && number < field.min)
      return fault('TOO_SMALL', 'terlalu kecil', 'too small');
    if (field.max !== undefined && number > field.max) return fault('TOO_BIG', 'terlalu besar', 'too big');
    return [];
  }
  if (field.type === 'checkbox')
    return typeof value === 'boolean'
      ? []
      : fault('WRONG_TYPE', 'harus ya atau tidak', 'must be true or false');
  const texts = Array.isArray(value) ? value : [value];
  if (!texts.every((text) => typeof text === 'string' || typeof text === 'number'))
    return fault('WRONG_TYPE', 'harus teks', 'must be text');
  if (field.values && texts.some((text) => !field.values!.includes(String(text))))
    return fault('NOT_ALLOWED', 'pilihan tidak dikenal', 'not one of the choices');
  const longest = Math.max(...texts.map((text) => String(text).length));
  if (longest > (field.maxLength ?? 4000)) return fault('TOO_LONG', 'terlalu panjang', 'too long');
  if (field.minLength !== undefined && longest < field.minLength)
    return fault('TOO_SHORT', 'terlalu pendek', 'too short');
  if (field.pattern && !texts.every((text) => new RegExp(`^(?:${field.pattern})$`).test(String(text))))
    return fault('WRONG_FORMAT', 'bentuknya tidak sesuai', 'wrong format');
  return [];
}

function valueAt(data: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined | null)?.[key], data);
}

function pick<T extends object, K extends keyof T>(from: T, keys: K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
  ) as Partial<Pick<T, K>>;
}
