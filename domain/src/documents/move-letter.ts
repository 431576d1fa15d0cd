/** Content of an SKPWNI (F-1.03; Permendagri 108/2019 art. 30). */
import { codeName } from '../codes.js';
import { longDate } from '../dates.js';
import type { Address, RelationToHead, Resident } from '../registry/snapshot.js';
import type { DocumentContent } from './document-content.js';
import { subjectOf } from './person-rows.js';

export function moveLetterContent(input: {
  number: string;
  members: { resident: Resident; relation: RelationToHead | null }[];
  origin: Address | null;
  destination: Address;
  reason: string;
  validUntil: string | null;
  issuedOn: string;
  city: string;
}): DocumentContent {
  const place = (address: Address | null) =>
    address ? `${address.street}, RT ${address.rt}/RW ${address.rw}, ${address.areaCode}` : '-';
  return {
    kind: 'skpwni',
    title: { id: 'Surat Keterangan Pindah WNI', en: 'Move-out letter' },
    number: input.number,
    issuedOn: input.issuedOn,
    city: input.city,
    sections: [
      {
        heading: null,
        rows: [
          { label: { id: 'Alamat asal', en: 'From' }, value: place(input.origin) },
          { label: { id: 'Alamat tujuan', en: 'To' }, value: place(input.destination) },
          { label: { id: 'Alasan pindah', en: 'Reason' }, value: input.reason },
          {
            label: { id: 'Berlaku sampai', en: 'Valid until' },
            value: input.validUntil === null ? '-' : longDate(input.validUntil),
          },
        ],
      },
      {
        heading: { id: 'Yang pindah', en: 'Movers' },
        columns: [
          { id: 'No', en: 'No' },
          { id: 'NIK', en: 'NIK' },
          { id: 'Nama', en: 'Name' },
          { id: 'Tanggal lahir', en: 'Date of birth' },
          { id: 'SHDK', en: 'Relation' },
        ],
        lines: input.members.map(({ resident, relation }, index) => [
          String(index + 1),
          resident.nik,
          resident.name,
          longDate(resident.birthDate),
          relation === null ? '-' : codeName('shdk', relation),
        ]),
      },
    ],
    subject: input.members[0] ? subjectOf(input.members[0].resident) : null,
    legalBasis: 'UU 23/2006 pasal 15; Permendagri 108/2019 pasal 30',
  };
}
