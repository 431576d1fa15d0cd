import type { DocumentSection } from '@lampid/domain/documents/document-content';
import type { Text } from '@lampid/domain/rules/finding';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { titleAndNumber, type Layout } from './layout.js';

/** Rows and tables one below the other, as the content has them. */
export const plainLayout: Layout = {
  orientation: 'portrait',
  body: (input) => [...titleAndNumber(input), ...input.content.sections.map(drawSection)],
};

export function drawSection(section: DocumentSection): Content {
  const heading: Content[] = section.heading
    ? [
        {
          text: [
            { text: section.heading.id.toUpperCase(), bold: true },
            { text: `  ${section.heading.en}`, italics: true, fontSize: 8, color: '#667085' },
          ],
          margin: [0, 10, 0, 4],
        },
      ]
    : [];
  return 'rows' in section
    ? [...heading, drawRows(section.rows)]
    : [...heading, drawTable({ ...section, widths: section.columns.map(() => 'auto'), fontSize: 8 })];
}

export function drawRows(rows: { label: Text; value: string }[]): Content {
  const body = rows.map(({ label, value }) => [
    { text: [{ text: label.id }, { text: `  ${label.en}`, italics: true, fontSize: 7, color: '#667085' }] },
    { text: ':' },
    { text: value, bold: true },
  ]);
  return { layout: 'noBorders', table: { widths: [190, 6, '*'], body } };
}

/** A ruled table with bilingual heads and, as the forms have it, a line of column numbers. */
export function drawTable(input: {
  columns: Text[];
  lines: string[][];
  widths: (string | number)[];
  fontSize: number;
  /** Number of the first column after the row's own. */
  numberedFrom?: number;
}): Content {
  const { columns, lines, widths, fontSize } = input;
  const head: TableCell[] = columns.map((column) => ({
    text: [
      { text: column.id, bold: true },
      { text: `\n${column.en}`, italics: true, fontSize: fontSize - 1.5 },
    ],
    ...{ fillColor: '#f2f4f7', fontSize, alignment: 'center' },
  }));
  const { numberedFrom } = input;
  const number = (index: number) => (index === 0 ? '' : `(${index + (numberedFrom ?? 1) - 1})`);
  const numbers: TableCell[][] =
    numberedFrom === undefined
      ? []
      : [columns.map((_, index) => ({ text: number(index), fontSize: fontSize - 1, alignment: 'center' }))];
  const body = lines.map((line): TableCell[] => line.map((text) => ({ text, fontSize })));
  return {
    table: { headerRows: 1 + numbers.length, widths, body: [head, ...numbers, ...body] },
    layout: {
      ...{ hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
      ...{ paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => 1, paddingBottom: () => 1 },
    },
  };
}
