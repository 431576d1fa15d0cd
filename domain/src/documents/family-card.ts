/** Content of a Kartu Keluarga: head, address and the members with their SHDK (Permendagri 109/2019). */
import { codeName } from '../codes.js';
import { numericDate } from '../dates.js';
import type { FamilyCard, Resident } from '../registry/snapshot.js';
import type { DocumentContent } from './document-content.js';
import { subjectOf } from './person-rows.js';

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
    subject: head ? subjectOf(head) : null,
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
        // The two tables of the printed card, side by side: the layout parts them after the tenth column.
        columns: [
          { id: 'No', en: 'No' },
          { id: 'Nama lengkap', en: 'Full name' },
          { id: 'NIK', en: 'NIK' },
          { id: 'Jenis kelamin', en: 'Sex' },
          { id: 'Tempat lahir', en: 'Place of birth' },
          { id: 'Tanggal lahir', en: 'Date of birth' },
          { id: 'Agama', en: 'Religion' },
          { id: 'Pendidikan', en: 'Education' },
          { id: 'Jenis pekerjaan', en: 'Occupation' },
          { id: 'Golongan darah', en: 'Blood type' },
          { id: 'Status perkawinan', en: 'Marital status' },
          { id: 'Tanggal perkawinan', en: 'Date of marriage' },
          { id: 'Status hubungan dalam keluarga', en: 'Relation to head' },
          { id: 'Kewarganegaraan', en: 'Citizenship' },
          { id: 'No. paspor', en: 'Passport no.' },
          { id: 'No. KITAP', en: 'KITAP no.' },
          { id: 'Nama ayah', en: 'Father' },
          { id: 'Nama ibu', en: 'Mother' },
        ],
        lines: members.map(({ resident, relation }, index) => [
          String(index + 1),
          resident.name,
          resident.nik,
          codeName('jenisKelamin', resident.sex),
          resident.birthPlace,
          numericDate(resident.birthDate),
          codeName('agama', resident.religion),
          codeName('pendidikan', resident.education),
          codeName('pekerjaan', resident.occupation),
          codeName('golonganDarah', resident.bloodType),
          codeName('statusKawin', resident.maritalStatus),
          // Not kept in this register.
          '-',
          codeName('shdk', relation),
          codeName('kewarganegaraan', resident.citizenship),
          '-',
          '-',
          resident.fatherName ?? '-',
          resident.motherName ?? '-',
        ]),
      },
    ],
  };
}
