/** Every rule of the latest deployed tables: its law, from when it holds, what it looks at, and how often it was true. */
import { firedCounts } from '@lampid/db/reporting/queries-rules';
import { LAW_DATE, type TableSource } from '@lampid/domain/rules/decision-table';
import { exampleFacts } from '@lampid/domain/rules/example-facts';
import { readTables } from '@lampid/domain/rules/read-tables';
import { literalValue } from '@lampid/domain/rules/unary-tests';
import { splitList } from '@lampid/processes/case-model';
import { lawPeriod } from '@lampid/processes/lint/lint-tables';
import type { Deps } from '../deps.js';
import { z } from '../http/zod.js';
import type { Caller } from '../identity/authorize.js';
import { textSchema } from '../reporting/report-schemas.js';
import type { KnownDefinition } from './definitions.js';

const LATELY_DAYS = 30;

export const ruleSchema = z
  .object({
    /** Event type whose deployed version holds it. */
    type: z.string(),
    version: z.int(),
    table: z.object({ id: z.string(), names: textSchema }),
    code: z.string(),
    severity: z.enum(['E', 'A', 'L', 'W']),
    message: textSchema,
    legalBasis: z.string().nullable(),
    /** First and last day of the law; null where the table does not say. */
    effectiveFrom: z.string().nullable(),
    effectiveUntil: z.string().nullable(),
    /** Column and FEEL cell of everything it compares. */
    conditions: z.array(z.object({ fact: z.string(), label: textSchema, cell: z.string() })),
    /** Facts that it fires on; null where no simple ones were found. */
    example: z
      .array(
        z.object({
          fact: z.string(),
          label: textSchema,
          value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        }),
      )
      .nullable(),
    /** Reports of the caller's area that it was true of: ever, and in the last 30 days. */
    fired: z.object({ ever: z.int(), lately: z.int() }),
  })
  .openapi('Rule');

type RuleView = z.input<typeof ruleSchema>;

export async function readRules(deps: Deps, input: { caller: Caller; type?: string }): Promise<RuleView[]> {
  const { caller, type } = input;
  const since = new Date(deps.now().getTime() - LATELY_DAYS * 86_400_000);
  const wanted = [...deps.events.values()].filter(({ definition }) => !type || definition.id === type);
  const [counts, deployed] = await Promise.all([
    firedCounts(deps.db, { under: caller.areaCode, since }),
    Promise.all(wanted.map(({ definition }) => deps.definitions.latest(definition.id))),
  ]);
  const fired = new Map(
    counts.map(({ type: of, code, ever, lately }) => [`${of} ${code}`, { ever, lately }]),
  );
  const rules = await Promise.all(
    deployed.flatMap((definition) => (definition ? [rulesOf(definition)] : [])),
  );
  return rules.flat().map((rule) => ({
    ...rule,
    fired: fired.get(`${rule.type} ${rule.code}`) ?? { ever: 0, lately: 0 },
  }));
}

/** In the order in which the first step of the process evaluates them. */
async function rulesOf(definition: KnownDefinition): Promise<Omit<RuleView, 'fired'>[]> {
  const files = definition.resources.filter(({ name }) => name.endsWith('.dmn'));
  const tables = (await Promise.all(files.map(({ content }) => readTables(content)))).flat();
  const judge = [...definition.elements.values()].find(({ topic }) => topic === 'validate-report');
  const decisions = splitList(judge?.properties['decisions'] ?? '');
  return decisions
    .flatMap((id) => tables.filter((table) => table.id === id))
    .flatMap((table) => table.rules.map((_, index) => ruleOf(definition, table, index)));
}

function ruleOf(definition: KnownDefinition, table: TableSource, index: number): Omit<RuleView, 'fired'> {
  const rule = table.rules[index]!;
  const output = (name: string) => {
    const cell = rule.outputs[table.outputs.indexOf(name)] ?? '';
    return String(literalValue(cell) ?? cell);
  };
  const law = table.inputs.findIndex((text) => text.trim() === LAW_DATE);
  const period = lawPeriod(rule.inputs[law] ?? '');
  const conditions = rule.inputs.flatMap((cell, column) => {
    const bare = cell.trim();
    if (bare === '' || bare === '-' || column === law) return [];
    return [{ fact: table.inputs[column]!, label: table.labels[column]!, cell: bare }];
  });
  const asked = new Set(conditions.map(({ fact }) => fact));
  return {
    type: definition.processKey,
    version: definition.version,
    table: { id: table.id, names: table.names },
    code: output('code'),
    severity: output('severity') as RuleView['severity'],
    message: { id: output('msgId'), en: output('msgEn') },
    legalBasis: output('legalBasis') || null,
    effectiveFrom: period?.from ?? null,
    effectiveUntil: period?.until ?? null,
    conditions,
    example: exampleFacts(table, index)?.filter(({ fact }) => asked.has(fact)) ?? null,
  };
}
