/** Facts that make one rule fire, found by trying the words and numbers that its cells name and their neighbours. */
import { compileTable, type TableSource } from './decision-table.js';
import type { Facts } from './facts.js';
import type { ComparedFact } from './finding.js';
import { compileUnaryTests, type Scalar } from './unary-tests.js';

const FACT = /^(?:date\(\s*)?([A-Za-z_]\w*)\s*\)?$/;

/** What the rule needs to be so, in the order of the columns; null when a cell says more than this can find. */
export function exampleFacts(table: TableSource, rule: number): ComparedFact[] | null {
  const cells = table.rules[rule]!.inputs;
  const facts: Facts = {};
  const example: ComparedFact[] = [];
  for (const [column, cell] of cells.entries()) {
    const fact = FACT.exec(table.inputs[column]!.trim())?.[1];
    if (fact === undefined) return null;
    const value = valueFor(cell);
    if (value === undefined) return null;
    facts[fact] = value;
    if (cell.trim() !== '' && cell.trim() !== '-') {
      example.push({ fact, label: table.labels[column]!, value });
    }
  }
  return fires(table, rule, facts) ? example : null;
}

/** `undefined` when nothing that was tried fits. */
function valueFor(cell: string): Scalar | undefined {
  const test = compileUnaryTests(cell);
  if (!test) return undefined;
  return candidates(cell).find((value) => test(value));
}

function candidates(cell: string): Scalar[] {
  const words = (cell.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map((word) => word.slice(1, -1));
  const numbers = (cell.replace(/"[^"]*"/g, '').match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const around = numbers.flatMap((number) => [number, number + 1, number - 1]);
  const other = words.length > 0 ? ['lain'] : [];
  return [...words, ...other, ...around, true, false, 'lain', 1, null];
}

/** An example is shown as a fact, so it is tried on the table itself; what the rule would answer is not asked here. */
function fires(table: TableSource, rule: number, facts: Facts): boolean {
  const { inputs, outputs } = table.rules[rule]!;
  const bare = compileTable({ ...table, rules: [{ inputs, outputs: outputs.map(() => '') }] });
  return bare.matches({ read: (name) => facts[name], all: () => facts }).length === 1;
}
