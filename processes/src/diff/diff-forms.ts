/** Compares two forms (form-js): their fields by id, else by key, wherever they stand. */
import type { BundleChange } from './bundle-change.js';
import { compareFacts, listFacts, type Facts } from './facts.js';
import { labelOf } from './labels.js';
import { movedKeys } from './moved-keys.js';
import { pairBy } from './pair.js';
import { UnreadableFile } from './unreadable-file.js';

/** @throws UnreadableFile */
export function diffForms(file: string, before: string, after: string): BundleChange[] {
  const [old, fresh] = [readForm(file, before), readForm(file, after)];
  const pairs = pairBy(old.fields, fresh.fields, [({ id }) => id, ({ key }) => key]);
  const both = pairs.filter((pair) => pair.before && pair.after);
  const moved = movedKeys(
    both.map(({ before: was }) => was!.place).sort(),
    both.map(({ before: was }) => was!.place),
  );
  const changes = pairs.flatMap(({ before: was, after: field }) => {
    if (!was) return [whole(file, field!, 'added')];
    if (!field) return [whole(file, was, 'removed')];
    return changed(file, { was, field, isMoved: moved.has(was.place) });
  });
  return [...formChange(file, old, fresh), ...changes];
}

interface Field {
  id: string;
  key: string;
  name: string;
  type: string;
  /** Where it stands in the whole form, counted through its groups: `00012`. */
  place: string;
  says: Facts;
  laidOut: Facts;
}

interface Form {
  id: string;
  says: Facts;
  fields: Field[];
}

type Json = Record<string, unknown>;

function formChange(file: string, before: Form, after: Form): BundleChange[] {
  const details = compareFacts(before.says, after.says);
  if (details.length === 0) return [];
  return [
    { file, kind: 'form', id: after.id, name: after.id, type: null, table: null, change: 'changed', details },
  ];
}

function changed(
  file: string,
  { was, field, isMoved }: { was: Field; field: Field; isMoved: boolean },
): BundleChange[] {
  const said = compareFacts(was.says, field.says);
  const laid = compareFacts(was.laidOut, field.laidOut);
  const order = isMoved
    ? [{ path: 'order', label: labelOf('order'), before: number(was), after: number(field) }]
    : [];
  const details = [...said, ...order, ...laid];
  if (details.length === 0) return [];
  return [{ ...headOf(file, field), change: said.length > 0 ? 'changed' : 'moved', details }];
}

function whole(file: string, field: Field, change: 'added' | 'removed'): BundleChange {
  return { ...headOf(file, field), change, details: listFacts(field.says, change) };
}

function headOf(file: string, { id, key, name, type }: Field) {
  return { file, kind: 'field' as const, id: id || key, name, type, table: null };
}

function number({ place }: Field): string {
  return String(Number(place) + 1);
}

function readForm(file: string, content: string): Form {
  const form = parse(file, content);
  const { components, ...rest } = form;
  const fields: Field[] = [];
  readFields(components, { id: '', name: '' }, fields);
  return {
    id: String(form['id'] ?? file),
    says: factsOf(rest, ['exporter', 'executionPlatform', 'executionPlatformVersion']),
    fields,
  };
}

function readFields(components: unknown, group: { id: string; name: string }, fields: Field[]): void {
  for (const component of Array.isArray(components) ? (components as Json[]) : []) {
    const { components: inner, layout, ...rest } = component;
    const says = factsOf(rest, ['id']);
    says.set('parent', { label: labelOf('parent'), value: group.id, shown: group.name });
    const [id, key] = [textOf(component['id']), textOf(component['key'] ?? component['path'])];
    const name = (textOf(component['label']) || textOf(component['text']).replace(/^#+\s*/, '') || key || id)
      .split('\n')[0]!
      .slice(0, 80);
    const laidOut = factsOf({ layout }, []);
    fields.push({
      id,
      key,
      name,
      type: textOf(component['type']),
      place: String(fields.length).padStart(5, '0'),
      says,
      laidOut,
    });
    readFields(inner, { id: id || key, name }, fields);
  }
}

function parse(file: string, content: string): Json {
  try {
    const form: unknown = JSON.parse(content);
    if (typeof form === 'object' && form !== null && !Array.isArray(form)) return form as Json;
  } catch (error) {
    throw new UnreadableFile(file, (error as Error).message);
  }
  throw new UnreadableFile(file, 'not a form');
}

/** `{validate: {required: true}}` -> `validate.required` = `true`. Options of a choice are told apart by their value. */
function factsOf(json: Json, skipped: readonly string[]): Facts {
  const facts: Facts = new Map();
  const read = (value: unknown, path: string): void => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') {
      facts.set(path, { label: labelOf(path), value: String(value) });
      return;
    }
    const inner = Array.isArray(value)
      ? value.map((item, index) => [`${path}[${optionOf(item) ?? index}]`, item] as const)
      : Object.entries(value).map(([name, item]) => [`${path}.${name}`, item] as const);
    for (const [where, item] of inner) read(item, where);
  };
  for (const [name, value] of Object.entries(json)) if (!skipped.includes(name)) read(value, name);
  return facts;
}

function optionOf(item: unknown): string | undefined {
  const value = typeof item === 'object' && item !== null ? (item as Json)['value'] : undefined;
  return value === undefined ? undefined : String(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
