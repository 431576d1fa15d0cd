import { recordAudit } from '@lampid/db/kernel/audit';
import type { Tx } from '@lampid/db/data-source';
import { storeAttachment, storeAttachmentAs } from '@lampid/db/reporting/attachments';
import type { Deps } from '../deps.js';
import { inputFault, invalidInput, Problem } from '../http/problem.js';
import type { Caller } from '../identity/authorize.js';
import { attachmentType } from './attachment-type.js';

export interface Upload {
  originalname: string;
  mimetype: string;
  buffer: Buffer;
}

/**
 * `id`: chosen by the sender, whose repeat after a lost answer is the same upload.
 * @throws Problem 422 when there is no file, or it is not what it says; 409 when the id is another file's
 */
export async function uploadAttachment(
  deps: Deps,
  input: { caller: Caller; file: Upload | undefined; id?: string },
) {
  const { caller, file, id: chosen } = input;
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
  const upload = { content: file.buffer, mediaType, fileName, uploadedBy: caller.username };
  return deps.db.transaction(async (tx) => {
    const { id, sha256, isNew } = chosen
      ? await storeChosen(tx, chosen, upload)
      : { ...(await storeAttachment(tx, upload)), isNew: true };
    if (isNew)
      await recordAudit(tx, {
        actor: caller.username,
        action: 'attachment.uploaded',
        object: `attachment:${id}`,
      });
    return { id, sha256, mediaType, bytes: file.buffer.length, fileName };
  });
}

async function storeChosen(tx: Tx, id: string, upload: Parameters<typeof storeAttachmentAs>[2]) {
  const stored = await storeAttachmentAs(tx, id, upload);
  if (stored) return stored;
  throw new Problem('state-conflict', {
    id: 'Tanda lampiran ini sudah dipakai berkas lain',
    en: 'This id is that of another file',
  });
}

/** Officers name scans after people and their numbers: digits of that length are taken out, also in groups, and so are paths. */
function safeFileName(name: string): string {
  const decoded = Buffer.from(name, 'latin1').toString('utf8');
  const base = decoded.replace(/^.*[/\\]/, '').replace(/[^\p{L}\p{N} ._()-]/gu, '_');
  return base.replace(/\p{N}(?:[ ._()-]{0,3}\p{N}){11,}/gu, 'x').slice(-120) || 'lampiran';
}
