/** A book as an XLSX workbook, one sheet per table, in the heads of the printed form. */
import type { BookTable, HeadCell } from '@lampid/domain/ledger/book-table';
import { monthName } from '@lampid/domain/months';
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { Book } from './read-book.js';

type NodeSheet = Parameters<typeof writeXlsxFile>[0][number];

const HEAD = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  borderStyle: 'thin',
  backgroundColor: '#EEF3F4',
} as const;

export async function bookToSheet(book: Book): Promise<Buffer> {
  const sheets = book.tables.map((table, index): NodeSheet => ({
    sheet: sheetName(book, table, index),
    orientation: 'landscape',
    columns: table.widths.map((width) => ({ width: width + 1 })),
    stickyRowsCount: titleRows(book).length + table.head.length + (table.numbered ? 1 : 0),
    data: [...titleRows(book, table), ...headRows(table), ...lineRows(table)],
  }));
  return writeXlsxFile(sheets).toBuffer();
}

function sheetName(book: Book, table: BookTable, index: number): string {
  const names = { a9: 'A-9', b2: 'B.2', b3: 'B.3', rt: 'Per RT', areas: 'Per wilayah' };
  // A sheet's name has 31 characters at most.
  return index === 0 ? names[book.book] : (table.caption?.id ?? `${index + 1}`).slice(0, 31);
}

function titleRows(book: Book, table: BookTable | null = null): Row[] {
  const text = (value: string): Row => [{ value, type: String, fontWeight: 'bold' }];
  const levels = ['PEMERINTAH', 'KECAMATAN', 'KELURAHAN/DESA'];
  return [
    text(book.title.toUpperCase() + (table?.caption ? `: ${table.caption.id.toUpperCase()}` : '')),
    ...book.path.map((name, level) => text(`${levels[level]} ${name.toUpperCase()}`)),
    text(`BULAN ${monthName(book.month).toUpperCase()}`),
    [],
  ];
}

/** Cells under one that spans rows or columns are left empty, as the format wants it. */
function headRows(table: BookTable): Row[] {
  const taken = table.head.map(() => new Set<number>());
  const rows = table.head.map((cells, level) =>
    headRow(cells, { level, taken, columns: table.widths.length }),
  );
  if (!table.numbered) return rows;
  return [
    ...rows,
    table.widths.map((_, index): CellObject => ({
      ...HEAD,
      value: index + 1,
      type: Number,
      fontStyle: 'italic',
    })),
  ];
}

function headRow(
  cells: readonly HeadCell[],
  { level, taken, columns }: { level: number; taken: Set<number>[]; columns: number },
): Row {
  const row: Row = Array<null>(columns).fill(null);
  let at = 0;
  for (const { text, columns: wide = 1, rows: tall = 1 } of cells) {
    while (taken[level]!.has(at)) at += 1;
    row[at] = { ...HEAD, value: text.id, type: String, columnSpan: wide, rowSpan: tall };
    for (let below = level; below < level + tall; below += 1) {
      for (let column = at; column < at + wide; column += 1) taken[below]?.add(column);
    }
    at += wide;
  }
  return row;
}

/** Text is always written as text: what begins with `=` is no formula here. */
function lineRows(table: BookTable): Row[] {
  return table.lines.map(({ cells, strong }) =>
    cells.map((value): CellObject => ({
      borderStyle: 'thin',
      ...(strong ? { fontWeight: 'bold' as const } : {}),
      ...(typeof value === 'number'
        ? { value, type: Number }
        : { value, type: String, wrap: value.length > 24 }),
    })),
  );
}
