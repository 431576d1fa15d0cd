/** Reads the decision tables of a DMN 1.3 document (dmn-moddle) as text, cell by cell. */
import { DmnModdle } from 'dmn-moddle';
import type { HitPolicy, TableSource } from './decision-table.js';
import type { Text } from './finding.js';
import { TableError } from './table-error.js';

interface DmnElement {
  $type: string;
  $attrs: Record<string, string>;
  id: string;
  name?: string;
  label?: string;
  text?: string;
  hitPolicy?: string;
  aggregation?: string;
  drgElement?: DmnElement[];
  decisionLogic?: DmnElement;
  input?: TableInput[];
  output?: DmnElement[];
  rule?: (DmnElement & { inputEntry?: DmnElement[]; outputEntry?: DmnElement[] })[];
  expressionLanguage?: string;
}

interface TableInput extends DmnElement {
  inputExpression?: DmnElement;
}

const HIT_POLICIES = new Set<string>(['UNIQUE', 'FIRST', 'ANY', 'COLLECT', 'RULE ORDER']);

/** The name as drawn, and its English beside it where the table gives one. */
function namesOf({ id, name = id, $attrs }: DmnElement): Text {
  return { id: name, en: $attrs['lampid:nameEn'] || name };
}

function headingOf({ label, inputExpression, $attrs }: TableInput): Text {
  const heading = label || (inputExpression?.text ?? '');
  return { id: heading, en: $attrs['lampid:labelEn'] || heading };
}

export async function readTables(dmnXml: string): Promise<TableSource[]> {
  const { rootElement } = (await new DmnModdle().fromXML(dmnXml)) as { rootElement: DmnElement };
  return (rootElement.drgElement ?? [])
    .filter(
      (element) => element.$type === 'dmn:Decision' && element.decisionLogic?.$type === 'dmn:DecisionTable',
    )
    .map(readTable);
}

function readTable(decision: DmnElement): TableSource {
  const table = decision.decisionLogic!;
  const hitPolicy = table.hitPolicy ?? 'UNIQUE';
  if (!HIT_POLICIES.has(hitPolicy) || table.aggregation) {
    throw new TableError(
      'INVALID_TABLE',
      decision.id,
      `hit policy ${hitPolicy} ${table.aggregation ?? ''} is not supported`,
    );
  }
  const outputs = (table.output ?? []).map((output) => output.name ?? '');
  if (outputs.includes('')) throw new TableError('INVALID_TABLE', decision.id, 'an output has no name');
  const cells = (entries: DmnElement[] | undefined) => (entries ?? []).map((entry) => entry.text ?? '');
  return {
    id: decision.id,
    names: namesOf(decision),
    hitPolicy: hitPolicy as HitPolicy,
    each: decision.$attrs['lampid:each'] ?? null,
    inputs: (table.input ?? []).map((input) => input.inputExpression?.text ?? ''),
    labels: (table.input ?? []).map(headingOf),
    outputs,
    rules: (table.rule ?? []).map((rule) => ({
      inputs: cells(rule.inputEntry),
      outputs: cells(rule.outputEntry),
    })),
  };
}
