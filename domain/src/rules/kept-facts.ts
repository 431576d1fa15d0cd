/**
 * What of the facts is kept after an evaluation, so that other tables can be tried on them later (what-if): only what the tables ask
 * for, and never what somebody is called. A number, a truth value, a date and a word that stands in a table are kept as they are;
 * of any other text only that there was one.
 */
import { DATE_OF_FACT, FACT_NAME, type TableSource } from './decision-table.js';
import type { Facts, FactValue } from './facts.js';
import { compileUnaryTests } from './unary-tests.js';

/** Stands for a text that is not kept: it equals no word of the tables that judged. */
export const OTHER_TEXT = '…';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WORD = /"(?:[^"\\]|\\.)*"/g;

interface Keeping {
  asked: Set<string>;
  words: Set<string>;
}

/** Thousands of cells are read once per deployed version, not once per case. */
const known = new WeakMap<readonly TableSource[], Keeping>();

function keepingOf(tables: readonly TableSource[]): Keeping {
  let keeping = known.get(tables);
  if (!keeping) known.set(tables, (keeping = { asked: askedFacts(tables), words: wordsOf(tables) }));
  return keeping;
}

/** `facts` as these tables saw them, fit to be stored. */
export function keptFacts(tables: readonly TableSource[], facts: Facts): Facts {
  const { asked, words } = keepingOf(tables);
  return Object.fromEntries(
    [...asked].flatMap((name) => {
      const value = facts[name];
      // A field that an analyst added and nobody filled in was seen as null.
      if (value === undefined) return name.startsWith('extra_') ? [[name, null] as const] : [];
      return [[name, impersonal(value, words)] as const];
    }),
  );
}

function impersonal(value: FactValue, words: ReadonlySet<string>): FactValue {
  if (Array.isArray(value)) return value.map((element) => impersonal(element, words));
  if (typeof value !== 'string' || words.has(value) || DATE.test(value)) return value;
  return OTHER_TEXT;
}

/** Names that the cells, inputs and computed outputs of these tables can read; more where FEEL is more than a name. */
export function askedFacts(tables: readonly TableSource[]): Set<string> {
  const asked = new Set<string>();
  for (const { inputs, rules } of tables) {
    for (const text of inputs) for (const name of namesIn(text)) asked.add(name);
    for (const rule of rules)
      for (const text of [...rule.inputs.filter(isSlow), ...rule.outputs])
        for (const name of namesIn(text)) asked.add(name);
  }
  return asked;
}

/** Words that the tables compare with, in any column. */
export function wordsOf(tables: readonly TableSource[]): Set<string> {
  return new Set(
    tables.flatMap(({ inputs, rules }) =>
      [...inputs, ...rules.flatMap((rule) => rule.inputs)].flatMap(wordsIn),
    ),
  );
}

/** What other tables want of a fact. */
export interface FactUse {
  /** Words that it is compared with. */
  words: Set<string>;
  /** More than whether it is one of these words: an order, a length. */
  wholeText: boolean;
}

/** By fact, for every column that compares one. */
export function usesOfFacts(tables: readonly TableSource[]): Map<string, FactUse> {
  const uses = new Map<string, FactUse>();
  const useOf = (name: string) => {
    const use = uses.get(name) ?? { words: new Set<string>(), wholeText: false };
    uses.set(name, use);
    return use;
  };
  for (const { inputs, rules } of tables)
    for (const [column, input] of inputs.entries()) {
      const name = comparedFact(input);
      if (name === null) for (const other of namesIn(input)) useOf(other).wholeText = true;
      else
        for (const { inputs: cells } of rules) {
          const cell = cells[column]!;
          const use = useOf(name);
          for (const word of wordsIn(cell)) use.words.add(word);
          if (isSlow(cell) || /[<>]=?\s*"/.test(cell)) use.wholeText = true;
          if (isSlow(cell)) for (const other of namesIn(cell)) useOf(other).wholeText = true;
        }
    }
  return uses;
}

/** The fact that a column compares by its name or as a date; null for any other expression. */
export function comparedFact(input: string): string | null {
  const text = input.trim();
  return FACT_NAME.test(text) ? text : (DATE_OF_FACT.exec(text)?.[1] ?? null);
}

const isSlow = (cell: string) => compileUnaryTests(cell) === null;

const wordsIn = (text: string) => (text.match(WORD) ?? []).map((word) => word.slice(1, -1));

function namesIn(text: string): string[] {
  return text.replace(WORD, ' ').match(/[A-Za-z_]\w*/g) ?? [];
}
