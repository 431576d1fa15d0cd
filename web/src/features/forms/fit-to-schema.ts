/**
 * Forms send `''` or nothing where the contract wants `null`: brings a form's data into the shape of its JSON Schema, without judging
 * it. What the contract does not know how to hold empty is left for the API to refuse. Pure.
 */
type Json = unknown;

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  const?: Json;
  enum?: Json[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  definitions?: Record<string, JsonSchema>;
}

export function fitToSchema(data: Json, root: Record<string, unknown>): Json {
  const schema = root as JsonSchema;
  return fit(data, schema, schema);
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = schema.$ref?.match(/^#\/(?:\$defs|definitions)\/(.+)$/)?.[1];
  const target = name ? (root.$defs?.[name] ?? root.definitions?.[name]) : undefined;
  return target ? resolve(target, root) : schema;
}

function branches(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  const own = resolve(schema, root);
  const choices = own.anyOf ?? own.oneOf;
  return choices ? choices.flatMap((choice) => branches(choice, root)) : [own];
}

function allowsNull(schema: JsonSchema, root: JsonSchema): boolean {
  return branches(schema, root).some(
    (branch) =>
      branch.type === 'null' ||
      (Array.isArray(branch.type) && branch.type.includes('null')) ||
      branch.const === null ||
      branch.enum?.includes(null) === true,
  );
}

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isBlank(value: Json): boolean {
  if (value === null || value === undefined || value === '') return true;
  return isObject(value) && Object.values(value).every(isBlank);
}

function fit(value: Json, schema: JsonSchema, root: JsonSchema): Json {
  if (isBlank(value) && allowsNull(schema, root)) return null;
  const choices = branches(schema, root);
  if (Array.isArray(value)) {
    const items = choices.find((choice) => choice.items)?.items;
    return items ? value.filter((item) => !isBlank(item)).map((item) => fit(item, items, root)) : value;
  }
  if (!isObject(value)) return value;
  const object = choices.find((choice) => choice.properties);
  if (!object?.properties) return value;
  const fitted: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(value)) {
    const own = object.properties[key];
    if (inner === undefined) continue;
    fitted[key] = own ? fit(inner, own, root) : inner;
  }
  for (const key of object.required ?? []) {
    const own = object.properties[key];
    if (fitted[key] === undefined && own && allowsNull(own, root)) fitted[key] = null;
  }
  return fitted;
}
