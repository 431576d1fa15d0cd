import { dictionary } from '../../i18n/dictionary.js';

export const findingWords = dictionary({
  title: { id: 'Temuan', en: 'Findings' },
  none: { id: 'Tidak ada temuan', en: 'No findings' },
  E: { id: 'Harus diperbaiki', en: 'Must be fixed' },
  A: { id: 'Perlu persetujuan khusus', en: 'Needs special approval' },
  L: { id: 'Terlambat', en: 'Late' },
  W: { id: 'Peringatan', en: 'Warning' },
  version: (version: number) => ({ id: `aturan versi ${version}`, en: `rules version ${version}` }),
  passed: (who: string, when: string) => ({
    id: `Diterima ${who}, ${when}`,
    en: `Let pass by ${who}, ${when}`,
  }),
  yes: { id: 'ya', en: 'yes' },
  no: { id: 'tidak', en: 'no' },
  nothing: { id: 'kosong', en: 'nothing' },
  goTo: (field: string) => ({ id: `Ke isian ${field}`, en: `Go to ${field}` }),
});
