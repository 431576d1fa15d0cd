/** A table as the offices print it: headings over one another, numbered columns, lines. For paper, sheets and screens alike. */
import type { Text } from '../rules/finding.js';

export interface HeadCell {
  text: Text;
  /** Columns and rows that it covers, 1 when absent. */
  columns?: number;
  rows?: number;
}

export interface BookLine {
  cells: (string | number)[];
  /** Totals, opening and closing stand out. */
  strong?: boolean;
}

export interface BookTable {
  caption: Text | null;
  head: HeadCell[][];
  /** The line `1 2 3 ...` under the headings. */
  numbered: boolean;
  lines: BookLine[];
  /** Of each column, in characters; as many as the table has columns. */
  widths: number[];
}

export const both = (id: string, en: string): Text => ({ id, en });

/** `05/11/2026`, as the offices write it in their books. */
export const printedDay = (day: string): string => day.split('-').reverse().join('/');
