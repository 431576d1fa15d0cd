import { dictionary } from '../../i18n/dictionary.js';

export const deskWords = dictionary({
  title: { id: 'Meja kerja', en: 'Desk' },
  report: { id: 'Laporkan peristiwa', en: 'Report an event' },
  tasks: { id: 'Perlu Anda kerjakan', en: 'For you to do' },
  allTasks: { id: 'Semua tugas', en: 'All tasks' },
  noTasks: { id: 'Tidak ada laporan yang dikembalikan', en: 'No returned reports' },
  drafts: { id: 'Draf', en: 'Drafts' },
  recent: { id: 'Laporan terbaru', en: 'Latest reports' },
  all: { id: 'Semua laporan', en: 'All reports' },
});
