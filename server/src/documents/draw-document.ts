/**
 * Draws the page of an issued document from its signed content. The content is the document; this is its look, so it can be
 * drawn again at any time. The QR code holds what to check it by: number, hash and signature.
 */
import type { DocumentContent, DocumentSection } from '@lampid/domain/documents/document-content';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { printPdf } from './print-pdf.js';

export interface IssuedPage {
  content: DocumentContent;
  /** Name of the issuing city, e.g. `Kota Bandung`. */
  cityName: string;
  sha256: string;
  signature: string;
  keyId: string;
  void: boolean;
}

export async function drawDocument(page: IssuedPage): Promise<Buffer> {
  const { content } = page;
  const wide = content.sections.some((section) => 'columns' in section && section.columns.length > 6);
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: wide ? 'landscape' : 'portrait',
    pageMargins: [48, 48, 48, 64],
    defaultStyle: { font: 'NotoSans', fontSize: 9, lineHeight: 1.15 },
    info: { title: content.title.id, author: page.cityName, subject: content.number ?? content.kind },
    ...(page.void
      ? { watermark: { text: 'BATAL / VOID', color: '#b42318', opacity: 0.18, bold: true, angle: -35 } }
      : {}),
    footer: (current, count) => ({
      margin: [48, 16],
      fontSize: 7,
      color: '#667085',
      columns: [
        { text: `${content.legalBasis}`, width: '*' },
        { text: `${current} / ${count}`, width: 'auto' },
      ],
    }),
    content: [
      { text: 'PEMERINTAH ' + page.cityName.toUpperCase(), bold: true, fontSize: 11, alignment: 'center' },
      {
        text: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
        bold: true,
        alignment: 'center',
        margin: [0, 0, 0, 14],
      },
      { text: content.title.id.toUpperCase(), bold: true, fontSize: 14, alignment: 'center' },
      { text: content.title.en, italics: true, alignment: 'center', color: '#475467' },
      ...(content.number
        ? [
            {
              text: `Nomor: ${content.number}`,
              bold: true,
              fontSize: 11,
              alignment: 'center' as const,
              margin: [0, 6, 0, 14] as [number, number, number, number],
            },
          ]
        : []),
      ...content.sections.map(drawSection),
      {
        margin: [0, 18, 0, 0],
        unbreakable: true,
        columns: [
          {
            width: 100,
            qr: JSON.stringify({
              nomor: content.number,
              sha256: page.sha256,
              ttd: page.signature,
              kunci: page.keyId,
            }),
            fit: 92,
            eccLevel: 'L',
          },
          {
            width: '*',
            fontSize: 8,
            text: [
              { text: 'Ditandatangani secara elektronik / Signed electronically\n', bold: true },
              `Tanggal terbit / Issued: ${content.issuedOn}\n`,
              `SHA-256: ${page.sha256}\n`,
              `Kunci / Key: ${page.keyId} (Ed25519)`,
            ],
          },
        ],
      },
    ],
  };
  return printPdf(definition);
}

function drawSection(section: DocumentSection): Content {
  const heading: Content[] = section.heading
    ? [{ text: section.heading.id, bold: true, fontSize: 10, margin: [0, 8, 0, 4] }]
    : [];
  if ('rows' in section) {
    const body = section.rows.map(({ label, value }) => [
      { text: [{ text: label.id }, { text: `\n${label.en}`, italics: true, fontSize: 7, color: '#667085' }] },
      { text: ':' },
      { text: value, bold: true },
    ]);
    return [...heading, { layout: 'noBorders', table: { widths: [150, 6, '*'], body } }];
  }
  const head = section.columns.map((column) => ({
    text: [
      { text: column.id, bold: true },
      { text: `\n${column.en}`, italics: true, fontSize: 6.5 },
    ],
    fillColor: '#f2f4f7',
    fontSize: 8,
  }));
  const lines = section.lines.map((line) => line.map((cell) => ({ text: cell, fontSize: 8 })));
  return [
    ...heading,
    { table: { headerRows: 1, widths: section.columns.map(() => 'auto' as const), body: [head, ...lines] } },
  ];
}
