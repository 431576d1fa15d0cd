import { dictionary } from '../../i18n/dictionary.js';

export const paletteWords = dictionary({
  open: { id: 'Cari atau buka halaman (Ctrl K)', en: 'Search or open a page (Ctrl K)' },
  title: { id: 'Ke mana?', en: 'Where to?' },
  hint: { id: 'Ketik nama halaman, nama orang, atau tiket', en: 'Type a page, a name or a ticket' },
  searchCases: (text: string) => ({ id: `Cari kasus “${text}”`, en: `Search cases for “${text}”` }),
  searchTasks: (text: string) => ({ id: `Cari tugas “${text}”`, en: `Search tasks for “${text}”` }),
  numbersElsewhere: {
    id: 'NIK dan nomor KK dicari di halaman Tugas atau Penduduk, agar tidak tertinggal di alamat.',
    en: 'A NIK or KK number is searched on the page Tasks or Residents, so that it stands in no address.',
  },
  nothing: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
});
