import { fileKind, MAX_FILE_BYTES, type FileMediaType } from '@lampid/domain/documents/file-kind';
import { Problem } from '../http/problem.js';

export const MAX_ATTACHMENT_BYTES = MAX_FILE_BYTES;

/** @throws Problem 422 when the content is none of the three, is cut off, or is not what its name or declared type says */
export function attachmentType(file: { content: Buffer; fileName: string; declared: string }): FileMediaType {
  const { content, fileName: name, declared } = file;
  const kind = fileKind({ content, name, declared });
  if (kind === 'unknown')
    throw refused('Isi berkas bukan pdf, jpg, atau png', 'The content is neither pdf, jpg nor png');
  if (kind === 'other')
    throw refused(
      'Isi berkas tidak sesuai dengan nama atau jenisnya',
      'The content is not what its name or type says',
    );
  return kind;
}

function refused(id: string, en: string): Problem {
  return new Problem('unsupported-file', { id, en });
}
