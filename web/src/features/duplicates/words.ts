import { dictionary } from '../../i18n/dictionary.js';

export const duplicateWords = dictionary({
  title: { id: 'Kemungkinan data ganda', en: 'Possible duplicates' },
  help: {
    id: 'Bandingkan orang yang dilaporkan dengan yang sudah tercatat. Bila orangnya sama, kembalikan atau tolak laporan; bila bukan, setujui dan tulis alasannya pada catatan.',
    en: 'Compare who is reported with who is recorded. If it is the same person, return or reject the report; if not, approve and say why in the note.',
  },
  reported: { id: 'Dilaporkan', en: 'Reported' },
  recorded: { id: 'Sudah tercatat', en: 'Recorded already' },
  reportedToo: { id: 'Juga sedang dilaporkan', en: 'Reported elsewhere' },
  alike: (score: number) => ({ id: `kemiripan ${score}%`, en: `${score}% alike` }),
  name: { id: 'Nama', en: 'Name' },
  birthDate: { id: 'Tanggal lahir', en: 'Date of birth' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  male: { id: 'Laki-laki', en: 'Male' },
  female: { id: 'Perempuan', en: 'Female' },
  mother: { id: 'Nama ibu', en: "Mother's name" },
  nik: { id: 'NIK', en: 'NIK' },
  area: { id: 'Wilayah', en: 'Area' },
  same: { id: 'sama', en: 'same' },
  differs: { id: 'berbeda', en: 'differs' },
  unknown: { id: 'tidak diketahui', en: 'not known' },
  column: { id: 'Yang dibandingkan', en: 'Compared' },
  open: { id: 'Buka', en: 'Open' },
});
