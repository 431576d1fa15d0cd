/**
 * Evaluates the decision tables of a deployment over flat facts. Tables that judge a report are COLLECT with the outputs
 * `code`, `severity` (E, A, L, W), `field`, `msgId`, `msgEn` and `legalBasis`; `{factName}` in field and messages is filled from the
 * facts. A column over `date(lawDate)` says when a rule holds: a case is judged by the law of the day it was submitted.
 */
import {
  compileTable,
  ifKnown,
  type CompiledRule,
  type DecisionTable,
  type FactScope,
  type Match,
  type TableSource,
} from './decision-table.js';
import { eachScope, factScope } from './fact-scope.js';
import type { Facts, FactValue } from './facts.js';
import type { Finding, Severity } from './finding.js';
import { TableError } from './table-error.js';

export interface CompiledTables {
  /** Ids of the decisions, in the order of the documents. */
  decisions: string[];
  /** What they were compiled from, as JSON can carry it. */
  sources: readonly TableSource[];
  /** Findings of these decisions, in their order and the tables'. Throws TableError (UNKNOWN_DECISION, MISSING_FACT, ...). */
  evaluate(decisionIds: readonly string[], facts: Facts): Finding[];
  /**
   * Which rules apply, without their texts: what only fills a message need not be among the facts. Throws TableError as `evaluate` does.
   */
  applying(decisionIds: readonly string[], facts: Facts): AppliedRule[];
  /**
   * What the facts at hand decide already: for a report that is still being typed, or without the register. Only tables whose rules
   * stand each for itself (COLLECT, RULE ORDER).
   */
  evaluateSoFar(decisionIds: readonly string[], facts: Facts): FindingsSoFar;
  /** Every rule of these decisions that holds on `facts.lawDate`, whether it applies or not, with the field that it is about. */
  rulesInForce(decisionIds: readonly string[], facts: Facts): RuleInForce[];
  /** Outputs of the one rule that applies (UNIQUE, ANY, FIRST), null when none does. */
  decide(decisionId: string, facts: Facts): Record<string, FactValue> | null;
}

export interface FindingsSoFar {
  findings: Finding[];
  /** Codes of rules that these facts cannot decide. */
  undecided: ReadonlySet<string>;
}

export type AppliedRule = Pick<Finding, 'code' | 'severity' | 'legalBasis'>;

export type RuleInForce = Omit<Finding, 'compared'>;

/** Parses every cell once. Throws TableError INVALID_TABLE for FEEL that does not parse and unsupported hit policies. */
export function compileSources(sources: readonly TableSource[]): CompiledTables {
  const tables = new Map<string, DecisionTable>();
  for (const source of sources) {
    if (tables.has(source.id)) throw new TableError('INVALID_TABLE', source.id, 'its id is used twice');
    tables.set(source.id, compileTable(source));
  }
  const tableOf = (id: string) => {
    const table = tables.get(id);
    if (!table) throw new TableError('UNKNOWN_DECISION', id, 'is not in this deployment');
    return table;
  };
  return {
    decisions: [...tables.keys()],
    sources,
    evaluate: (decisionIds, facts) => decisionIds.flatMap((id) => findingsOf(tableOf(id), facts)),
    applying: (decisionIds, facts) =>
      decisionIds
        .map(tableOf)
        .flatMap((table) =>
          scopesOf(table, facts).flatMap((scope) =>
            hits(table, scope).map(({ outputs }) => appliedRule(table, outputs)),
          ),
        ),
    evaluateSoFar(decisionIds, facts) {
      const findings: Finding[] = [];
      const undecided = new Set<string>();
      for (const table of decisionIds.map(tableOf)) {
        const scopes =
          table.hitPolicy === 'COLLECT' || table.hitPolicy === 'RULE ORDER'
            ? scopesSoFar(table, facts)
            : undefined;
        for (const scope of scopes ?? []) {
          const { matches, open } = table.matchesSoFar(scope);
          for (const match of matches) {
            // A message may name a fact that is not there yet.
            const finding = ifKnown(() => toFinding(table, match, scope));
            if (finding) findings.push(finding);
            else undecided.add(String(match.outputs.code ?? ''));
          }
          for (const rule of open) undecided.add(codeOf(table, rule, scope));
        }
        if (!scopes) for (const rule of table.rules) undecided.add(codeOf(table, rule, factScope(facts)));
      }
      return { findings, undecided };
    },
    rulesInForce: (decisionIds, facts) =>
      decisionIds.map(tableOf).flatMap((table) =>
        (scopesSoFar(table, facts) ?? []).flatMap((scope) =>
          table.rulesInForce(scope).flatMap((outputs) => {
            const rule = ifKnown(() => toFinding(table, { outputs, compared: [] }, scope, UNKNOWN));
            return rule ? [rule] : [];
          }),
        ),
      ),
    decide: (id, facts) => hits(tableOf(id), factScope(facts))[0]?.outputs ?? null,
  };
}

