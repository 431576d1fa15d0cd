/** What an office prints for a resident on demand: the biodata (after F-1.01) and a letter that says who is registered where. */
import { codeName } from '../codes.js';
import { longDate } from '../dates.js';
import type { Address, RelationToHead, Resident } from '../registry/snapshot.js';
import type { DocumentContent } from './document-content.js';
import { personRows, subjectOf, type Row } from './person-rows.js';

export const RESIDENT_LETTERS = ['biodata', 'surat-keterangan'] as const;
export type ResidentLetterKind = (typeof RESIDENT_LETTERS)[number];

export interface ResidentLetterInput {
  resident: Resident;
  /** Of the family card; null for who is on none. */
  address: Address | null;
  relation: RelationToHead | null;
  issuedOn: string;
  city: string;
}

export function residentLetterContent(
  kind: ResidentLetterKind,
  input: ResidentLetterInput & { number: string; purpose: string | null },
): DocumentContent {
  return kind === 'biodata' ? biodata(input) : statement(input);
}

function biodata(input: ResidentLetterInput & { number: string }): DocumentContent {
  const { resident } = input;
  const row = (id: string, en: string, value: string | null): Row => ({
    label: { id, en },
    value: value ?? '-',
  });
  return {
    ...frame(input),
    kind: 'biodata',
    title: { id: 'Biodata Penduduk Warga Negara Indonesia', en: 'Resident biodata' },
    sections: [
      {
        heading: { id: 'Data perseorangan', en: 'Person' },
        rows: [...personRows(resident), ...civilRows(resident)],
      },
      {
        heading: { id: 'Orang tua', en: 'Parents' },
        rows: [
          row('NIK ayah', "Father's NIK", resident.fatherNik),
          row('Nama ayah', 'Father', resident.fatherName),
          row('NIK ibu', "Mother's NIK", resident.motherNik),
          row('Nama ibu', 'Mother', resident.motherName),
        ],
      },
      { heading: { id: 'Kartu Keluarga dan alamat', en: 'Family card and address' }, rows: placeRows(input) },
    ],
    legalBasis: 'UU 23/2006 jo. UU 24/2013 pasal 58; Permendagri 109/2019 (F-1.01)',
  };
}

function statement(input: ResidentLetterInput & { number: string; purpose: string | null }): DocumentContent {
  return {
    ...frame(input),
    kind: 'surat-keterangan',
    title: { id: 'Surat Keterangan Kependudukan', en: 'Statement of residence' },
    sections: [{ heading: null, rows: [...personRows(input.resident), ...placeRows(input)] }],
    facts: { purpose: input.purpose, status: input.resident.status, deathDate: input.resident.deathDate },
    legalBasis: 'UU 23/2006 jo. UU 24/2013; Permendagri 108/2019',
  };
}

function frame({ resident, number, issuedOn, city }: ResidentLetterInput & { number: string }) {
  return { number, issuedOn, city, subject: subjectOf(resident) };
}

function civilRows(resident: Resident): Row[] {
  return [
    {
      label: { id: 'Golongan darah', en: 'Blood type' },
      value: codeName('golonganDarah', resident.bloodType),
    },
    { label: { id: 'Agama', en: 'Religion' }, value: codeName('agama', resident.religion) },
    {
      label: { id: 'Status perkawinan', en: 'Marital status' },
      value: codeName('statusKawin', resident.maritalStatus),
    },
    {
      label: { id: 'Pendidikan terakhir', en: 'Education' },
      value: codeName('pendidikan', resident.education),
    },
    { label: { id: 'Jenis pekerjaan', en: 'Occupation' }, value: codeName('pekerjaan', resident.occupation) },
    ...(resident.deathDate === null
      ? []
      : [{ label: { id: 'Tanggal meninggal', en: 'Date of death' }, value: longDate(resident.deathDate) }]),
  ];
}

function placeRows({ resident, address, relation }: ResidentLetterInput): Row[] {
  return [
    { label: { id: 'Nomor KK', en: 'Family card' }, value: resident.familyCardNumber ?? '-' },
    {
      label: { id: 'Hubungan dalam keluarga', en: 'Relation to head' },
      value: relation === null ? '-' : codeName('shdk', relation),
    },
    {
      label: { id: 'Alamat', en: 'Address' },
      value: address ? `${address.street}, RT ${address.rt}/RW ${address.rw}, ${address.areaCode}` : '-',
    },
  ];
}
