import { recordAudit } from '@lampid/db/kernel/audit';
import { storeAttachment } from '@lampid/db/reporting/attachments';
import type { Deps } from '../deps.js';
import { inputFault, invalidInput } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { attachmentType } from './attachment-type.js';

export interface Upload {
  originalname: string;
  mimetype: string;
  buffer: Buffer;
}

/** @throws Problem 422 when there is no file, or it is not what it says */
export async function uploadAttachment(deps: Deps, input: { caller: Caller; file: Upload | undefined }) {
  const { caller, file } = input;
  if (!file) {
    const text = { id: 'Lampirkan satu berkas', en: 'Send one file' };
    throw invalidInput([inputFault('REQUIRED', 'file', text)]);
  }
  const mediaType = attachmentType({
    content: file.buffer,
    fileName: file.originalname,
    declared: file.mimetype,
  });
  const fileName = safeFileName(file.originalname);
  return deps.db.transaction(async (tx) => {
    const { id, sha256 } = await storeAttachment(tx, {
      ...{ content: file.buffer, mediaType, fileName },
      uploadedBy: caller.username,
    });
    await recordAudit(tx, {
      actor: caller.username,
      action: 'attachment.uploaded',
      object: `attachment:${id}`,
    });
    return { id, sha256, mediaType, bytes: file.buffer.length, fileName };
  });
}

/** Officers name scans after people and their numbers: digits of that length are taken out, and so are paths. */
function safeFileName(name: string): string {
  const decoded = Buffer.from(name, 'latin1').toString('utf8');
  const base = decoded.replace(/^.*[/\\]/, '').replace(/[^\p{L}\p{N} ._()-]/gu, '_');
  return base.replace(/\d{12,}/g, 'x').slice(-120) || 'lampiran';
}
