import type { DocumentContent } from '@lampid/domain/documents/document-content';
import type { Content } from 'pdfmake/interfaces.js';

export interface LayoutInput {
  content: DocumentContent;
  /** Name of the issuing city, e.g. `Kota Bandung`. */
  cityName: string;
}

/** How one kind of document looks between the office's head and its signature. */
export interface Layout {
  orientation: 'portrait' | 'landscape';
  body(input: LayoutInput): Content[];
}

/** The frame of every page draws title and number unless a layout does. */
export function titleAndNumber({ content }: LayoutInput): Content[] {
  return [
    { text: content.title.id.toUpperCase(), bold: true, fontSize: 14, alignment: 'center' },
    { text: content.title.en, italics: true, alignment: 'center', color: '#475467' },
    {
      text: content.number ? `Nomor / Number: ${content.number}` : ' ',
      ...{ bold: true, fontSize: 10, alignment: 'center', margin: [0, 6, 0, 14] },
    },
  ];
}
