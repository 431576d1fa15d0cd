/**
 * A signature field in a PDF that pdfkit is about to finish, and the signature put into the finished bytes (ISO 32000-1, 12.8; ETSI EN
 * 319 142-1). The libraries for this bring an old pdfkit of their own; with the document still open it is one dictionary.
 */
import type { DocumentSigner } from './document-signer.js';

/** What we use of pdfkit's document. */
export interface OpenPdf extends NodeJS.ReadableStream {
  page: { dictionary: unknown; annotations: unknown[] };
  _root: { data: Record<string, unknown> };
  ref(data: object): { end(): void };
  endAcroForm(): void;
  end(): void;
}

/** Room for the CMS in bytes: two certificates of 1 KB, a signature and attributes take about 2.8 KB. */
const SIGNATURE_BYTES = 6_000;
const UNKNOWN = 9_999_999_999;
const RANGE = `/ByteRange [0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}]`;

export async function signPdf(
  pdf: OpenPdf,
  options: { signer: DocumentSigner; signedBy: string; reason: string; at: Date },
): Promise<Buffer> {
  addField(pdf, options);
  return fillIn(await finish(pdf), options.signer);
}

function addField(
  pdf: OpenPdf,
  { signedBy, reason, at }: { signedBy: string; reason: string; at: Date },
): void {
  const signature = pdf.ref({
    ...{ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached' },
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: Buffer.alloc(SIGNATURE_BYTES),
    // pdfkit writes String objects as texts and plain strings as names.
    ...{ Name: new String(signedBy), Reason: new String(reason), M: at },
  });
  const field = pdf.ref({
    ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: [0, 0, 0, 0], V: signature },
    // Print and locked: an invisible field that stays what it is.
    ...{ T: new String('Signature1'), F: 132, P: pdf.page.dictionary },
  });
  const form = pdf.ref({ SigFlags: 3, Fields: [field] });
  pdf.page.annotations.push(field);
  pdf._root.data['AcroForm'] = form;
  // pdfkit would finish a form that it made itself, and misses its fonts in ours.
  pdf.endAcroForm = () => undefined;
  for (const reference of [signature, field, form]) reference.end();
}

export async function finish(pdf: OpenPdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.end();
  for await (const chunk of pdf) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function fillIn(pdf: Buffer, signer: DocumentSigner): Promise<Buffer> {
  const range = pdf.indexOf(RANGE);
  const before = pdf.indexOf('<', pdf.indexOf('/Contents <', range));
  const after = before + SIGNATURE_BYTES * 2 + 2;
  if (range < 0 || pdf[after - 1] !== 0x3e) throw new Error('the PDF has no room for a signature');
  pdf.write(`/ByteRange [0 ${before} ${after} ${pdf.length - after}]`.padEnd(RANGE.length), range, 'latin1');
  const cms = await signer.sign(Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]));
  if (cms.length > SIGNATURE_BYTES) throw new Error(`a signature of ${cms.length} bytes does not fit`);
  pdf.write(cms.toString('hex'), before + 1, 'latin1');
  return pdf;
}
