/** Documents of a birth (DOMAIN 2.4: Perpres 96/2018, SE Dirjen 470/13287/Dukcapil). Conditional ones are judged by the rules. */
import { birthDeedContent } from '@lampid/domain/documents/deed';
import { deedNumberOf, residentOf } from '@lampid/processes/documents/about';
import { childCardDocument, familyCardDocument } from '@lampid/processes/documents/shared-documents';
import type { AttachmentKind, IssuedDocument } from '@lampid/processes/define-event';
import type { BirthData } from './schema.js';

export const birthAttachments: AttachmentKind[] = [
  {
    kind: 'f-2-01',
    required: true,
    names: { id: 'F-2.01 Formulir pelaporan pencatatan sipil', en: 'F-2.01 Civil registration form' },
  },
  { kind: 'kk', required: true, names: { id: 'Kartu Keluarga', en: 'Family card' } },
  {
    kind: 'surat-kelahiran',
    required: false,
    names: { id: 'Surat keterangan kelahiran', en: 'Birth letter' },
  },
  {
    kind: 'f-2-03',
    required: false,
    names: { id: 'F-2.03 SPTJM kebenaran data kelahiran', en: 'F-2.03 Sworn statement of birth' },
  },
  {
    kind: 'buku-nikah',
    required: false,
    names: { id: 'Buku nikah/kutipan akta perkawinan', en: 'Marriage book or certificate' },
  },
  {
    kind: 'f-2-04',
    required: false,
    names: { id: 'F-2.04 SPTJM sebagai pasangan suami istri', en: 'F-2.04 Sworn statement of marriage' },
  },
  {
    kind: 'berita-acara-polisi',
    required: false,
    names: { id: 'Berita acara kepolisian', en: 'Police report (foundling)' },
  },
  {
    kind: 'pernyataan-nama',
    required: false,
    names: { id: 'Pernyataan orang tua tentang nama', en: "Parents' statement about the name" },
  },
  { kind: 'f-1-07', required: false, names: { id: 'F-1.07 Surat kuasa', en: 'F-1.07 Power of attorney' } },
];

export const birthIssues: IssuedDocument<BirthData>[] = [
  {
    kind: 'kutipan-akta-kelahiran',
    names: { id: 'Kutipan akta kelahiran', en: 'Birth certificate' },
    content: (input) =>
      birthDeedContent({
        number: deedNumberOf(input, 'birth'),
        resident: residentOf(input),
        model: input.data.certificateModel,
        birthOrder: input.data.child.birthOrder,
        issuedOn: input.registered.registeredOn,
        city: input.city,
      }),
  },
  familyCardDocument,
  childCardDocument,
];
