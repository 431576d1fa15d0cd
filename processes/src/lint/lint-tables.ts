/** What a table that judges reports must say of each rule: its law, and from when until when that holds; and what it should say in English too. */
import { LAW_DATE, type TableSource } from '@lampid/domain/rules/decision-table';
import { readTables } from '@lampid/domain/rules/read-tables';
import { literalValue } from '@lampid/domain/rules/unary-tests';
import type { BundleResource } from '../bundle.js';
import { parseDmn } from '../dmn-moddle.js';
import { many, type ModdleElement } from '../moddle.js';
import { bilingualTexts, type BilingualText } from './bilingual-texts.js';
import type { LintProblem } from './lint-problem.js';

const SINCE = /^>=\s*date\("(\d{4}-\d{2}-\d{2})"\)$/;
const BETWEEN = /^\[\s*date\("(\d{4}-\d{2}-\d{2})"\)\s*\.\.\s*date\("(\d{4}-\d{2}-\d{2})"\)\s*\]$/;

/** First and last day of a rule as its cell says; `until` null: still. Null for a cell of another form. */
export function lawPeriod(cell: string): { from: string; until: string | null } | null {
  const since = SINCE.exec(cell.trim());
  if (since) return { from: since[1]!, until: null };
  const between = BETWEEN.exec(cell.trim());
  return between ? { from: between[1]!, until: between[2]! } : null;
}

export async function lintTables({ name, content }: BundleResource): Promise<LintProblem[]> {
  const tables = (await readTables(content)).filter(({ outputs }) => outputs.includes('severity'));
  const rules = await rulesByTable(content);
  const faults = tables.flatMap((table) =>
    faultsOf(table, rules.get(table.id) ?? []).map((problem) => ({ ...problem, resource: name })),
  );
  const judging = new Set<string | undefined>(tables.map(({ id }) => id));
  const texts = await bilingualTexts({ name, content });
  return [...faults, ...texts.filter(({ table }) => judging.has(table)).flatMap(withoutEnglish)];
}

/** Ids of the rules in their order, by decision. */
async function rulesByTable(content: string): Promise<Map<string, (string | undefined)[]>> {
  const { definitions } = await parseDmn(content);
  return new Map(
    many(definitions, 'drgElement').map((decision) => {
      const logic = decision.get('decisionLogic') as ModdleElement | undefined;
      return [decision.id ?? '', logic ? many(logic, 'rule').map(({ id }) => id) : []] as const;
    }),
  );
}

function withoutEnglish({ resource, element, what, id, en }: BilingualText): LintProblem[] {
  if (!id || en) return [];
  const message = {
    id: `${what.id} belum berbahasa Inggris: "${id}"`,
    en: `${what.en} has no English: "${id}"`,
  };
  return [{ resource, element, rule: 'english-name', severity: 'warning', message }];
}

/** A fault of one rule names its row, so that it is found among dozens. */
function faultsOf(
  table: TableSource,
  ruleIds: readonly (string | undefined)[],
): Omit<LintProblem, 'resource'>[] {
  const date = table.inputs.findIndex((input) => input.trim() === LAW_DATE);
  const basis = table.outputs.indexOf('legalBasis');
  const fault = (id: string, en: string, element = table.id) => ({
    element,
    rule: 'law-named',
    severity: 'error' as const,
    message: { id: `Tabel "${table.id}": ${id}`, en: `Table "${table.id}": ${en}` },
  });
  if (date < 0 || basis < 0) {
    return [
      fault(
        `perlu kolom masukan ${LAW_DATE} dan kolom keluaran legalBasis`,
        `needs an input column ${LAW_DATE} and an output column legalBasis`,
      ),
    ];
  }
  return table.rules.flatMap((rule, index) => {
    const named = literalValue(rule.outputs[basis]!);
    const where = `${index + 1}`;
    const row = ruleIds[index];
    return [
      ...(typeof named === 'string' && named.trim() !== ''
        ? []
        : [fault(`aturan ${where} tanpa dasar hukum`, `rule ${where} names no law`, row)]),
      ...(lawPeriod(rule.inputs[date]!)
        ? []
        : [
            fault(
              `aturan ${where} tanpa tanggal berlaku, misalnya >= date("2019-12-30")`,
              `rule ${where} does not say from when it holds, such as >= date("2019-12-30")`,
              row,
            ),
          ]),
    ];
  });
}
