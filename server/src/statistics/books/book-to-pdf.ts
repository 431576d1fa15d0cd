/** A book as a page for signing: landscape, headings repeated on every page, the offices' signature block at the end. */
import { longDate } from '@lampid/domain/dates';
import type { BookTable } from '@lampid/domain/ledger/book-table';
import { monthName } from '@lampid/domain/months';
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { printPdf } from '../../documents/print-pdf.js';
import type { Book } from './read-book.js';

export function bookToPdf(book: Book, { today }: { today: string }): Promise<Buffer> {
  const wide = Math.max(...book.tables.map((table) => table.widths.length));
  const levels = ['PEMERINTAH', 'KECAMATAN', 'KELURAHAN/DESA'];
  return printPdf({
    pageSize: wide > 20 ? 'A3' : 'A4',
    pageOrientation: 'landscape',
    pageMargins: [28, 28, 28, 36],
    defaultStyle: { font: 'NotoSans', fontSize: wide > 20 ? 7 : 8.5 },
    info: { title: `${book.title} ${book.areaName} ${book.month}` },
    footer: (current, count) => ({
      margin: [28, 8],
      fontSize: 7,
      color: '#667085',
      columns: [
        { text: `${book.title} · ${book.areaName} · ${monthName(book.month)}`, width: '*' },
        { text: `${current} / ${count}`, width: 'auto' },
      ],
    }),
    content: [
      { text: book.title.toUpperCase(), bold: true, fontSize: 13, alignment: 'center' },
      ...book.path.map((name, level): Content => ({
        text: `${levels[level]} ${name.toUpperCase()}`,
        alignment: 'center',
      })),
      { text: `BULAN ${monthName(book.month).toUpperCase()}`, alignment: 'center', margin: [0, 0, 0, 10] },
      ...book.tables.flatMap(drawTable),
      signature(book, today),
    ],
  });
}

function drawTable(table: BookTable): Content[] {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const wide = table.widths.length > 20;
  return [
    ...(table.caption
      ? [{ text: table.caption.id, bold: true, margin: [0, 8, 0, 4] as [number, number, number, number] }]
      : []),
    {
      margin: [0, 0, 0, 6],
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0.5,
        hLineColor: () => '#98a2b3',
        vLineColor: () => '#98a2b3',
        ...(wide ? { paddingLeft: () => 2, paddingRight: () => 2 } : {}),
      },
      table: {
        headerRows: table.head.length + (table.numbered ? 1 : 0),
        // Shares of the page; what is left over after the padding.
        widths: table.widths.map((width) => `${((width / total) * 100).toFixed(3)}%`),
        body: [
          ...headRows(table),
          ...table.lines.map(({ cells, strong }) => cells.map((value) => drawCell(value, strong))),
        ],
      },
    },
  ];
}

function drawCell(value: string | number, strong = false): TableCell {
  return {
    text: typeof value === 'number' ? value.toLocaleString('id-ID') : value,
    alignment: typeof value === 'number' ? 'right' : 'left',
    bold: strong,
    ...(strong ? { fillColor: '#f2f4f7' } : {}),
  };
}

function headRows(table: BookTable): TableCell[][] {
  const columns = table.widths.length;
  const rows: TableCell[][] = table.head.map(() => Array<TableCell>(columns).fill({}));
  const taken = table.head.map(() => new Set<number>());
  for (const [level, cells] of table.head.entries()) {
    let at = 0;
    for (const { text, columns: wide = 1, rows: tall = 1 } of cells) {
      while (taken[level]!.has(at)) at += 1;
      rows[level]![at] = {
        ...{ text: text.id, bold: true, alignment: 'center', fillColor: '#eef3f4' },
        ...{ colSpan: wide, rowSpan: tall },
      };
      for (let below = level; below < level + tall; below += 1)
        for (let column = at; column < at + wide; column += 1) taken[below]?.add(column);
      at += wide;
    }
  }
  const numbers = table.widths.map((_, index): TableCell => ({
    ...{ text: String(index + 1), italics: true, alignment: 'center', fontSize: 6.5, fillColor: '#eef3f4' },
  }));
  return table.numbered ? [...rows, numbers] : rows;
}

/** Who signs: the lurah of a kelurahan, the camat of a kecamatan, the head of the office for the city. */
function signature(book: Book, today: string): Content {
  const offices = ['KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL', 'CAMAT', 'LURAH'];
  const office = offices[book.path.length - 1]!;
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    columns: [
      { text: '', width: '*' },
      {
        width: 260,
        alignment: 'center',
        stack: [
          `${book.path[0]}, ${longDate(today)}`,
          `${office} ${book.path.length > 1 ? book.areaName.toUpperCase() : ''}`,
          { text: '(........................................)', margin: [0, 46, 0, 0] },
          'NIP. ........................................',
        ],
      },
    ],
  };
}
