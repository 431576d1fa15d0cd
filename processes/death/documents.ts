/** Documents of a death (DOMAIN 2.5: Perpres 96/2018 art. 45, UU 24/2013 art. 44). Conditional ones are judged by the rules. */
import { deathDeedContent } from '@lampid/domain/documents/deed';
import { deedNumberOf, residentOf } from '@lampid/processes/documents/about';
import { familyCardDocument, identityCardDocument } from '@lampid/processes/documents/shared-documents';
import type { AttachmentKind, IssuedDocument } from '@lampid/processes/define-event';
import type { DeathData } from './schema.js';

export const deathAttachments: AttachmentKind[] = [
  {
    kind: 'f-2-01',
    required: true,
    names: { id: 'F-2.01 Formulir pelaporan pencatatan sipil', en: 'F-2.01 Civil registration form' },
  },
  { kind: 'surat-kematian', required: false, names: { id: 'Surat keterangan kematian', en: 'Death letter' } },
  {
    kind: 'surat-polisi',
    required: false,
    names: { id: 'Surat keterangan kepolisian', en: 'Police letter' },
  },
  { kind: 'penetapan-pengadilan', required: false, names: { id: 'Penetapan pengadilan', en: 'Court order' } },
  {
    kind: 'pernyataan-maskapai',
    required: false,
    names: { id: 'Surat pernyataan maskapai', en: 'Airline statement' },
  },
  {
    kind: 'surat-perwakilan-ri',
    required: false,
    names: { id: 'Surat keterangan perwakilan RI', en: 'Letter of an Indonesian mission' },
  },
  {
    kind: 'kk',
    required: false,
    names: { id: 'Kartu Keluarga almarhum', en: 'Family card of the deceased' },
  },
  { kind: 'ktp', required: false, names: { id: 'KTP-el almarhum', en: 'Identity card of the deceased' } },
  {
    kind: 'pernyataan-wali',
    required: false,
    names: { id: 'Surat pernyataan bersedia menjadi wali', en: 'Guardian statement' },
  },
  { kind: 'f-1-07', required: false, names: { id: 'F-1.07 Surat kuasa', en: 'F-1.07 Power of attorney' } },
];

export const deathIssues: IssuedDocument<DeathData>[] = [
  {
    kind: 'kutipan-akta-kematian',
    names: { id: 'Kutipan akta kematian', en: 'Death certificate' },
    content: (input) =>
      deathDeedContent({
        number: deedNumberOf(input, 'death'),
        resident: residentOf(input),
        place: input.data.place,
        issuedOn: input.registered.registeredOn,
        city: input.city,
      }),
  },
  familyCardDocument,
  identityCardDocument,
];
