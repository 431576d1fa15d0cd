/** Documents of a correction (F-1.06; UU 23/2006 art. 52, 71). Which proof is enough is judged by the rules. */
import type { AttachmentKind, IssuedDocument } from '@lampid/processes/define-event';
import {
  childCardDocument,
  familyCardDocument,
  identityCardDocument,
} from '@lampid/processes/documents/shared-documents';
import type { CorrectionData } from './schema.js';

/** Any one of these proves what is right. */
export const PROOFS = ['bukti-data', 'penetapan-pengadilan'];

export const correctionAttachments: AttachmentKind[] = [
  {
    kind: 'f-1-06',
    required: true,
    names: { id: 'F-1.06 Pernyataan perubahan elemen data', en: 'F-1.06 Statement of changed data' },
  },
  {
    kind: 'bukti-data',
    required: false,
    names: { id: 'Dokumen autentik (akta, ijazah, buku nikah, KK lama)', en: 'Authentic document' },
  },
  { kind: 'penetapan-pengadilan', required: false, names: { id: 'Penetapan pengadilan', en: 'Court order' } },
  { kind: 'f-1-07', required: false, names: { id: 'F-1.07 Surat kuasa', en: 'F-1.07 Power of attorney' } },
];

export const correctionIssues: IssuedDocument<CorrectionData>[] = [
  familyCardDocument,
  identityCardDocument,
  childCardDocument,
];
