/** A table of a book on its pages: headings repeated on each, lines never parted. */
import type { BookTable } from '@lampid/domain/ledger/book-table';
import { MARGIN, type Align, type PageFlow } from './page-flow.js';
import type { Box, Type } from './pdf-pages.js';
import { breakText, columnWidths, placedHeads, printed } from './table-layout.js';

const PADDING = { x: 3, y: 2 };
const SHADE = { head: '#eef3f4', strong: '#f2f4f7' };

export function setTable(table: BookTable, flow: PageFlow): void {
  const set = new TableSetter(table, flow);
  if (table.caption) {
    const type: Type = { ...flow.type, face: 'bold' };
    const height = flow.pages.lineHeight(type) + 12;
    // An annex that has room on one page is not parted.
    const whole = height + set.whole;
    if (!flow.holds(flow.room >= whole ? whole : height + set.least)) flow.turn();
    flow.write(table.caption.id, { type, x: MARGIN.side, y: flow.y + 8 });
    flow.y += height;
  }
  set.begin();
  for (const line of table.lines) set.line(line);
  set.end();
  flow.y += 6;
}

class TableSetter {
  private readonly widths: number[];
  /** Left edges of the columns, and the right edge of the last. */
  private readonly edges: number[];
  private readonly plain: Type;
  private readonly bold: Type;
  private readonly lineHeight: number;
  private readonly heads;
  private readonly headHeights: number[];
  /** Where the lines of this page begin, and where each of them ended. */
  private from = 0;
  private ends: number[] = [];

  constructor(
    private readonly table: BookTable,
    private readonly flow: PageFlow,
  ) {
    const { pages, type } = flow;
    this.plain = type;
    this.bold = { ...type, face: 'bold' };
    this.lineHeight = pages.lineHeight(type);
    this.widths = columnWidths(table, {
      ...{ available: flow.width, gap: 2 * PADDING.x },
      headWidthOf: (text) => pages.widthOf(text, this.bold),
      cellWidthOf: (text) => pages.widthOf(text, this.plain),
    });
    this.edges = this.widths.reduce((edges, width) => [...edges, edges.at(-1)! + width], [MARGIN.side]);
    this.heads = placedHeads(table.head).map((head) => ({
      ...head,
      lines: this.broken(head.text, { from: head.at, columns: head.columns, type: this.bold }),
    }));
    this.headHeights = this.levels();
  }

  /** Heights of the lines of headings, with that of the numbers under them. */
  private levels(): number[] {
    const heights = this.table.head.map(() => 0);
    for (const { level, rows, lines } of [...this.heads].sort((left, right) => left.rows - right.rows)) {
      const covered = heights.slice(level, level + rows).reduce((sum, height) => sum + height, 0);
      heights[level + rows - 1]! += Math.max(0, this.heightOf([lines]) - covered);
    }
    return this.table.numbered ? [...heights, this.heightOf([['1']])] : heights;
  }

  private broken(text: string, of: { from: number; columns: number; type: Type }): string[] {
    const width = this.edges[of.from + of.columns]! - this.edges[of.from]! - 2 * PADDING.x;
    // Widths were shared out to the last point: what fits exactly may not be broken by the last digit of a sum.
    return breakText(text, {
      width: width + 0.01,
      widthOf: (part) => this.flow.pages.widthOf(part, of.type),
    });
  }

  linesOf({ cells, strong }: BookTable['lines'][number]): string[][] {
    const type = strong ? this.bold : this.plain;
    return cells.map((value, from) => this.broken(printed(value), { from, columns: 1, type }));
  }

  heightOf(cells: readonly string[][]): number {
    return Math.max(...cells.map((lines) => lines.length)) * this.lineHeight + 2 * PADDING.y;
  }

  /** Headings and one line: they are not parted. */
  get least(): number {
    return this.heightWith(this.table.lines.slice(0, 1));
  }

  get whole(): number {
    return this.heightWith(this.table.lines);
  }

  private heightWith(lines: BookTable['lines']): number {
    const heights = [...this.headHeights, ...lines.map((line) => this.heightOf(this.linesOf(line)))];
    return heights.reduce((sum, height) => sum + height, 0);
  }

  begin(): void {
    if (!this.flow.holds(this.least)) this.flow.turn();
    this.head();
  }

  line(line: BookTable['lines'][number]): void {
    const { flow, edges } = this;
    const cells = this.linesOf(line);
    const height = this.heightOf(cells);
    if (!flow.holds(height)) {
      this.end();
      flow.turn();
      this.head();
    }
    const [x, right] = [edges[0]!, edges.at(-1)!];
    if (line.strong)
      flow.page.shaded.push({ ...{ x, y: flow.y, width: right - x, height }, color: SHADE.strong });
    const type = line.strong ? this.bold : this.plain;
    cells.forEach((lines, at) => {
      const align = typeof line.cells[at] === 'number' ? 'right' : 'left';
      this.cell(lines, { y: flow.y + PADDING.y, from: at, columns: 1, type, align });
    });
    flow.y += height;
    this.ends.push(flow.y);
  }

  /** Rules what stands on this page. */
  end(): void {
    const { edges, from, ends } = this;
    const bottom = ends.at(-1);
    if (bottom === undefined) return;
    const { rules } = this.flow.page;
    for (const y of ends) rules.push([edges[0]!, y, edges.at(-1)!, y]);
    for (const x of edges) rules.push([x, from, x, bottom]);
    this.ends = [];
  }

  private head(): void {
    const { flow, headHeights, edges, table } = this;
    const tops = headHeights.reduce((all, height) => [...all, all.at(-1)! + height], [flow.y]);
    for (const { at, level, columns, rows, lines } of this.heads) {
      const [y, below] = [tops[level]!, tops[level + rows]!];
      this.headBox({ x: edges[at]!, y, width: edges[at + columns]! - edges[at]!, height: below - y });
      this.cell(lines, { y: y + PADDING.y, from: at, columns, type: this.bold, align: 'center' });
    }
    if (table.numbered) {
      const type: Type = { face: 'italics', size: Math.min(6.5, this.plain.size) };
      const [y, below] = [tops[table.head.length]!, tops.at(-1)!];
      this.widths.forEach((width, at) => {
        this.headBox({ x: edges[at]!, y, width, height: below - y });
        this.cell([String(at + 1)], { y: y + PADDING.y, from: at, columns: 1, type, align: 'center' });
      });
    }
    flow.y = this.from = tops.at(-1)!;
  }

  private headBox(box: Box): void {
    const { x, y, width, height } = box;
    this.flow.page.shaded.push({ ...box, color: SHADE.head });
    this.flow.page.rules.push(
      ...([
        [x, y, x + width, y],
        [x, y + height, x + width, y + height],
        [x, y, x, y + height],
        [x + width, y, x + width, y + height],
      ] as [number, number, number, number][]),
    );
  }

  private cell(
    lines: string[],
    of: { y: number; from: number; columns: number; type: Type; align: Align },
  ): void {
    const x = this.edges[of.from]! + PADDING.x;
    const width = this.edges[of.from + of.columns]! - PADDING.x - x;
    lines.forEach((text, at) => {
      this.flow.write(text, { type: of.type, x, y: of.y + at * this.lineHeight, width, align: of.align });
    });
  }
}
