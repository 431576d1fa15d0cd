import { codeName } from '../codes.js';
import { longDate } from '../dates.js';
import type { Resident } from '../registry/snapshot.js';
import type { Text } from '../rules/finding.js';
import type { DocumentSubject } from './document-content.js';

export interface Row {
  label: Text;
  value: string;
}

/** How a document names the person it is about. */
export function personRows(resident: Resident): Row[] {
  return [
    { label: { id: 'NIK', en: 'NIK' }, value: resident.nik },
    { label: { id: 'Nama', en: 'Name' }, value: resident.name },
    { label: { id: 'Jenis kelamin', en: 'Sex' }, value: codeName('jenisKelamin', resident.sex) },
    { label: { id: 'Tempat lahir', en: 'Place of birth' }, value: resident.birthPlace },
    { label: { id: 'Tanggal lahir', en: 'Date of birth' }, value: longDate(resident.birthDate) },
    {
      label: { id: 'Kewarganegaraan', en: 'Citizenship' },
      value: codeName('kewarganegaraan', resident.citizenship),
    },
  ];
}

export function subjectOf({ name, nik, birthDate }: Resident): DocumentSubject {
  return { name, nik, birthDate };
}
