/** The rules of a decision table as its editor has them, and the way to one of them among dozens. */
import type { DmnElement } from './table-english/english-headings.js';

export interface TableRule {
  id: string;
  /** Its number with its code: `12. L01`. */
  name: string;
}

export function rulesOf(decision: DmnElement): TableRule[] {
  const table = decision.get('decisionLogic') as DmnElement | undefined;
  if (!table?.get('rule')) return [];
  const outputs = (table.get('output') as DmnElement[] | undefined) ?? [];
  const at = outputs.findIndex(({ name }) => name === 'code');
  return (table.get('rule') as DmnElement[]).map((rule, index) => {
    const cell = (rule.get('outputEntry') as DmnElement[] | undefined)?.[at];
    const code = String(cell?.get('text') ?? '').replaceAll('"', '');
    return { id: rule.id ?? '', name: `${index + 1}. ${code}` };
  });
}

/** Brings the row before the eyes and the cursor into its first cell that says something. */
export function goToRule(container: HTMLElement, id: string): void {
  const row = `[data-row-id="${CSS.escape(id)}"]`;
  const cells = [...container.querySelectorAll<HTMLElement>(`td.input-cell${row}`)];
  const cell = cells.find(({ textContent }) => textContent.trim() !== '') ?? cells[0];
  cell?.scrollIntoView({ block: 'center', inline: 'center' });
  cell?.querySelector<HTMLElement>('[contenteditable]')?.focus({ preventScroll: true });
}
