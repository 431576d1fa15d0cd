/** Compares two DMN documents: decisions by id, columns, and rules by their code. */
import { isA, many, one, type ModdleElement } from '../moddle.js';
import { parseDmn, type ParsedDmn } from '../dmn-moddle.js';
import type { BundleChange, ChangedKind } from './bundle-change.js';
import { compareFacts, listFacts, type Facts } from './facts.js';
import { labelOf } from './labels.js';
import { moddleFacts, type ReadingOptions } from './moddle-facts.js';
import { movedKeys } from './moved-keys.js';
import { onlyOnce, pairBy, type KeyOf, type Pair, type When } from './pair.js';
import { UnreadableFile } from './unreadable-file.js';

/** @throws UnreadableFile */
export async function diffTables(file: string, before: string, after: string): Promise<BundleChange[]> {
  const [old, fresh] = [await parse(file, before), await parse(file, after)];
  const decisions = pairBy(many(old, 'drgElement'), many(fresh, 'drgElement'), [idOf]);
  return [
    ...thingChange({ file, kind: 'model', table: null, type: 'definitions' }, { before: old, after: fresh }),
    ...decisions.flatMap((pair) => diffDecision(file, pair)),
  ];
}

const reading: ReadingOptions = {
  isOwnThing: (element) =>
    ['dmn:DRGElement', 'dmn:InputClause', 'dmn:OutputClause', 'dmn:DecisionRule'].some((type) =>
      isA(element, type),
    ),
  skipped: new Set(['dmn:dmnDI', 'dmn:exporter', 'dmn:exporterVersion']),
  keepsId: () => false,
};

function diffDecision(file: string, pair: Pair<ModdleElement>): BundleChange[] {
  const element = (pair.after ?? pair.before)!;
  const own = thingChange({ file, kind: 'decision', table: null, type: null }, pair);
  const [old, fresh] = [tableOf(pair.before), tableOf(pair.after)];
  // What came or went whole is one change, not one for each rule.
  if (!old || !fresh) return own;
  const columns = [...columnsOf('input', old, fresh), ...columnsOf('output', old, fresh)];
  return [
    ...own,
    ...columnChanges(file, element, columns),
    ...ruleChanges(file, element, { old, fresh, columns }),
  ];
}

interface Column extends Pair<ModdleElement> {
  side: 'input' | 'output';
  /** Expression of an input, name of an output: what the cells are about. */
  key: string;
  label: string;
  /** Places of its cells, -1 where the column is not. */
  at: { before: number; after: number };
}

function columnsOf(side: Column['side'], old: ModdleElement, fresh: ModdleElement): Column[] {
  const [before, after] = [many(old, side), many(fresh, side)];
  const pairs = pairBy(before, after, side === 'input' ? [idOf, keyOf] : [keyOf, idOf]);
  return pairs.map((pair) => {
    const element = (pair.after ?? pair.before)!;
    const label = element.get('label');
    return {
      ...pair,
      ...{
        side,
        key: keyOf(element) ?? '',
        label: typeof label === 'string' && label !== '' ? label : (keyOf(element) ?? ''),
      },
      at: {
        before: pair.before ? before.indexOf(pair.before) : -1,
        after: pair.after ? after.indexOf(pair.after) : -1,
      },
    };
  });
}

/** What an input compares, what an output is called. */
function keyOf(column: ModdleElement): string | undefined {
  const expression = isA(column, 'dmn:InputClause')
    ? one(column, 'inputExpression')?.get('text')
    : column.name;
  return typeof expression === 'string' && expression.trim() !== '' ? expression.trim() : undefined;
}

function columnChanges(file: string, decision: ModdleElement, columns: readonly Column[]): BundleChange[] {
  return (['input', 'output'] as const).flatMap((side) => {
    const own = columns.filter((column) => column.side === side);
    const at = new Map(
      own.flatMap(({ before, after, at: places }) => [[before, places] as const, [after, places] as const]),
    );
    const order = orderOf(own, (element, when) => at.get(element)![when] + 1);
    return own.flatMap((column) =>
      thingChange(
        { file, kind: 'column', table: decision.id ?? '', type: side, name: column.label },
        column,
        order.get(column),
      ),
    );
  });
}

