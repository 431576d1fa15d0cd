import { dictionary } from '../../i18n/dictionary.js';

export const tourWords = dictionary({
  title: { id: 'Tur dan latihan', en: 'Tour and practice' },
  lead: {
    id: 'Mengenal bagian yang dipakai peran Anda, langkah demi langkah.',
    en: 'The parts that your role uses, step by step.',
  },
  tour: { id: 'Tur', en: 'Tour' },
  keys: {
    id: 'Panah kanan dan kiri berpindah langkah, Esc mengakhiri tur.',
    en: 'The right and left arrows change the step, Esc ends the tour.',
  },
  start: { id: 'Mulai tur', en: 'Start the tour' },
  step: (at: number, of: number) => ({ id: `Langkah ${at} dari ${of}`, en: `Step ${at} of ${of}` }),
  before: { id: 'Sebelumnya', en: 'Back' },
  next: { id: 'Berikutnya', en: 'Next' },
  end: { id: 'Akhiri tur', en: 'End the tour' },
  finish: { id: 'Selesai', en: 'Done' },
  practise: { id: 'Mulai latihan', en: 'Start to practise' },
  right: { id: 'Benar.', en: 'Right.' },
  wrong: { id: 'Belum. Lihat bagian yang disorot.', en: 'Not yet. Look at the part that is lit.' },
});
