/** What a report form asks is what the schema of its event holds. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { arrivalSchema } from '../arrival/schema.js';
import { birthSchema } from '../birth/schema.js';
import { correctionSchema } from '../correction/schema.js';
import { deathSchema } from '../death/schema.js';
import { moveSchema } from '../move/schema.js';
import { notificationSchema } from '../notification/schema.js';
import { revocationSchema } from '../revocation/schema.js';
import { processesFolder } from './folders.js';

interface Component {
  type: string;
  id: string;
  key?: string;
  path?: string;
  values?: { value: unknown }[];
  components?: Component[];
  validate?: { required?: boolean };
  conditional?: { hide: string };
  properties?: Record<string, string>;
}
interface Json {
  properties?: Record<string, Json>;
  items?: Json;
  anyOf?: Json[];
  enum?: unknown[];
  const?: unknown;
  required?: string[];
}

const schemas = {
  birth: birthSchema,
  death: deathSchema,
  move: moveSchema,
  arrival: arrivalSchema,
  correction: correctionSchema,
  revocation: revocationSchema,
  notification: notificationSchema,
};

async function readForm(path: string): Promise<{ id: string; components: Component[] }> {
  return JSON.parse(await readFile(join(processesFolder, path), 'utf8')) as {
    id: string;
    components: Component[];
  };
}

function lists(components: Component[]): Component[] {
  return components.flatMap((component) => [
    ...(component.type === 'dynamiclist' ? [component] : []),
    ...lists(component.components ?? []),
  ]);
}

/** Each input with its path in the data; list rows are `[]`. */
function inputs(components: Component[], at: string[] = []): { component: Component; path: string[] }[] {
  return components.flatMap((component) => {
    const inside = [...at, ...(component.path ? component.path.split('.') : [])];
    if (component.type === 'dynamiclist') return inputs(component.components ?? [], [...inside, '[]']);
    if (component.components) return inputs(component.components, inside);
    return component.key ? [{ component, path: [...at, ...component.key.split('.')] }] : [];
  });
}

function branches(schema: Json): Json[] {
  return schema.anyOf ? schema.anyOf.flatMap(branches) : [schema];
}

function schemaAt(root: Json, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((schema, key) => {
    const found = branches(schema ?? {}).find((branch) =>
      key === '[]' ? branch.items : branch.properties?.[key],
    );
    return key === '[]' ? found?.items : found?.properties?.[key];
  }, root);
}

describe.each(Object.entries(schemas))('the report form of %s', (event, schema) => {
  const root = z.toJSONSchema(schema, { io: 'input' }) as Json;

  it('asks only for what the schema holds', async () => {
    const form = await readForm(`${event}/report.form`);
    expect(form.id).toBe(`${event}-report`);
    const unknown = inputs(form.components).filter(({ path }) => !schemaAt(root, path));
    expect(unknown.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('offers only codes that the schema takes', async () => {
    const form = await readForm(`${event}/report.form`);
    for (const { component, path } of inputs(form.components).filter(({ component }) => component.values)) {
      const taken = branches(schemaAt(root, path)!).flatMap((branch) => branch.enum ?? [branch.const]);
      for (const { value } of component.values!) expect(taken, path.join('.')).toContain(value);
    }
  });

  it('asks for everything that the schema requires, but what the page adds', async () => {
    const form = await readForm(`${event}/report.form`);
    const asked = new Set(inputs(form.components).map(({ path }) => path[0]));
    expect((root.required ?? []).filter((key) => !asked.has(key))).toEqual(['documents']);
  });

  it('looks up and picks people only into fields that it asks for', async () => {
    const form = await readForm(`${event}/report.form`);
    const asked = new Set(inputs(form.components).map(({ path }) => path.join('.')));
    for (const { component, path } of inputs(form.components)) {
      const fills = Object.entries(component.properties ?? {}).filter(([key]) => key.startsWith('fills:'));
      for (const [key, what] of fills) {
        const target = key.slice('fills:'.length);
        const at = target.startsWith('/') ? target.slice(1) : [...path.slice(0, -1), target].join('.');
        expect(asked, `${path.join('.')} ${key}`).toContain(at);
        expect(['name', 'familyCardNumber']).toContain(what);
      }
      if (fills.length > 0) expect(component.properties!['lookup']).toBe('resident');
    }
    const pickers = lists(form.components).filter(({ properties }) => properties?.['picker']);
    for (const { properties } of pickers) {
      expect(properties!['picker']).toBe('family');
      expect(asked).toContain(properties!['from']);
    }
  });

  it('has one id per component', async () => {
    const form = await readForm(`${event}/report.form`);
    const ids = (function all(components: Component[]): string[] {
      return components.flatMap((component) => [component.id, ...all(component.components ?? [])]);
    })(form.components);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
