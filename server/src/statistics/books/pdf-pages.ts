/** The paper of the books: pages that hold texts at their places, ruled lines and shaded boxes. Points from the upper left corner. */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { NOTO_SANS } from '../../documents/noto-sans.js';

export type Face = 'normal' | 'bold' | 'italics';

export interface Type {
  face: Face;
  size: number;
}

export interface PlacedText extends Type {
  text: string;
  x: number;
  /** Of the line's upper edge. */
  y: number;
  /** Black when absent. */
  color?: string;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Page {
  shaded: (Box & { color: string })[];
  /** From the first point to the second. */
  rules: [number, number, number, number][];
  texts: PlacedText[];
}

const FACES = ['normal', 'bold', 'italics'] as const;
const RULE = { width: 0.5, color: '#98a2b3' };

export class PdfPages {
  private readonly document: PDFKit.PDFDocument;
  private readonly widths = { normal: new Map(), bold: new Map(), italics: new Map() } as Record<
    Face,
    Map<string, number>
  >;
  readonly width: number;
  readonly height: number;

  constructor(options: { size: 'A3' | 'A4'; title: string }) {
    this.document = new PDFDocument({
      ...{ size: options.size, layout: 'landscape', margin: 0, autoFirstPage: false, lang: 'id' },
      info: { Title: options.title },
      // No font of the system's before ours.
      font: NOTO_SANS.normal,
    });
    for (const face of FACES) setNumbersCharByChar(this.document.font(NOTO_SANS[face]));
    const [short, long] = options.size === 'A4' ? [595.28, 841.89] : [841.89, 1190.55];
    this.width = long;
    this.height = short;
  }

  /** Each text is measured once. */
  widthOf(text: string, { face, size }: Type): number {
    const known = this.widths[face];
    let width = known.get(text);
    if (width === undefined) {
      width = this.document.font(NOTO_SANS[face]).fontSize(1000).widthOfString(text);
      known.set(text, width);
    }
    return (width * size) / 1000;
  }

  lineHeight({ face, size }: Type): number {
    return this.document.font(NOTO_SANS[face]).fontSize(size).currentLineHeight(true);
  }

  draw({ shaded, rules, texts }: Page): void {
    const { document } = this;
    document.addPage();
    for (const { x, y, width, height, color } of shaded) document.rect(x, y, width, height).fill(color);
    for (const [fromX, fromY, toX, toY] of rules) document.moveTo(fromX, fromY).lineTo(toX, toY);
    if (rules.length > 0) document.lineWidth(RULE.width).stroke(RULE.color);
    let ink = '';
    for (const { text, x, y, face, size, color = 'black' } of texts) {
      if (color !== ink) document.fillColor(color);
      ink = color;
      document.font(NOTO_SANS[face]).fontSize(size).text(text, x, y, { lineBreak: false });
    }
  }

  async content(): Promise<Buffer> {
    const content = buffer(this.document);
    this.document.end();
    return content;
  }
}

interface Run {
  glyphs: unknown[];
  positions: unknown[];
  advanceWidth: number;
}

/** What pdfkit keeps of the font that is in use; its types do not tell. */
interface FontInUse {
  _font: { layoutCached(word: string): Run };
}

/**
 * A font lays out each word once, with its ligatures and kerning, and keeps it. That takes a quarter of a millisecond for a ticket, and
 * each ticket and almost each date is a word of its own: words with digits are put together from their characters, which were kept.
 */
function setNumbersCharByChar(document: PDFKit.PDFDocument): void {
  const { _font: font } = document as unknown as FontInUse;
  const layOut = font.layoutCached.bind(font);
  const known = new Map<string, Run>();
  font.layoutCached = (word) => {
    if (!/\d/.test(word)) return layOut(word);
    let run = known.get(word);
    if (!run) {
      run = { glyphs: [], positions: [], advanceWidth: 0 };
      for (const character of word) {
        const { glyphs, positions, advanceWidth } = layOut(character);
        run.glyphs.push(...glyphs);
        run.positions.push(...positions);
        run.advanceWidth += advanceWidth;
      }
      known.set(word, run);
    }
    return run;
  };
}
