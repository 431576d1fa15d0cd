import { codeName, type CodeList } from '@lampid/domain/codes';

const LISTS: Record<string, CodeList> = {
  sex: 'jenisKelamin',
  religion: 'agama',
  maritalStatus: 'statusKawin',
  education: 'pendidikan',
  occupation: 'pekerjaan',
  bloodType: 'golonganDarah',
  citizenship: 'kewarganegaraan',
};

/** A recorded value as people read it: codes by their official names. */
export function spokenElement(element: string, value: string | number | null): string {
  if (value === null) return '–';
  const list = LISTS[element];
  return list && typeof value === 'number' ? codeName(list, value) : String(value);
}
