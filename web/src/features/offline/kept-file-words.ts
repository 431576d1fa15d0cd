import { dictionary } from '../../i18n/dictionary.js';

export const keptFileWords = dictionary({
  sealedHere: { id: 'Tersegel di perangkat ini', en: 'Sealed on this device' },
  uploading: { id: 'Mengunggah…', en: 'Uploading…' },
  uploaded: { id: 'Terunggah, menunggu laporannya', en: 'Uploaded, waiting for its report' },
});
