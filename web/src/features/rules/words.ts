import { dictionary } from '../../i18n/dictionary.js';

export const ruleWords = dictionary({
  title: { id: 'Aturan', en: 'Rules' },
  lead: {
    id: 'Setiap laporan dinilai dengan tabel versi yang berlaku bagi kasusnya, menurut hukum pada hari laporan diajukan.',
    en: 'Each report is judged by the tables of its own version, and by the law of the day it was submitted.',
  },
  event: { id: 'Jenis laporan', en: 'Event type' },
  severity: { id: 'Tingkat', en: 'Severity' },
  anySeverity: { id: 'Semua tingkat', en: 'Any severity' },
  search: { id: 'Cari kode, pesan, atau dasar hukum', en: 'Search code, message or law' },
  code: { id: 'Kode', en: 'Code' },
  rule: { id: 'Aturan', en: 'Rule' },
  law: { id: 'Dasar hukum', en: 'Law' },
  when: { id: 'Bila', en: 'When' },
  example: { id: 'Contoh', en: 'Example' },
  fired: { id: 'Terpenuhi', en: 'Fired' },
  since: (date: string) => ({ id: `sejak ${date}`, en: `since ${date}` }),
  between: (from: string, until: string) => ({ id: `${from} s.d. ${until}`, en: `${from} to ${until}` }),
  lately: (count: string) => ({ id: `${count} dalam 30 hari`, en: `${count} in 30 days` }),
  ever: (count: string) => ({ id: `${count} seluruhnya`, en: `${count} in all` }),
  count: (count: number, version: number) => ({
    id: `${count} aturan · versi ${version}`,
    en: `${count} rules · version ${version}`,
  }),
  none: { id: 'Tidak ada aturan yang cocok', en: 'No rule matches' },
  yes: { id: 'ya', en: 'yes' },
  no: { id: 'tidak', en: 'no' },
  nothing: { id: 'kosong', en: 'nothing' },
});
