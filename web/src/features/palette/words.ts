import { dictionary } from '../../i18n/dictionary.js';

export const paletteWords = dictionary({
  title: { id: 'Ke mana?', en: 'Where to?' },
  hint: { id: 'Ketik nama halaman, nama orang, atau tiket', en: 'Type a page, a name or a ticket' },
  searchCases: (text: string) => ({ id: `Cari kasus “${text}”`, en: `Search cases for “${text}”` }),
  nothing: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
});
