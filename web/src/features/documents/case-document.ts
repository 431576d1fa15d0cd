import type { Attachment, IssuedDocument } from '../../api/wire.js';

/** How a document stood in the past is known without whether its file was signed by then. */
export type CaseDocument = (Omit<IssuedDocument, 'signed'> & { signed?: boolean }) | Attachment;

/** What the office draws itself is PDF. */
export const isPdf = (document: CaseDocument) =>
  !('mediaType' in document) || document.mediaType === 'application/pdf';
