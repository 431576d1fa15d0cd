/**
 * The decision tables stay executable by the engine: for made-up values around every limit they name, Operaton's FEEL finds
 * the same rules as our own evaluation.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@lampid/domain/dates';
import { compileTable, type TableSource } from '@lampid/domain/rules/decision-table';
import type { Facts, FactValue } from '@lampid/domain/rules/facts';
import { readTables } from '@lampid/domain/rules/read-tables';
import { literalValue } from '@lampid/domain/rules/unary-tests';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot, testStack } from '../src/support/stack.js';

const FILES = [
  'shared/common.dmn',
  'birth/rules.dmn',
  'death/rules.dmn',
  'move/rules.dmn',
  'arrival/rules.dmn',
  'correction/rules.dmn',
  'revocation/rules.dmn',
];
const tables: TableSource[] = [];
const xml: string[] = [];
for (const file of FILES) {
  const content = await readFile(join(repositoryRoot, 'processes', file), 'utf8');
  xml.push(content);
  tables.push(...(await readTables(content)));
}

const engine = (path: string, init: RequestInit = {}) => {
  const { url, user, password } = testStack().engine;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return fetch(url + path, { ...init, headers: { ...init.headers, authorization } });
};

let deploymentId: string;
beforeAll(async () => {
  const form = new FormData();
  form.set('deployment-name', 'tables-contract');
  xml.forEach((content, index) => form.set(`table${index}.dmn`, new Blob([content]), `table${index}.dmn`));
  const answer = await engine('/deployment/create', { method: 'POST', body: form });
  const deployment = (await answer.json()) as { id: string };
  expect(answer.status, JSON.stringify(deployment)).toBe(200);
  deploymentId = deployment.id;
}, 60_000);
afterAll(async () => {
  await engine(`/deployment/${deploymentId}`, { method: 'DELETE' });
});

describe('the tables on the engine', () => {
  it.each(tables.map((table) => [table.id, table] as const))(
    '%s',
    async (_, table) => {
      const ours = compileTable(table);
      const inputs = fc.record(
        Object.fromEntries(table.inputs.map((text, column) => [factOf(text), valuesAround(table, column)])),
      );
      for (const facts of fc.sample(inputs, { numRuns: 25, seed: 20261123 })) {
        const expected = ours.matches({ read: (name) => facts[name], all: () => facts });
        expect(await rulesOnEngine(table.id, facts), JSON.stringify(facts)).toEqual(
          expected.map(({ outputs }) => ruleOf(outputs)),
        );
      }
    },
    120_000,
  );
});

/** `date(lawDate)` is a column over the fact `lawDate`. */
const factOf = (text: string) => /^date\((\w+)\)$/.exec(text)?.[1] ?? text;

/** The literals of a column, numbers beside them, a word in none of them, and null. */
function valuesAround(table: TableSource, column: number): fc.Arbitrary<FactValue> {
  const literals = table.rules.flatMap(({ inputs }) =>
    (inputs[column]!.match(/"[^"]*"|-?\d+|true|false/g) ?? []).map((text) => literalValue(text)!),
  );
  const around = literals.flatMap((value): FactValue[] => {
    if (typeof value === 'number') return [value - 1, value, value + 1];
    if (typeof value === 'boolean') return [true, false];
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value as string);
    return isDate ? [addDays(value as string, -1), value, addDays(value as string, 1)] : [value, 'lain'];
  });
  // Of the law's dates most often one that everything holds on.
  if (table.inputs[column]!.startsWith('date(')) around.push(...Array<string>(20).fill('2026-11-23'));
  // Most often a value that some rule asks for, so that rules do apply.
  return fc
    .oneof(
      { weight: 6, arbitrary: fc.constantFrom(...around, true) },
      { weight: 1, arbitrary: fc.constant(null) },
    )
    .filter((value) => value === null || literals.length === 0 || typeof value === typeof literals[0]);
}

const ruleOf = (outputs: Record<string, FactValue>) =>
  `${String(outputs.severity)} ${String(outputs.code)} ${String(outputs.field)} ${String(outputs.msgId)}`;

async function rulesOnEngine(decision: string, facts: Facts): Promise<string[]> {
  const typed = Object.entries(facts).map(([name, value]) => {
    const type =
      value === null
        ? 'Null'
        : { string: 'String', boolean: 'Boolean', number: 'Double' }[typeof value as string];
    return [name, { value, type }];
  });
  const answer = await engine(`/decision-definition/key/${decision}/evaluate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables: Object.fromEntries(typed) }),
  });
  const body: unknown = await answer.json();
  if (answer.status !== 200) throw new Error(JSON.stringify(body));
  return (body as Record<string, { value: FactValue }>[]).map((row) =>
    ruleOf(Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value]))),
  );
}
