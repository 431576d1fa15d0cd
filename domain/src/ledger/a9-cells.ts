/** The cells of an A-9 row: who is counted in which, and how rows are added. */
import type { Citizenship, Sex } from '../registry/snapshot.js';

/** People or families that are alike. */
export interface Countable {
  unit: 'person' | 'family';
  sex: Sex;
  citizenship: Citizenship;
  /** Sum of the signs. */
  amount: number;
}

/** The six cells that everything is counted in; families by the head's sex. */
export interface A9Cells {
  wniMale: number;
  wniFemale: number;
  wnaMale: number;
  wnaFemale: number;
  familyMale: number;
  familyFemale: number;
}

export interface A9Totals {
  male: number;
  female: number;
  all: number;
  families: number;
}

export type A9Cell = keyof A9Cells;

/** Whom a cell counts. Dual nationals (3) are counted as WNI. */
export function countedIn(cell: A9Cell): { unit: Countable['unit']; sex: Sex; foreign: boolean | null } {
  const sex = cell.endsWith('Female') ? 2 : 1;
  if (cell.startsWith('family')) return { unit: 'family', sex, foreign: null };
  return { unit: 'person', sex, foreign: cell.startsWith('wna') };
}

/** Dual nationals (3) are counted as WNI. */
export function countInto(cells: A9Cells, { unit, sex, citizenship, amount }: Countable): void {
  const side = sex === 1 ? 'Male' : 'Female';
  const group = unit === 'family' ? 'family' : citizenship === 2 ? 'wna' : 'wni';
  cells[`${group}${side}`] += amount;
}

export function countAll(lines: readonly Countable[]): A9Cells {
  const cells = noCells();
  for (const line of lines) countInto(cells, line);
  return cells;
}

export function noCells(): A9Cells {
  return { wniMale: 0, wniFemale: 0, wnaMale: 0, wnaFemale: 0, familyMale: 0, familyFemale: 0 };
}

export const CELLS = Object.keys(noCells()) as A9Cell[];

export function addCells(a: A9Cells, b: A9Cells): A9Cells {
  return Object.fromEntries(CELLS.map((cell) => [cell, a[cell] + b[cell]])) as unknown as A9Cells;
}

export function scaledCells(cells: A9Cells, by: 1 | -1): A9Cells {
  return by === 1
    ? cells
    : (Object.fromEntries(CELLS.map((cell) => [cell, 0 - cells[cell]])) as unknown as A9Cells);
}

export function sameCells(a: A9Cells, b: A9Cells): boolean {
  return CELLS.every((cell) => a[cell] === b[cell]);
}

export function totalsOf(cells: A9Cells): A9Totals {
  const male = cells.wniMale + cells.wnaMale;
  const female = cells.wniFemale + cells.wnaFemale;
  return { male, female, all: male + female, families: cells.familyMale + cells.familyFemale };
}
