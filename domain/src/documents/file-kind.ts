/** What an attachment is, by its content: a name and a declared type are only what the sender says. Pure: the desk asks it before the server does. */

export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type FileMediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** `unknown`: none of the three, or cut off. `other`: not what its name or declared type says. */
export type FileFault = 'unknown' | 'other';

const EXTENSIONS: Record<string, FileMediaType> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

const PDF = bytesOf('%PDF-');
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_START = [0xff, 0xd8, 0xff];
const JPEG_END = [0xff, 0xd9];

export function fileKind(file: {
  content: Uint8Array;
  name: string;
  /** As the sender says; may be empty. */
  declared: string;
}): FileMediaType | FileFault {
  const type = sniff(file.content);
  if (type === null) return 'unknown';
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  const named = extension === undefined ? type : EXTENSIONS[extension];
  const declared = file.declared === 'image/jpg' ? 'image/jpeg' : file.declared;
  const saysOther = declared !== '' && declared !== 'application/octet-stream' && declared !== type;
  return named !== type || saysOther ? 'other' : type;
}

export function isFileFault(kind: FileMediaType | FileFault): kind is FileFault {
  return kind === 'unknown' || kind === 'other';
}

function sniff(content: Uint8Array): FileMediaType | null {
  const begins = (bytes: readonly number[]) => bytes.every((byte, at) => content[at] === byte);
  if (begins(PDF))
    return lastIndexOf(content.subarray(-2048), bytesOf('%%EOF')) >= 0 ? 'application/pdf' : null;
  if (begins(PNG)) return lastIndexOf(content.subarray(-64), bytesOf('IEND')) >= 0 ? 'image/png' : null;
  // Cameras append padding or metadata after the end marker.
  if (begins(JPEG_START))
    return lastIndexOf(content.subarray(-64 * 1024), JPEG_END) >= 0 ? 'image/jpeg' : null;
  return null;
}

function bytesOf(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function lastIndexOf(content: Uint8Array, bytes: readonly number[]): number {
  for (let from = content.length - bytes.length; from >= 0; from--)
    if (bytes.every((byte, at) => content[from + at] === byte)) return from;
  return -1;
}
