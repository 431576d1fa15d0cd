import { dictionary } from '../../i18n/dictionary.js';

/** Apart from the tour's other words: these come with the first page. */
export const offerWords = dictionary({
  offer: { id: 'Tur', en: 'Tour' },
  ask: {
    id: 'Baru di sini? Tur tiga menit menunjukkan bagian yang Anda pakai setiap hari.',
    en: 'New here? A tour of three minutes shows the parts that you use every day.',
  },
  start: { id: 'Mulai tur', en: 'Start the tour' },
  decline: { id: 'Tidak sekarang', en: 'Not now' },
});
