import { dictionary } from '../../i18n/dictionary.js';

export const findingWords = dictionary({
  title: { id: 'Temuan', en: 'Findings' },
  none: { id: 'Tidak ada temuan', en: 'No findings' },
  E: { id: 'Harus diperbaiki', en: 'Must be fixed' },
  A: { id: 'Perlu persetujuan khusus', en: 'Needs special approval' },
  L: { id: 'Terlambat', en: 'Late' },
  W: { id: 'Peringatan', en: 'Warning' },
  goTo: (field: string) => ({ id: `Ke isian ${field}`, en: `Go to ${field}` }),
});
