/** The one way to a PDF: fonts of our own, and nothing that a text says is ever fetched. */
import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import pdfmake from 'pdfmake';
import type { OpenPdf } from './signing/sign-pdf.js';

const locate = createRequire(import.meta.url).resolve;
const fonts = {
  normal: locate('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: locate('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  italics: locate('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
  bolditalics: locate('@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf'),
};
pdfmake.addFonts({ NotoSans: fonts });
// Our documents embed nothing: what a name or an address says must never make the server fetch or read something.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));

/** Not ended yet: a signature may still be put into it. */
export async function openPrint(definition: TDocumentDefinitions): Promise<OpenPdf> {
  return (await pdfmake.createPdf(definition).getStream()) as unknown as OpenPdf;
}

export function printPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake.createPdf(definition).getBuffer();
}
