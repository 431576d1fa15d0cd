import type { Text } from '@lampid/domain/rules/finding';
import { dictionary } from '../../i18n/dictionary.js';

export const satisfactionWords = dictionary({
  question: { id: 'Bagaimana pelayanan kami?', en: 'How did we serve you?' },
  atCounter: { id: 'Kepuasan warga', en: "The citizen's satisfaction" },
  atCounterHelp: {
    id: 'Tanyakan saat menyerahkan dokumen. Satu jawaban per kasus.',
    en: 'Ask when handing over the documents. One answer a case.',
  },
  comment: { id: 'Catatan (boleh kosong, tanpa nama atau NIK)', en: 'Comment (optional, no name or NIK)' },
  thanks: (answer: string) => ({
    id: `Terima kasih. Jawaban Anda: ${answer}.`,
    en: `Thank you. Your answer: ${answer}.`,
  }),
  answered: (answer: string) => ({ id: `Sudah dijawab: ${answer}`, en: `Answered: ${answer}` }),
  online: (answer: string) => ({
    id: `Jawaban di halaman lacak: ${answer}`,
    en: `Answer on the tracking page: ${answer}`,
  }),
});

/** From 1 to 5; a face never stands without its word. */
export const scores: readonly { score: number; names: Text }[] = [
  { score: 1, names: { id: 'Sangat buruk', en: 'Very bad' } },
  { score: 2, names: { id: 'Buruk', en: 'Bad' } },
  { score: 3, names: { id: 'Cukup', en: 'Fair' } },
  { score: 4, names: { id: 'Baik', en: 'Good' } },
  { score: 5, names: { id: 'Sangat baik', en: 'Very good' } },
];
