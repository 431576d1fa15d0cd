/**
 * Draws the page of an issued document from its signed content: head of the office, the kind's layout, and how to verify it. The
 * QR code is the address of the public verification page.
 */
import { longDate } from '@lampid/domain/dates';
import type { DocumentContent } from '@lampid/domain/documents/document-content';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { layoutOf } from './layouts/layout-of.js';
import { openPrint } from './print-pdf.js';
import { finish, signPdf, type OpenPdf } from './signing/sign-pdf.js';
import type { DocumentSigner } from './signing/document-signer.js';

export interface IssuedPage {
  content: DocumentContent;
  /** Name of the issuing city, e.g. `Kota Bandung`. */
  cityName: string;
  /** Hex, over the signed content. */
  sha256: string;
  /** Address of its public verification page. */
  verifyUrl: string;
  /** Stamped across the page: void, or replaced by a newer one. */
  stamp: 'void' | 'superseded' | null;
}

const STAMPS = { void: 'BATAL / VOID', superseded: 'TIDAK BERLAKU / SUPERSEDED' };

/** An unsigned page: of a document that does not stand any more. */
export async function drawDocument(page: IssuedPage): Promise<Buffer> {
  return finish(await openPdf(page));
}

/** The page with the office's PAdES signature. */
export async function drawSignedDocument(
  page: IssuedPage,
  options: { signer: DocumentSigner; at: Date },
): Promise<Buffer> {
  return signPdf(await openPdf(page), {
    ...options,
    signedBy: `Dinas Kependudukan dan Pencatatan Sipil ${page.cityName}`,
    reason: page.content.title.id,
  });
}

async function openPdf(page: IssuedPage): Promise<OpenPdf> {
  const { content, cityName, stamp } = page;
  const layout = layoutOf(content.kind);
  const definition: TDocumentDefinitions = {
    ...{ pageSize: 'A4', pageOrientation: layout.orientation },
    pageMargins: layout.orientation === 'landscape' ? [32, 22, 32, 36] : [48, 48, 48, 64],
    defaultStyle: { font: 'NotoSans', fontSize: 9, lineHeight: 1.15 },
    info: { title: content.title.id, author: cityName, subject: content.title.en },
    ...(stamp
      ? { watermark: { text: STAMPS[stamp], color: '#b42318', opacity: 0.18, bold: true, angle: -35 } }
      : {}),
    footer: (current, count) => ({
      ...{ margin: [48, 12], fontSize: 7, color: '#667085' },
      columns: [
        { text: content.legalBasis, width: '*' },
        { text: `${current} / ${count}`, width: 'auto' },
      ],
    }),
    content: [...officeHead(cityName), ...layout.body({ content, cityName }), signatureBlock(page)],
  };
  return openPrint(definition);
}

function officeHead(cityName: string): Content[] {
  return [
    { text: `PEMERINTAH ${cityName.toUpperCase()}`, bold: true, fontSize: 11, alignment: 'center' },
    {
      text: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
      ...{ bold: true, alignment: 'center', margin: [0, 0, 0, 10] },
    },
  ];
}

function signatureBlock({ content, cityName, sha256, verifyUrl }: IssuedPage): Content {
  return {
    ...{ margin: [0, 12, 0, 0], unbreakable: true },
    columns: [
      { width: 84, qr: verifyUrl, fit: 76, eccLevel: 'M' },
      {
        ...{ width: '*', fontSize: 7.5, color: '#475467', margin: [0, 4, 12, 0] },
        text: [
          { text: 'Periksa keaslian / Verify\n', bold: true },
          `${verifyUrl}\n`,
          'Dokumen ini ditandatangani secara elektronik; berkas PDF memuat tanda tangan digital (PAdES).\n',
          // In two lines: a word that is wider than its column would push the others off the page.
          `SHA-256 isi / content:\n${sha256.slice(0, 32)}\n${sha256.slice(32)}`,
        ],
      },
      {
        ...{ width: 190, alignment: 'center' },
        text: [
          `${cityName}, ${longDate(content.issuedOn)}\n`,
          'Kepala Dinas Kependudukan\ndan Pencatatan Sipil\n\n',
          { text: 'Ditandatangani secara elektronik\n', bold: true },
          { text: 'Signed electronically', italics: true, fontSize: 7.5, color: '#667085' },
        ],
      },
    ],
  };
}
