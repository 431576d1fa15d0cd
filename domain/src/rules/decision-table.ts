/** One DMN decision table, compiled: every cell is a function, every input a fact by name or a FEEL expression. */
import { evaluate as evaluateFeel, unaryTest } from 'feelin';
import type { Facts, FactValue } from './facts.js';
import type { ComparedFact, Text } from './finding.js';
import { TableError } from './table-error.js';
import { compileUnaryTests, literalValue, type Scalar } from './unary-tests.js';

/** The facts that one evaluation sees. */
export interface FactScope {
  /** `undefined` when the fact was not given. */
  read(name: string): FactValue | undefined;
  /** All of them as one object, for expressions that only feelin understands. */
  all(): Facts;
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'COLLECT' | 'RULE ORDER';

export interface DecisionTable {
  id: string;
  names: Text;
  hitPolicy: HitPolicy;
  /** Evaluated once per element of the list facts with this prefix (`lampid:each`), else null. */
  each: string | null;
  inputs: string[];
  outputs: string[];
  rules: CompiledRule[];
  /** Every rule that applies, in table order. Throws MISSING_FACT. */
  matches(scope: FactScope): Match[];
  /** Every rule that applies by the facts that are there, and those that only facts not yet there can decide. */
  matchesSoFar(scope: FactScope): { matches: Match[]; open: CompiledRule[] };
  /** Outputs of every rule whose law holds on `lawDate`, as far as they are known; rules of a table without such a column always hold. */
  rulesInForce(scope: FactScope): Match['outputs'][];
}

export interface Match {
  outputs: Record<string, FactValue>;
  compared: ComparedFact[];
}

export interface CompiledRule {
  /** Tests by input position; inputs with `-` are left out. */
  tests: { input: number; test: (value: FactValue, scope: FactScope) => boolean }[];
  outputs: ((scope: FactScope) => FactValue)[];
}

/** The table's text as it stands in the model. */
export interface TableSource {
  id: string;
  names: Text;
  hitPolicy: HitPolicy;
  each: string | null;
  inputs: string[];
  /** Headings of the input columns; the expression where there is none. */
  labels: Text[];
  outputs: string[];
  rules: { inputs: string[]; outputs: string[] }[];
}

/** The input that says when a rule holds. */
export const LAW_DATE = 'date(lawDate)';

export const FACT_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** A fact that holds a date as `YYYY-MM-DD`: compared with `date("...")`, without feelin. */
export const DATE_OF_FACT = /^date\(\s*([A-Za-z_][A-Za-z0-9_]*)\s*\)$/;

export function compileTable(source: TableSource): DecisionTable {
  const { id } = source;
  const inputs = source.inputs.map((text) => compileExpression(id, text));
  const rules = source.rules.map((rule): CompiledRule => {
    if (rule.inputs.length !== source.inputs.length || rule.outputs.length !== source.outputs.length) {
      throw new TableError('INVALID_TABLE', id, 'a rule has more or fewer cells than the table has columns');
    }
    return {
      tests: rule.inputs.flatMap((text, input) =>
        text.trim() === '' || text.trim() === '-' ? [] : [{ input, test: compileCell(id, text) }],
      ),
      outputs: rule.outputs.map((text) => (text.trim() === '' ? () => null : compileExpression(id, text))),
    };
  });
  const words = source.inputs.map((_, input) => wordsOf(source.rules.map((rule) => rule.inputs[input]!)));
  const matchOf = (rule: CompiledRule, values: (FactValue | undefined)[], scope: FactScope): Match => ({
    outputs: Object.fromEntries(
      rule.outputs.map((output, at) => [source.outputs[at]!, output(scope)] as const),
    ),
    compared: rule.tests.flatMap(({ input }) => {
      const fact = source.inputs[input]!.trim();
      const value = values[input]!;
      if (!FACT_NAME.test(fact) || !isImpersonal(value, words[input]!)) return [];
      return [{ fact, label: source.labels[input]!, value }];
    }),
  });
  const lawColumn = source.inputs.findIndex((text) => text.trim() === LAW_DATE);
  return {
    ...source,
    rules,
    rulesInForce(scope) {
      const lawDate = lawColumn < 0 ? undefined : ifKnown(() => inputs[lawColumn]!(scope));
      const holds = ({ tests }: CompiledRule) =>
        lawDate === undefined ||
        tests.every(({ input, test }) => input !== lawColumn || test(lawDate, scope));
      return rules.filter(holds).map((rule) =>
        Object.fromEntries(
          rule.outputs.flatMap((output, at) => {
            const value = ifKnown(() => output(scope));
            return value === undefined ? [] : [[source.outputs[at]!, value] as const];
          }),
        ),
      );
    },
    matches(scope) {
      const values = inputs.map((input) => input(scope));
      return rules
        .filter((rule) => rule.tests.every(({ input, test }) => test(values[input]!, scope)))
        .map((rule) => matchOf(rule, values, scope));
    },
    matchesSoFar(scope) {
      const values = inputs.map((input) => ifKnown(() => input(scope)));
      const found: { matches: Match[]; open: CompiledRule[] } = { matches: [], open: [] };
      for (const rule of rules) {
        const answers = rule.tests.map(({ input, test }) => {
          const value = values[input];
          return value === undefined ? undefined : ifKnown(() => test(value, scope));
        });
        // One test that fails is enough to know that the rule does not apply.
        if (answers.includes(false)) continue;
        const match = answers.includes(undefined) ? undefined : ifKnown(() => matchOf(rule, values, scope));
        if (match) found.matches.push(match);
        else found.open.push(rule);
      }
      return found;
    },
  };
}

/** Undefined when a fact was not given that this needs. */
export function ifKnown<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof TableError && error.code === 'MISSING_FACT') return undefined;
    throw error;
  }
}

