/** How a table of a book fits its page: how wide the columns are, and where the text of a cell breaks. Widths in points. */
import type { BookTable } from '@lampid/domain/ledger/book-table';

export type WidthOf = (text: string) => number;

/** Of the page, that a column may take so that its longest word stays whole. */
const WIDEST = 0.2;

/**
 * The table's own shares of the page; a column that would have to break a word (a date, a name) takes from those with room to spare.
 * `gap`: what a cell keeps free on both sides together.
 */
export function columnWidths(
  table: Pick<BookTable, 'widths' | 'head' | 'lines'>,
  options: { available: number; gap: number; headWidthOf: WidthOf; cellWidthOf: WidthOf },
): number[] {
  const { available, gap } = options;
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const needed = longestWords(table, options).map((width) => Math.min(width + gap, WIDEST * available));
  const columns = table.widths.map((width, at) => {
    const share = (width / total) * available;
    return { share, lacks: Math.max(0, needed[at]! - share), spares: Math.max(0, share - needed[at]!) };
  });
  const lacking = columns.reduce((sum, { lacks }) => sum + lacks, 0);
  const spare = columns.reduce((sum, { spares }) => sum + spares, 0);
  const moved = Math.min(lacking, spare);
  return columns.map(
    ({ share, lacks, spares }) =>
      share + (lacking > 0 ? (lacks * moved) / lacking : 0) - (spare > 0 ? (spares * moved) / spare : 0),
  );
}

/** Of each column; headings over several columns have room enough. */
function longestWords(
  { widths, head, lines }: Pick<BookTable, 'widths' | 'head' | 'lines'>,
  { headWidthOf, cellWidthOf }: { headWidthOf: WidthOf; cellWidthOf: WidthOf },
): number[] {
  const longest = widths.map(() => 0);
  const measure = (at: number, text: string, widthOf: WidthOf) => {
    for (const word of wordsOf(text)) longest[at] = Math.max(longest[at]!, widthOf(word));
  };
  for (const { text, at, columns } of placedHeads(head)) {
    if (columns === 1) for (const part of wordsOf(text).flatMap(partsOf)) measure(at, part, headWidthOf);
  }
  for (const { cells } of lines) cells.forEach((value, at) => measure(at, printed(value), cellWidthOf));
  return longest;
}

export interface PlacedHead {
  text: string;
  /** First column and line of headings, from 0, and how many it covers. */
  at: number;
  level: number;
  columns: number;
  rows: number;
}

/** Where each heading stands, beside those that reach down from the line above. */
export function placedHeads(head: BookTable['head']): PlacedHead[] {
  const taken = head.map(() => new Set<number>());
  return head.flatMap((cells, level) => {
    let at = 0;
    return cells.map(({ text, columns = 1, rows = 1 }) => {
      while (taken[level]!.has(at)) at += 1;
      for (let below = level; below < level + rows; below += 1)
        for (let column = at; column < at + columns; column += 1) taken[below]?.add(column);
      at += columns;
      return { text: text.id, at: at - columns, level, columns, rows };
    });
  });
}

const NUMBER = new Intl.NumberFormat('id-ID');

/** A cell's value as it stands on paper. */
export function printed(value: string | number): string {
  return typeof value === 'number' ? NUMBER.format(value) : value;
}

/** Between words; a word that is wider than its column after a hyphen or a stroke, and only if need be anywhere. */
export function breakText(text: string, { width, widthOf }: { width: number; widthOf: WidthOf }): string[] {
  if (widthOf(text) <= width) return [text];
  return packed(wordsOf(text), { width, widthOf, between: ' ' }, (word) =>
    packed(partsOf(word), { width, widthOf, between: '' }, (part) =>
      packed([...part], { width, widthOf, between: '' }, (letter) => [letter]),
    ),
  );
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);
const partsOf = (word: string) => word.split(/(?<=[-/])/);

/** As many pieces on each line as it holds; what is wider than a line alone goes on from `smaller` lines. */
function packed(
  pieces: readonly string[],
  { width, widthOf, between }: { width: number; widthOf: WidthOf; between: string },
  smaller: (piece: string) => string[],
): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  for (const piece of pieces) {
    const longer: string = line === null ? piece : line + between + piece;
    if (widthOf(longer) <= width) line = longer;
    else {
      if (line !== null) lines.push(line);
      const broken: string[] = widthOf(piece) <= width ? [piece] : smaller(piece);
      lines.push(...broken.slice(0, -1));
      line = broken.at(-1)!;
    }
  }
  return line === null ? lines : [...lines, line];
}
