import { dictionary } from '../../i18n/dictionary.js';

export const dataWords = dictionary({
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
  other: { id: 'Data lain', en: 'Other data' },
  empty: { id: 'Belum ada isian', en: 'Nothing filled in yet' },
});
