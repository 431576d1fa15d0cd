import { dictionary } from '../../i18n/dictionary.js';

/** Who acts without being a person, by the name under which histories have them. */
export const machineWords = dictionary({
  system: { id: 'Sistem', en: 'System' },
  'absence-clock': { id: 'Sistem (ketidakhadiran)', en: 'System (absences)' },
  migration: { id: 'Sistem (pemindahan kasus)', en: 'System (moving of cases)' },
  seed: { id: 'Data awal', en: 'Initial data' },
  siak: { id: 'SIAK', en: 'SIAK' },
  skpwni: { id: 'Kota tujuan', en: 'City of destination' },
  citizen: { id: 'Warga, di halaman pelacakan', en: 'Citizen, on the tracking page' },
});
