/** Where everything of a book stands on its pages: its titles, its tables, the signature block at the end. */
import { longDate } from '@lampid/domain/dates';
import { monthName } from '@lampid/domain/months';
import { MARGIN, PageFlow } from './page-flow.js';
import type { Page, PdfPages, Type } from './pdf-pages.js';
import type { Book } from './read-book.js';
import { setTable } from './set-table.js';

const TITLE: Type = { face: 'bold', size: 13 };

/** Tables of many columns are set smaller; those of B.3 need the larger paper as well. */
export function paperOf({ tables }: Pick<Book, 'tables'>): { size: 'A3' | 'A4'; type: Type } {
  const columns = Math.max(...tables.map(({ widths }) => widths.length));
  return {
    size: columns > 20 ? 'A3' : 'A4',
    type: { face: 'normal', size: columns > 20 ? 7 : columns > 12 ? 7.5 : 8.5 },
  };
}

/** `pages` measures; nothing is drawn. */
export function layOutBook(book: Book, { pages, today }: { pages: PdfPages; today: string }): Page[] {
  const { type } = paperOf(book);
  const flow = new PageFlow(pages, type);
  const levels = ['PEMERINTAH', 'KECAMATAN', 'KELURAHAN/DESA'];
  flow.centered(book.title.toUpperCase(), TITLE);
  book.path.forEach((name, level) => flow.centered(`${levels[level]} ${name.toUpperCase()}`, type));
  flow.centered(`BULAN ${monthName(book.month).toUpperCase()}`, type);
  flow.y += 10;
  for (const table of book.tables) setTable(table, flow);
  signature(book, { today, flow });
  footers(book, flow);
  return flow.made;
}

/** Who signs: the lurah of a kelurahan, the camat of a kecamatan, the head of the office for the city. */
function signature(book: Book, { today, flow }: { today: string; flow: PageFlow }): void {
  const offices = ['KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL', 'CAMAT', 'LURAH'];
  const office = offices[book.path.length - 1]!;
  const above = [
    `${book.path[0]}, ${longDate(today)}`,
    `${office} ${book.path.length > 1 ? book.areaName.toUpperCase() : ''}`.trim(),
  ];
  const below = [
    '(........................................)',
    'NIP. ........................................',
  ];
  const lineHeight = flow.pages.lineHeight(flow.type);
  if (!flow.holds(18 + 46 + 4 * lineHeight)) flow.turn();
  flow.y += 18;
  const write = (text: string) => {
    const x = flow.pages.width - MARGIN.side - 260;
    flow.write(text, { type: flow.type, x, y: flow.y, width: 260, align: 'center' });
    flow.y += lineHeight;
  };
  above.forEach(write);
  flow.y += 46;
  below.forEach(write);
}

function footers(book: Book, { made, pages }: PageFlow): void {
  const type = { face: 'normal', size: 7, color: '#667085' } as const;
  const y = pages.height - MARGIN.bottom + 8;
  const name = `${book.title} · ${book.areaName} · ${monthName(book.month)}`;
  made.forEach(({ texts }, at) => {
    const place = `${at + 1} / ${made.length}`;
    const right = pages.width - MARGIN.side - pages.widthOf(place, type);
    texts.push({ text: name, x: MARGIN.side, y, ...type }, { text: place, x: right, y, ...type });
  });
}
