/** Documents of an arrival (DOMAIN 2.7: Permendagri 108/2019 art. 12, 30). Conditional ones are judged by the rules. */
import {
  childCardDocument,
  familyCardDocument,
  identityCardDocument,
} from '@lampid/processes/documents/shared-documents';
import type { AttachmentKind, IssuedDocument } from '@lampid/processes/define-event';
import type { ArrivalData } from './schema.js';

export const arrivalAttachments: AttachmentKind[] = [
  { kind: 'skpwni', required: true, names: { id: 'SKPWNI asli', en: 'Original move-out letter (SKPWNI)' } },
  { kind: 'ktp', required: false, names: { id: 'KTP-el/KIA lama', en: 'Old identity cards' } },
  {
    kind: 'pernyataan-pemilik',
    required: false,
    names: { id: 'Surat pernyataan tidak keberatan pemilik rumah', en: "House owner's no-objection letter" },
  },
  {
    kind: 'pernyataan-menerima',
    required: false,
    names: {
      id: 'Pernyataan bersedia menerima sebagai anggota keluarga',
      en: 'Statement of acceptance into the family',
    },
  },
  {
    kind: 'kuasa-pengasuhan',
    required: false,
    names: { id: 'Surat kuasa pengasuhan anak', en: 'Child-care authority' },
  },
  { kind: 'f-1-07', required: false, names: { id: 'F-1.07 Surat kuasa', en: 'F-1.07 Power of attorney' } },
];

export const arrivalIssues: IssuedDocument<ArrivalData>[] = [
  familyCardDocument,
  identityCardDocument,
  childCardDocument,
];
