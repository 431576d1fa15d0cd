/** A report form beside the schema of its report: what is asked where, and what the schema holds there. */
import { z } from 'zod';

export interface FormComponent {
  type: string;
  id: string;
  key?: string;
  path?: string;
  label?: string;
  values?: { value: unknown }[];
  components?: FormComponent[];
  properties?: Record<string, string>;
}

export interface AskedField {
  component: FormComponent;
  /** Keys from the top of the data; `[]` is each row of a list. */
  path: string[];
}

/** JSON Schema, as far as it is read here. */
export interface DataSchema {
  type?: string | string[];
  properties?: Record<string, DataSchema>;
  additionalProperties?: boolean | DataSchema;
  items?: DataSchema;
  anyOf?: DataSchema[];
  enum?: unknown[];
  const?: unknown;
  required?: string[];
}

/** Each input, those in groups and lists included. */
export function askedFields(components: readonly FormComponent[], at: string[] = []): AskedField[] {
  return components.flatMap((component) => {
    const inside = [...at, ...keysOf(component.path)];
    if (component.type === 'dynamiclist') return askedFields(component.components ?? [], [...inside, '[]']);
    if (component.components) return askedFields(component.components, inside);
    return component.key ? [{ component, path: [...at, ...keysOf(component.key)] }] : [];
  });
}

export function formLists(components: readonly FormComponent[]): FormComponent[] {
  return components.flatMap((component) => [
    ...(component.type === 'dynamiclist' ? [component] : []),
    ...formLists(component.components ?? []),
  ]);
}

/** Of what a form sends: what is read of it is another thing. */
export function dataSchema(schema: z.ZodType): DataSchema {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as DataSchema;
}

/** The schema's alternatives: a value or null is two. */
export function branches(schema: DataSchema): DataSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(branches) : [schema];
}

/** What the schema holds at a path; undefined when it knows no such place. Where anything may stand, everything is known. */
export function schemaAt(root: DataSchema, path: readonly string[]): DataSchema | undefined {
  return path.reduce<DataSchema | undefined>((schema, key) => {
    for (const branch of branches(schema ?? {})) {
      const inner = key === '[]' ? branch.items : (branch.properties?.[key] ?? anything(branch));
      if (inner) return inner;
    }
    return undefined;
  }, root);
}

/** Values that may stand there, or null when any may. */
export function takenValues(schema: DataSchema): unknown[] | null {
  const choices = branches(schema).filter(({ type }) => type !== 'null');
  const isChoice = choices.every((choice) => choice.enum !== undefined || choice.const !== undefined);
  return isChoice ? choices.flatMap((choice) => choice.enum ?? [choice.const]) : null;
}

/** Places that must not stay empty, in the parts that must be there themselves and in each row of their lists. */
export function requiredPlaces(schema: DataSchema, at: string[] = []): string[][] {
  return (schema.required ?? []).flatMap((key) => {
    const inner = schema.properties?.[key] ?? {};
    if (branches(inner).some(({ type }) => type === 'null')) return [];
    const path = [...at, key];
    const [part, there] = inner.items ? [inner.items, [...path, '[]']] : [inner, path];
    return part.properties ? requiredPlaces(part, there) : [path];
  });
}

/** A record holds keys of any name, and what has no shape holds anything. */
function anything(schema: DataSchema): DataSchema | undefined {
  if (Object.keys(schema).length === 0) return schema;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

function keysOf(path: string | undefined): string[] {
  return (path ?? '').split('.').filter((key) => key !== '');
}
