/** Families of many shapes for tests: named ones, and arbitrary ones for property tests. */
import type { Address, LetterMember, MoveLetter } from '../registry/snapshot.js';
import { CITY, DAGO, type PersonSpec } from './memory-registry.js';

export const TODAY = '2026-11-23';
export const LEBAK_GEDE: Address = { ...DAGO, areaCode: '32.73.02.1006', street: 'Jl. Tubagus 2' };
export const BABAKAN: Address = { ...DAGO, areaCode: '32.73.05.1001', street: 'Jl. Babakan 3' };
export const CIMAHI: Address = { ...DAGO, areaCode: '32.77.01.1001', street: 'Jl. Cimahi 4' };
export const GAMBIR: Address = { ...DAGO, areaCode: '31.71.01.1001', street: 'Jl. Gambir 5' };

export const father = (name: string): PersonSpec => ({
  name,
  sex: 1,
  birthDate: '1985-03-04',
  maritalStatus: 2,
  relation: 1,
});
export const mother = (name: string): PersonSpec => ({
  name,
  sex: 2,
  birthDate: '1988-07-09',
  maritalStatus: 2,
  relation: 3,
});
export const child = (name: string, birthDate = '2015-05-05', sex: 1 | 2 = 1): PersonSpec => ({
  name,
  sex,
  birthDate,
  relation: 4,
});

/** Budi, Siti and their children. */
export const couple = (...children: PersonSpec[]): PersonSpec[] => [
  father('Budi'),
  mother('Siti'),
  ...children,
];

/** A letter of another city for these people, addressed to `destination`. */
export function letterFor(people: PersonSpec[], destination: Address = DAGO): MoveLetter {
  return {
    number: 'SKPWNI/3171/02112026/9001',
    status: 'issued',
    originCity: '31.71',
    originAddress: GAMBIR,
    destination,
    issuedOn: '2026-11-02',
    validUntil: '2027-03-31',
    members: people.map((person, index): LetterMember => ({
      nik: person.nik ?? `31710105058590${String(index + 1).padStart(2, '0')}`,
      name: person.name,
      sex: person.sex,
      birthPlace: 'Jakarta',
      birthDate: person.birthDate,
      religion: 1,
      maritalStatus: person.maritalStatus ?? 1,
      education: 5,
      occupation: 15,
      bloodType: 13,
      citizenship: person.citizenship ?? 1,
      fatherName: null,
      motherName: null,
      relation: person.relation,
      confirmed: false,
    })),
  };
}

export { CITY };
