/** Order sheets for cards that are printed elsewhere: KTP-el (Permendagri 72/2022) and KIA (Permendagri 2/2016). */
import { codeName } from '../codes.js';
import type { Address, Resident } from '../registry/snapshot.js';
import type { DocumentContent } from './document-content.js';
import { personRows, subjectOf } from './person-rows.js';

const KINDS = {
  'ktp-el': {
    title: { id: 'Surat Pengantar Cetak KTP-el', en: 'Identity card order' },
    basis: 'Permendagri 72/2022',
  },
  kia: {
    title: { id: 'Surat Pengantar Cetak KIA', en: 'Child identity card order' },
    basis: 'Permendagri 2/2016',
  },
} as const;

export function identityCardContent(input: {
  kind: keyof typeof KINDS;
  resident: Resident;
  address: Address | null;
  issuedOn: string;
  city: string;
}): DocumentContent {
  const { resident, address } = input;
  const { title, basis } = KINDS[input.kind];
  return {
    kind: input.kind,
    title,
    number: null,
    issuedOn: input.issuedOn,
    city: input.city,
    sections: [
      {
        heading: null,
        rows: [
          ...personRows(resident),
          { label: { id: 'Agama', en: 'Religion' }, value: codeName('agama', resident.religion) },
          {
            label: { id: 'Status kawin', en: 'Marital status' },
            value: codeName('statusKawin', resident.maritalStatus),
          },
          {
            label: { id: 'Alamat', en: 'Address' },
            value: address
              ? `${address.street}, RT ${address.rt}/RW ${address.rw}, ${address.areaCode}`
              : '-',
          },
          { label: { id: 'Nomor KK', en: 'Family card' }, value: resident.familyCardNumber ?? '-' },
        ],
      },
    ],
    subject: subjectOf(resident),
    legalBasis: basis,
  };
}
