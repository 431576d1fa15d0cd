import { dictionary } from '../../i18n/dictionary.js';

/** What is said on every page; apart from the rest, for every page loads it. */
export const cornerWords = dictionary({
  lineUp: { id: 'tersambung', en: 'connected' },
  lineDown: { id: 'tanpa sambungan', en: 'no connection' },
  mark: (state: string, waiting: number) => ({
    id: `Kerja luring: ${state}${waiting > 0 ? `, ${waiting} belum terkirim` : ''}`,
    en: `Offline work: ${state}${waiting > 0 ? `, ${waiting} not sent yet` : ''}`,
  }),
});
