/** Pages that fill from the top: what is put on them, and where the next thing stands. */
import type { Page, PdfPages, Type } from './pdf-pages.js';

export const MARGIN = { side: 28, top: 28, bottom: 36 };

export type Align = 'left' | 'center' | 'right';

export class PageFlow {
  readonly made: Page[] = [];
  y = 0;

  constructor(
    readonly pages: PdfPages,
    readonly type: Type,
  ) {
    this.turn();
  }

  get page(): Page {
    return this.made.at(-1)!;
  }

  get width(): number {
    return this.pages.width - 2 * MARGIN.side;
  }

  /** Height of an empty page. */
  get room(): number {
    return this.pages.height - MARGIN.top - MARGIN.bottom;
  }

  turn(): void {
    this.made.push({ shaded: [], rules: [], texts: [] });
    this.y = MARGIN.top;
  }

  holds(height: number): boolean {
    return this.y + height <= this.pages.height - MARGIN.bottom;
  }

  /** `within`: the text's left edge and the width that it is put into. */
  write(text: string, options: { type: Type; x: number; y: number; width?: number; align?: Align }): void {
    if (text === '') return;
    const { type, y, width = 0, align = 'left' } = options;
    const free = align === 'left' ? 0 : width - this.pages.widthOf(text, type);
    const x = options.x + (align === 'center' ? free / 2 : free);
    this.page.texts.push({ text, x, y, ...type });
  }

  centered(text: string, type: Type): void {
    this.write(text, { type, x: MARGIN.side, y: this.y, width: this.width, align: 'center' });
    this.y += this.pages.lineHeight(type);
  }
}