/** The words that a column compares with. */
function wordsOf(cells: readonly string[]): Set<string> {
  return new Set(
    cells.flatMap((cell) => cell.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((word) => word.slice(1, -1)),
  );
}

/** Text is kept only when the table itself holds that word: a code, never what somebody is called. */
function isImpersonal(value: FactValue, words: ReadonlySet<string>): value is ComparedFact['value'] {
  if (Array.isArray(value)) return false;
  return typeof value !== 'string' || words.has(value);
}

function compileCell(decision: string, text: string): (value: FactValue, scope: FactScope) => boolean {
  const fast = compileUnaryTests(text);
  checkSyntax(decision, () => unaryTest(text, { '?': null }));
  const slow = (value: FactValue, scope: FactScope) =>
    settled(decision, text, unaryTest(text, { ...scope.all(), '?': value })) === true;
  return (value, scope) => (fast && !Array.isArray(value) ? fast(value as Scalar) : slow(value, scope));
}

function compileExpression(decision: string, text: string): (scope: FactScope) => FactValue {
  const trimmed = text.trim();
  const literal = literalValue(trimmed);
  if (literal !== undefined) return () => literal;
  if (FACT_NAME.test(trimmed)) {
    return (scope) => {
      const value = scope.read(trimmed);
      if (value === undefined)
        throw new TableError('MISSING_FACT', decision, `fact ${trimmed} was not given`);
      return value;
    };
  }
  const dated = DATE_OF_FACT.exec(trimmed);
  if (dated) return compileExpression(decision, dated[1]!);
  checkSyntax(decision, () => evaluateFeel(trimmed, {}));
  return (scope) => settled(decision, trimmed, evaluateFeel(trimmed, scope.all())) as FactValue;
}

function settled(
  decision: string,
  text: string,
  result: { value: unknown; warnings: { type: string; message: string }[] },
): unknown {
  const missing = result.warnings.find((warning) => warning.type === 'NO_VARIABLE_FOUND');
  if (missing) throw new TableError('MISSING_FACT', decision, `${missing.message} in ${text}`);
  return result.value;
}

/** What feelin cannot even try is a fault of the table: a syntax error, or a construct it does not support. */
function checkSyntax(decision: string, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    throw new TableError('INVALID_TABLE', decision, `FEEL: ${(error as Error).message}`);
  }
}
