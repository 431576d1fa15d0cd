/** Compares two DMN documents: decisions by id, columns, and rules by their code. */
import { isA, many, one, type ModdleElement } from '../moddle.js';
import { parseDmn, type ParsedDmn } from '../dmn-moddle.js';
import type { BundleChange, ChangedKind } from './bundle-change.js';
import { compareFacts, listFacts, type Facts } from './facts.js';
import { labelOf } from './labels.js';
import { moddleFacts, type ReadingOptions } from './moddle-facts.js';
import { movedKeys } from './moved-keys.js';
import { pairRules, type Pair } from './pair-rules.js';
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
  const id = ({ before, after }: Pair<ModdleElement>) => idOf((after ?? before)!);
  return (['input', 'output'] as const).flatMap((side) => {
    const own = columns.filter((column) => column.side === side);
    const order = orderOf(own, (column) => column.at, id);
    return own.flatMap((column) =>
      thingChange(
        { file, kind: 'column', table: decision.id ?? '', type: side, name: column.label },
        column,
        order,
      ),
    );
  });
}

function ruleChanges(
  file: string,
  decision: ModdleElement,
  { old, fresh, columns }: { old: ModdleElement; fresh: ModdleElement; columns: readonly Column[] },
): BundleChange[] {
  const [before, after] = [many(old, 'rule'), many(fresh, 'rule')];
  const code = columns.find(({ side, key }) => side === 'output' && key === 'code');
  const codeOf = (rule: ModdleElement, when: 'before' | 'after') =>
    code && unquoted(cell(rule, 'outputEntry', code.at[when]));
  const pairs = pairRules({ before, after, codeOf, idOf });
  const place = (pair: Pair<ModdleElement>) => ({
    before: pair.before ? before.indexOf(pair.before) : -1,
    after: pair.after ? after.indexOf(pair.after) : -1,
  });
  const order = orderOf(pairs, place, (pair) => String(pairs.indexOf(pair)));
  return pairs.flatMap((pair) => {
    const { before: was, after: now } = place(pair);
    const rule = (pair.after ?? pair.before)!;
    const number = (pair.after ? now : was) + 1;
    const id = codeOf(rule, pair.after ? 'after' : 'before') || idOf(rule) || String(number);
    const facts = (element: ModdleElement | undefined, when: 'before' | 'after') =>
      element ? ruleFacts(element, columns, when) : undefined;
    return change(
      { file, kind: 'rule', id, name: id, type: null, table: decision.id ?? '' },
      {
        before: facts(pair.before, 'before'),
        after: facts(pair.after, 'after'),
        ...(order.has(pair) && { moved: [String(was + 1), String(now + 1)] as const }),
      },
    );
  });
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
  order: ReadonlyMap<Pair<ModdleElement>, readonly [string, string]> = new Map(),
): BundleChange[] {
  const element = (pair.after ?? pair.before)!;
  const facts = (of: ModdleElement | undefined) => of && moddleFacts(of, reading);
  const name = head.name ?? element.name ?? idOf(element);
  return change(
    { ...head, id: idOf(element), name },
    { before: facts(pair.before), after: facts(pair.after), moved: order.get(pair) },
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

/** Those that stand elsewhere among the others, with their places (from 1) before and after. */
function orderOf<P extends Pair<ModdleElement>>(
  pairs: readonly P[],
  place: (pair: P) => { before: number; after: number },
  key: (pair: P) => string,
): Map<P, readonly [string, string]> {
  const sorted = (when: 'before' | 'after') =>
    pairs
      .filter((pair) => pair[when])
      .sort((left, right) => place(left)[when] - place(right)[when])
      .map(key);
  const moved = movedKeys(sorted('before'), sorted('after'));
  return new Map(
    pairs
      .filter((pair) => moved.has(key(pair)))
      .map((pair) => {
        const { before, after } = place(pair);
        return [pair, [String(before + 1), String(after + 1)]] as const;
      }),
  );
}

/** Pairs by the first key, what is left by the next. */
function pairBy(
  before: readonly ModdleElement[],
  after: readonly ModdleElement[],
  keysOf: ((element: ModdleElement) => string | undefined)[],
): Pair<ModdleElement>[] {
  const left = new Set(before);
  const found = new Map<ModdleElement, ModdleElement>();
  for (const key of keysOf)
    for (const fresh of after) {
      const old =
        found.has(fresh) || !key(fresh)
          ? undefined
          : [...left].find((candidate) => key(candidate) === key(fresh));
      if (!old) continue;
      left.delete(old);
      found.set(fresh, old);
    }
  return [
    ...after.map((fresh) => ({ before: found.get(fresh), after: fresh })),
    ...[...left].map((old) => ({ before: old, after: undefined })),
  ];
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
