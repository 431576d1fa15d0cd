import { dictionary } from '../../i18n/dictionary.js';

export const recapWords = dictionary({
  title: { id: 'Rekap bulanan LAMPID (A-9)', en: 'Monthly LAMPID recap (A-9)' },
  month: { id: 'Bulan', en: 'Month' },
  area: { id: 'Wilayah', en: 'Area' },
  lead: {
    id: 'Dihitung dari buku mutasi menurut tanggal lapor.',
    en: 'Folded from the ledger by report date.',
  },
});
