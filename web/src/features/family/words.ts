import { dictionary } from '../../i18n/dictionary.js';

export const familyWords = dictionary({
  title: { id: 'Keluarga saya', en: 'My family' },
  lead: {
    id: 'Isi kartu keluarga Anda. Laporan yang dimulai di sini sudah terisi data keluarga.',
    en: 'What your family card says. A report begun here knows the family already.',
  },
  card: (number: string) => ({ id: `Kartu keluarga ${number}`, en: `Family card ${number}` }),
  name: { id: 'Nama', en: 'Name' },
  nik: { id: 'NIK', en: 'NIK' },
  relation: { id: 'Hubungan', en: 'Relation' },
  birthDate: { id: 'Tanggal lahir', en: 'Date of birth' },
  you: { id: 'Anda', en: 'you' },
  birth: { id: 'Laporkan kelahiran', en: 'Report a birth' },
  death: { id: 'Laporkan kematian', en: 'Report a death' },
  move: { id: 'Laporkan pindah', en: 'Report a move' },
});
