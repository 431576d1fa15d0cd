/** What an upload is, by its content: a name and a declared type are only what the sender says. */
import { Problem } from '../http/problem.js';

export const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024;

export type AttachmentMediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

const EXTENSIONS: Record<string, AttachmentMediaType> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);

/** @throws Problem 422 when the content is none of the three, is cut off, or is not what its name or declared type says */
export function attachmentType(file: {
  content: Buffer;
  fileName: string;
  declared: string;
}): AttachmentMediaType {
  const type = sniff(file.content);
  if (type === null)
    throw refused('Isi berkas bukan pdf, jpg, atau png', 'The content is neither pdf, jpg nor png');
  const extension = /\.([a-z0-9]+)$/i.exec(file.fileName)?.[1]?.toLowerCase();
  const named = extension === undefined ? type : EXTENSIONS[extension];
  const declared = file.declared === 'image/jpg' ? 'image/jpeg' : file.declared;
  const saysOther = declared !== '' && declared !== 'application/octet-stream' && declared !== type;
  if (named !== type || saysOther)
    throw refused(
      'Isi berkas tidak sesuai dengan nama atau jenisnya',
      'The content is not what its name or type says',
    );
  return type;
}

function sniff(content: Buffer): AttachmentMediaType | null {
  if (content.subarray(0, 5).toString('latin1') === '%PDF-')
    return content.subarray(-2048).includes('%%EOF') ? 'application/pdf' : null;
  if (content.subarray(0, 8).equals(PNG)) return content.subarray(-64).includes('IEND') ? 'image/png' : null;
  if (content.subarray(0, 3).equals(JPEG_START))
    // Cameras append padding or metadata after the end marker.
    return content.lastIndexOf(JPEG_END) > content.length - 64 * 1024 ? 'image/jpeg' : null;
  return null;
}

function refused(id: string, en: string): Problem {
  return new Problem('unsupported-file', { id, en });
}
