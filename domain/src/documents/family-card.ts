/** Content of a Kartu Keluarga: head, address and the members with their SHDK (Permendagri 109/2019). */
import { codeName } from '../codes.js';
import { longDate } from '../dates.js';
import type { FamilyCard, Resident } from '../registry/snapshot.js';
import type { DocumentContent } from './document-content.js';

export function familyCardContent(input: {
  card: FamilyCard;
  /** At least the members of the card. */
  residents: readonly Resident[];
  issuedOn: string;
  city: string;
}): DocumentContent {
  const { card } = input;
  const byId = new Map(input.residents.map((resident) => [resident.id, resident]));
  const members = [...card.members]
    .sort((a, b) => a.position - b.position)
    .flatMap((member) => {
      const resident = byId.get(member.residentId);
      return resident ? [{ resident, relation: member.relation }] : [];
    });
  const head = members.find(({ relation }) => relation === 1)?.resident;
  const { address } = card;
  return {
    kind: 'kk',
    title: { id: 'Kartu Keluarga', en: 'Family card' },
    number: card.number,
    issuedOn: input.issuedOn,
    city: input.city,
    legalBasis: 'UU 23/2006 jo. UU 24/2013; Permendagri 108/2019; Permendagri 109/2019',
    sections: [
      {
        heading: null,
        rows: [
          { label: { id: 'Nama kepala keluarga', en: 'Head of family' }, value: head?.name ?? '-' },
          { label: { id: 'Alamat', en: 'Address' }, value: address.street },
          { label: { id: 'RT/RW', en: 'RT/RW' }, value: `${address.rt}/${address.rw}` },
          { label: { id: 'Kode wilayah', en: 'Area code' }, value: address.areaCode },
          { label: { id: 'Kode pos', en: 'Postal code' }, value: address.postalCode ?? '-' },
        ],
      },
      {
        heading: { id: 'Anggota keluarga', en: 'Family members' },
        columns: [
          { id: 'No', en: 'No' },
          { id: 'Nama lengkap', en: 'Full name' },
          { id: 'NIK', en: 'NIK' },
          { id: 'Jenis kelamin', en: 'Sex' },
          { id: 'Tempat, tanggal lahir', en: 'Place, date of birth' },
          { id: 'Agama', en: 'Religion' },
          { id: 'Status kawin', en: 'Marital status' },
          { id: 'Hubungan', en: 'Relation' },
          { id: 'Ayah / Ibu', en: 'Father / mother' },
        ],
        lines: members.map(({ resident, relation }, index) => [
          String(index + 1),
          resident.name,
          resident.nik,
          codeName('jenisKelamin', resident.sex),
          `${resident.birthPlace}, ${longDate(resident.birthDate)}`,
          codeName('agama', resident.religion),
          codeName('statusKawin', resident.maritalStatus),
          codeName('shdk', relation),
          `${resident.fatherName ?? '-'} / ${resident.motherName ?? '-'}`,
        ]),
      },
    ],
  };
}
