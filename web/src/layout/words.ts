import { dictionary } from '../i18n/dictionary.js';

export const layoutWords = dictionary({
  menu: { id: 'Menu utama', en: 'Main menu' },
  openMenu: { id: 'Buka menu', en: 'Open the menu' },
  light: { id: 'Tampilan terang', en: 'Light theme' },
  dark: { id: 'Tampilan gelap', en: 'Dark theme' },
  toContent: { id: 'Langsung ke isi', en: 'Skip to content' },
  desk: { id: 'Meja kerja', en: 'Desk' },
  newReport: { id: 'Laporan baru', en: 'New report' },
  tasks: { id: 'Tugas', en: 'Tasks' },
  cases: { id: 'Kasus', en: 'Cases' },
  myReports: { id: 'Laporan', en: 'Reports' },
  registry: { id: 'Penduduk', en: 'Residents' },
  recap: { id: 'Rekap bulanan', en: 'Monthly recap' },
  statistics: { id: 'Statistik', en: 'Statistics' },
  rules: { id: 'Aturan', en: 'Rules' },
  closings: { id: 'Penutupan bulan', en: 'Monthly closing' },
  family: { id: 'Keluarga saya', en: 'My family' },
  users: { id: 'Pengguna', en: 'Users' },
  imports: { id: 'Impor data', en: 'Import' },
  models: { id: 'Model proses', en: 'Process models' },
  offline: { id: 'Kerja luring', en: 'Offline work' },
  noLine: {
    id: 'Tanpa sambungan ke server. Yang terlihat mungkin tidak terbaru.',
    en: 'No connection to the server. What you see may not be the latest.',
  },
  incidents: { id: 'Kendala', en: 'Incidents' },
});