function ruleChanges(
  file: string,
  decision: ModdleElement,
  { old, fresh, columns }: { old: ModdleElement; fresh: ModdleElement; columns: readonly Column[] },
): BundleChange[] {
  const rules = { before: many(old, 'rule'), after: many(fresh, 'rule') };
  const numbers = { before: numbersOf(rules.before), after: numbersOf(rules.after) };
  const number = (rule: ModdleElement, when: When) => numbers[when].get(rule)!;
  const code = columns.find(({ side, key }) => side === 'output' && key === 'code');
  const codeOf: KeyOf<ModdleElement> = (rule, when) =>
    code && unquoted(cell(rule, 'outputEntry', code.at[when]));
  const pairs = pairBy(rules.before, rules.after, [
    onlyOnce(rules.before, rules.after, codeOf),
    idOf,
    // A changed law is a second row of one code.
    codeOf,
    // Rules without code and id are only known by their place.
    (rule, when) => (codeOf(rule, when) || idOf(rule) ? undefined : String(number(rule, when))),
  ]);
  const order = orderOf(pairs, number);
  return pairs.flatMap((pair) => {
    const when = pair.after ? 'after' : 'before';
    const rule = pair[when]!;
    const id = codeOf(rule, when) || idOf(rule) || String(number(rule, when));
    const facts = (side: When) => pair[side] && ruleFacts(pair[side], columns, side);
    return change(
      { file, kind: 'rule', id, name: id, type: null, table: decision.id ?? '' },
      { before: facts('before'), after: facts('after'), moved: order.get(pair) },
    );
  });
}

/** Places in the table, from 1. */
function numbersOf(elements: readonly ModdleElement[]): Map<ModdleElement, number> {
  return new Map(elements.map((element, index) => [element, index + 1]));
}

function ruleFacts(rule: ModdleElement, columns: readonly Column[], when: 'before' | 'after'): Facts {
  const facts = moddleFacts(rule, {
    ...reading,
    isOwnThing: () => false,
    skipped: new Set(['dmn:inputEntry', 'dmn:outputEntry']),
  });
  for (const { side, key, label, at } of columns) {
    const text = cell(rule, side === 'input' ? 'inputEntry' : 'outputEntry', at[when]);
    // An empty cell and a dash both let everything pass.
    if (text !== '' && !(side === 'input' && text === '-'))
      facts.set(`${side}s[${key}]`, { label: { id: label, en: label }, value: text });
  }
  return facts;
}

function cell(rule: ModdleElement, entries: 'inputEntry' | 'outputEntry', at: number): string {
  const text = many(rule, entries)[at]?.get('text');
  return typeof text === 'string' ? text.trim() : '';
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

/** One decision, column or document by its own facts. */
function thingChange(
  head: { file: string; kind: ChangedKind; table: string | null; type: string | null; name?: string },
  pair: Pair<ModdleElement>,
  moved?: readonly [string, string],
): BundleChange[] {
  const element = (pair.after ?? pair.before)!;
  const facts = (of: ModdleElement | undefined) => of && moddleFacts(of, reading);
  const name = head.name ?? element.name ?? idOf(element);
  return change(
    { ...head, id: idOf(element), name },
    { before: facts(pair.before), after: facts(pair.after), moved },
  );
}

function change(
  head: Omit<BundleChange, 'change' | 'details'>,
  {
    before,
    after,
    moved,
  }: { before?: Facts | undefined; after?: Facts | undefined; moved?: readonly [string, string] | undefined },
): BundleChange[] {
  if (!before || !after) {
    const verb = after ? 'added' : 'removed';
    return [{ ...head, change: verb, details: listFacts((after ?? before)!, verb) }];
  }
  const said = compareFacts(before, after);
  if (said.length === 0 && !moved) return [];
  const order = moved ? [{ path: 'order', label: labelOf('order'), before: moved[0], after: moved[1] }] : [];
  return [{ ...head, change: said.length > 0 ? 'changed' : 'moved', details: [...said, ...order] }];
}

/** Those that stand elsewhere among the others, with their numbers before and after. */
function orderOf<P extends Pair<ModdleElement>>(
  pairs: readonly P[],
  number: (element: ModdleElement, when: When) => number,
): Map<P, readonly [string, string]> {
  const both = pairs.flatMap((pair) =>
    pair.before && pair.after
      ? [{ pair, before: number(pair.before, 'before'), after: number(pair.after, 'after') }]
      : [],
  );
  const sorted = (when: When) =>
    both.toSorted((left, right) => left[when] - right[when]).map(({ before }) => String(before));
  const moved = movedKeys(sorted('before'), sorted('after'));
  return new Map(
    both
      .filter(({ before }) => moved.has(String(before)))
      .map(({ pair, before, after }) => [pair, [String(before), String(after)]] as const),
  );
}

function idOf(element: ModdleElement): string {
  return element.id ?? '';
}

function tableOf(decision: ModdleElement | undefined): ModdleElement | undefined {
  const logic = decision && isA(decision, 'dmn:Decision') ? one(decision, 'decisionLogic') : undefined;
  return logic && isA(logic, 'dmn:DecisionTable') ? logic : undefined;
}

async function parse(file: string, xml: string): Promise<ModdleElement> {
  let parsed: ParsedDmn;
  try {
    parsed = await parseDmn(xml);
  } catch (error) {
    throw new UnreadableFile(file, (error as Error).message);
  }
  const [warning] = parsed.warnings;
  if (warning) throw new UnreadableFile(file, warning.message);
  return parsed.definitions;
}
