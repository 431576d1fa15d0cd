/** Content of a kutipan akta kelahiran or kematian: the registered fact, not the whole register (Perpres 96/2018). */
import { codeName } from '../codes.js';
import { longDate } from '../dates.js';
import type { Resident } from '../registry/snapshot.js';
import type { DocumentContent } from './document-content.js';
import { personRows, subjectOf, type Row } from './person-rows.js';

export interface DeedInput {
  number: string;
  resident: Resident;
  issuedOn: string;
  city: string;
}

/** The parents are named as the certificate's model says (DOMAIN.md 2.4, `jenisAktaLahir`). */
export type CertificateModel = 'AYAH_IBU' | 'AYAH_IBU_FRASA' | 'SEORANG_IBU' | 'TANPA_ORANG_TUA';

export function birthDeedContent(
  input: DeedInput & { model: CertificateModel; birthOrder: number | null },
): DocumentContent {
  const { resident, model } = input;
  const rows: Row[] = [
    ...personRows(resident),
    {
      label: { id: 'Anak ke', en: 'Order of birth' },
      value: input.birthOrder === null ? '-' : String(input.birthOrder),
    },
  ];
  if (model !== 'TANPA_ORANG_TUA') {
    rows.push({ label: { id: 'Ibu', en: 'Mother' }, value: resident.motherName ?? '-' });
  }
  if (model === 'AYAH_IBU' || model === 'AYAH_IBU_FRASA') {
    rows.push({ label: { id: 'Ayah', en: 'Father' }, value: resident.fatherName ?? '-' });
  }
  if (model === 'AYAH_IBU_FRASA') {
    rows.push({
      label: { id: 'Catatan', en: 'Note' },
      value: 'Perkawinan orang tua belum tercatat sesuai dengan peraturan perundang-undangan',
    });
  }
  return {
    kind: 'kutipan-akta-kelahiran',
    title: { id: 'Kutipan Akta Kelahiran', en: 'Birth certificate' },
    number: input.number,
    issuedOn: input.issuedOn,
    city: input.city,
    sections: [{ heading: null, rows }],
    subject: subjectOf(resident),
    facts: {
      ...personFacts(resident),
      model,
      birthOrder: input.birthOrder === null ? null : String(input.birthOrder),
    },
    legalBasis: 'UU 23/2006 jo. UU 24/2013; Perpres 96/2018; Permendagri 108/2019',
  };
}

export function deathDeedContent(input: DeedInput & { place: string }): DocumentContent {
  const { resident } = input;
  return {
    kind: 'kutipan-akta-kematian',
    title: { id: 'Kutipan Akta Kematian', en: 'Death certificate' },
    number: input.number,
    issuedOn: input.issuedOn,
    city: input.city,
    sections: [
      {
        heading: null,
        rows: [
          ...personRows(resident),
          { label: { id: 'Tempat meninggal', en: 'Place of death' }, value: input.place },
          {
            label: { id: 'Tanggal meninggal', en: 'Date of death' },
            value: resident.deathDate === null ? '-' : longDate(resident.deathDate),
          },
        ],
      },
    ],
    subject: subjectOf(resident),
    facts: { ...personFacts(resident), place: input.place, deathDate: resident.deathDate },
    legalBasis: 'UU 24/2013 pasal 44; Perpres 96/2018 pasal 45',
  };
}

function personFacts(resident: Resident): Record<string, string | null> {
  const { name, nik, birthPlace, birthDate, fatherName, motherName } = resident;
  return {
    ...{ name, nik, birthPlace, birthDate, fatherName, motherName },
    sex: codeName('jenisKelamin', resident.sex),
    citizenship: codeName('kewarganegaraan', resident.citizenship),
  };
}