const scopesOf = (table: DecisionTable, facts: Facts) =>
  table.each === null ? [factScope(facts)] : eachScope({ decision: table.id, prefix: table.each, facts });

/** Undefined while nothing tells how many there are. */
const scopesSoFar = (table: DecisionTable, facts: Facts) => ifKnown(() => scopesOf(table, facts));

function codeOf(table: DecisionTable, rule: CompiledRule, scope: FactScope): string {
  const code = rule.outputs[table.outputs.indexOf('code')];
  return code ? String(ifKnown(() => code(scope)) ?? '') : '';
}

function findingsOf(table: DecisionTable, facts: Facts): Finding[] {
  return scopesOf(table, facts).flatMap((scope) =>
    hits(table, scope).map((match) => toFinding(table, match, scope)),
  );
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

function toFinding(
  table: DecisionTable,
  { outputs, compared }: Match,
  scope: FactScope,
  /** Stands in a message for a fact that is not there; without it that is an error. */
  unknown?: string,
): Finding {
  const fill = (value: FactValue | undefined, instead?: string) =>
    filled(table.id, String(value ?? ''), scope, instead);
  const field = fill(outputs.field);
  return {
    code: fill(outputs.code),
    severity: severityOf(table, outputs),
    field: field === '' || field === NOTHING ? null : field,
    message: { id: fill(outputs.msgId, unknown), en: fill(outputs.msgEn, unknown) },
    legalBasis: outputs.legalBasis ? String(outputs.legalBasis) : null,
    compared,
  };
}

function appliedRule(table: DecisionTable, outputs: Match['outputs']): AppliedRule {
  return {
    code: String(outputs.code ?? ''),
    severity: severityOf(table, outputs),
    legalBasis: outputs.legalBasis ? String(outputs.legalBasis) : null,
  };
}

function severityOf(table: DecisionTable, outputs: Match['outputs']): Severity {
  const severity = String(outputs.severity);
  if (!['E', 'A', 'L', 'W'].includes(severity)) {
    throw new TableError('INVALID_TABLE', table.id, `severity ${severity} is none of E, A, L, W`);
  }
  return severity as Severity;
}

/** How a null fact shows in a text. */
const NOTHING = '-';
/** How a fact that only the case will know shows in a text. */
const UNKNOWN = '…';

/** `{factName}` -> the fact's value. */
function filled(decision: string, text: string, scope: FactScope, instead?: string): string {
  return text.replace(/\{([A-Za-z_]\w*)\}/g, (_, name: string) => {
    const value = scope.read(name);
    if (value === undefined && instead !== undefined) return instead;
    if (value === undefined) throw new TableError('MISSING_FACT', decision, `fact ${name} was not given`);
    return value === null ? NOTHING : Array.isArray(value) ? value.join(', ') : String(value);
  });
}
