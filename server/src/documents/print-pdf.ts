/** The one way to a document's PDF: fonts of our own, and nothing that a text says is ever fetched. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import pdfmake from 'pdfmake';
import { NOTO_SANS } from './noto-sans.js';
import type { OpenPdf } from './signing/sign-pdf.js';

pdfmake.addFonts({ NotoSans: NOTO_SANS });
// Our documents embed nothing: what a name or an address says must never make the server fetch or read something.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(NOTO_SANS).includes(path));

/** Not ended yet: a signature may still be put into it. */
export async function openPrint(definition: TDocumentDefinitions): Promise<OpenPdf> {
  return (await pdfmake.createPdf(definition).getStream()) as unknown as OpenPdf;
}

export function printPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf(definition).getBuffer();
}
