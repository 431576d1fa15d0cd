/**
 * Evaluates the decision tables of a deployment over flat facts. Tables that judge a report are COLLECT with the outputs
 * `code`, `severity` (E, A, L, W), `field`, `msgId`, `msgEn` and `legalBasis`; `{factName}` in field and messages is filled from the
 * facts. A column over `date(lawDate)` says when a rule holds: a case is judged by the law of the day it was submitted.
 */
import { compileTable, type DecisionTable, type FactScope, type Match } from './decision-table.js';
import { eachScope, factScope } from './fact-scope.js';
import type { Facts, FactValue } from './facts.js';
import type { Finding, Severity } from './finding.js';
import { readTables } from './read-tables.js';
import { TableError } from './table-error.js';

export interface CompiledTables {
  /** Ids of the decisions, in the order of the documents. */
  decisions: string[];
  /** Findings of these decisions, in their order and the tables'. Throws TableError (UNKNOWN_DECISION, MISSING_FACT, ...). */
  evaluate(decisionIds: readonly string[], facts: Facts): Finding[];
  /** Outputs of the one rule that applies (UNIQUE, ANY, FIRST), null when none does. */
  decide(decisionId: string, facts: Facts): Record<string, FactValue> | null;
}

/** Parses every cell once. Throws TableError INVALID_TABLE for FEEL that does not parse and unsupported hit policies. */
export async function compileTables(dmnDocuments: readonly string[]): Promise<CompiledTables> {
  const tables = new Map<string, DecisionTable>();
  for (const document of dmnDocuments) {
    for (const source of await readTables(document)) {
      if (tables.has(source.id)) throw new TableError('INVALID_TABLE', source.id, 'its id is used twice');
      tables.set(source.id, compileTable(source));
    }
  }
  const tableOf = (id: string) => {
    const table = tables.get(id);
    if (!table) throw new TableError('UNKNOWN_DECISION', id, 'is not in this deployment');
    return table;
  };
  return {
    decisions: [...tables.keys()],
    evaluate: (decisionIds, facts) => decisionIds.flatMap((id) => findingsOf(tableOf(id), facts)),
    decide: (id, facts) => hits(tableOf(id), factScope(facts))[0]?.outputs ?? null,
  };
}

function findingsOf(table: DecisionTable, facts: Facts): Finding[] {
  const scopes =
    table.each === null ? [factScope(facts)] : eachScope({ decision: table.id, prefix: table.each, facts });
  return scopes.flatMap((scope) => hits(table, scope).map((match) => toFinding(table, match, scope)));
}

/** The rules that count under the table's hit policy. */
function hits(table: DecisionTable, scope: FactScope): Match[] {
  const matches = table.matches(scope);
  switch (table.hitPolicy) {
    case 'COLLECT':
    case 'RULE ORDER':
      return matches;
    case 'UNIQUE':
      if (matches.length > 1) throw new TableError('NOT_UNIQUE', table.id, `${matches.length} rules apply`);
      return matches;
    default:
      return matches.slice(0, 1);
  }
}

function toFinding(table: DecisionTable, { outputs, compared }: Match, scope: FactScope): Finding {
  const fill = (value: FactValue | undefined) => filled(table.id, String(value ?? ''), scope);
  const field = fill(outputs.field);
  const severity = String(outputs.severity);
  if (!['E', 'A', 'L', 'W'].includes(severity)) {
    throw new TableError('INVALID_TABLE', table.id, `severity ${severity} is none of E, A, L, W`);
  }
  return {
    code: fill(outputs.code),
    severity: severity as Severity,
    field: field === '' || field === NOTHING ? null : field,
    message: { id: fill(outputs.msgId), en: fill(outputs.msgEn) },
    legalBasis: outputs.legalBasis ? String(outputs.legalBasis) : null,
    compared,
  };
}

/** How a null fact shows in a text. */
const NOTHING = '-';

/** `{factName}` -> the fact's value. */
function filled(decision: string, text: string, scope: FactScope): string {
  return text.replace(/\{([A-Za-z_]\w*)\}/g, (_, name: string) => {
    const value = scope.read(name);
    if (value === undefined) throw new TableError('MISSING_FACT', decision, `fact ${name} was not given`);
    return value === null ? NOTHING : Array.isArray(value) ? value.join(', ') : String(value);
  });
}
