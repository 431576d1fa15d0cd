import { dictionary } from '../../i18n/dictionary.js';

export const letterWords = dictionary({
  biodata: { id: 'Biodata', en: 'Biodata' },
  statement: { id: 'Surat keterangan', en: 'Statement' },
  purpose: { id: 'Untuk keperluan apa', en: 'What it is for' },
  issue: { id: 'Terbitkan', en: 'Issue' },
  issued: (number: string) => ({ id: `Terbit: ${number}`, en: `Issued: ${number}` }),
  printed: { id: 'Biodata dan surat keterangan', en: 'Biodata and statements' },
});
