import { dictionary } from '../../../i18n/dictionary.js';

export const aidWords = dictionary({
  help: (label: string) => ({ id: `Aturan tentang ${label}`, en: `Rules about ${label}` }),
  thisField: { id: 'isian ini', en: 'this field' },
  looking: { id: 'Mencari data penduduk…', en: 'Looking for the resident…' },
  nobody: {
    id: 'Tidak ada penduduk dengan NIK ini di wilayah Anda. Isi nama seperti pada KTP-el.',
    en: 'No resident of your area has this NIK. Fill in the name as on the identity card.',
  },
  noFamily: {
    id: 'Tidak ada kartu keluarga dengan nomor ini di wilayah Anda.',
    en: 'No family card of your area has this number.',
  },
  failed: { id: 'Data penduduk tidak dapat dicari sekarang.', en: 'The register cannot be asked now.' },
  again: { id: 'Coba lagi', en: 'Try again' },
  dead: { id: 'Tercatat meninggal.', en: 'Registered as deceased.' },
  movedOut: { id: 'Tercatat pindah keluar.', en: 'Registered as moved out.' },
  male: { id: 'Laki-laki', en: 'Male' },
  female: { id: 'Perempuan', en: 'Female' },
  born: (year: string) => ({ id: `lahir ${year}`, en: `born ${year}` }),
  card: (number: string) => ({ id: `KK ${number}`, en: `family card ${number}` }),
  filled: { id: 'Diisi dari data penduduk:', en: 'Filled in from the register:' },
  undo: { id: 'Batalkan isian', en: 'Undo' },
  fill: { id: 'Isikan data ini', en: 'Fill this in' },
  differs: { id: 'Berbeda dari isian:', en: 'Unlike what is filled in:' },
  pick: { id: 'Pilih dari kartu keluarga', en: 'Choose from the family card' },
  pickNeedsCard: {
    id: 'Isi dahulu nomor KK (16 angka), lalu pilih anggotanya di sini.',
    en: 'Fill in the family card number (16 digits) first, then choose its members here.',
  },
  members: { id: 'Anggota kartu keluarga', en: 'Members of the family card' },
  take: (count: number) => ({ id: `Pakai ${count} orang`, en: `Take ${count} people` }),
  everybody: { id: 'Semua', en: 'Everybody' },
  close: { id: 'Tutup', en: 'Close' },
});
