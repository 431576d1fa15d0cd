import { verifyCms } from './cms-signature.js';

/** True when the one signature of this PDF is over all of its bytes, and by a certificate of the authority (PEM). */
export async function verifyPdf(pdf: Buffer, authority: string): Promise<boolean> {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1'));
  if (!range) return false;
  const [start, before, after, rest] = range.slice(1).map(Number) as [number, number, number, number];
  // Bytes outside of the signed ones would be a page that nobody signed.
  if (start !== 0 || before >= after || after + rest !== pdf.length) return false;
  const hole = pdf.subarray(before, after).toString('latin1');
  const hex = /^<([0-9a-f]+)>$/i.exec(hole)?.[1];
  if (!hex) return false;
  const signed = Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]);
  return verifyCms(signed, Buffer.from(hex, 'hex'), authority);
}
