import { dictionary } from '../../i18n/dictionary.js';

export const practiceWords = dictionary({
  title: { id: 'Latihan', en: 'Practice' },
  what: {
    id: 'Satu tugas dengan keluarga contoh. Mesin proses sungguh menjalankannya, tetapi tidak masuk antrean, hitungan, rekap, atau data penduduk.',
    en: 'One task with a sample family. The process engine really runs it, but it enters no queue, count, recap or register.',
  },
  start: { id: 'Mulai latihan', en: 'Start to practise' },
  again: { id: 'Berlatih lagi', en: 'Practise again' },
  onTheWay: { id: 'Proses sedang bergerak…', en: 'The process is moving…' },
  finished: {
    id: 'Latihan selesai: tugas pertama Anda tuntas. Diagram menunjukkan jalan yang ditempuh kasus ini.',
    en: 'Practice done: your first task is complete. The diagram shows the way that this case took.',
  },
  lapsed: {
    id: 'Latihan ini berakhir sendiri karena tidak dilanjutkan.',
    en: 'This practice ended by itself: nobody went on with it.',
  },
  toWork: { id: 'Ke pekerjaan saya', en: 'To my work' },
  noteMissing: { id: 'Tulis catatan untuk keputusan ini.', en: 'Write a note for this decision.' },
});
