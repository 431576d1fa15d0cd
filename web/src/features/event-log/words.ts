import { dictionary } from '../../i18n/dictionary.js';

export const eventLogWords = dictionary({
  title: { id: 'Log peristiwa', en: 'Event log' },
  lead: {
    id: 'Jalannya kasus sebagai berkas XES (IEEE 1849-2016), untuk perangkat process mining',
    en: 'How cases went as a XES file (IEEE 1849-2016), for process mining tools',
  },
  type: { id: 'Jenis', en: 'Type' },
  period: { id: 'Diajukan dalam bulan', en: 'Submitted in the months' },
  contents: { id: 'Isi log', en: 'What is in the log' },
  holds: {
    id: 'Setiap kasus dengan tiketnya; setiap langkah dengan mulai, pengambilan tugas dan selesainya, peran dan nama pengguna pelaksana, hasil, dan versi modelnya.',
    en: 'Every case by its ticket; every step with its beginning, who took the task and its end, role and user name of who did it, outcome, and version of the model.',
  },
  holdsNot: {
    id: 'Tidak ada nama, NIK, atau data warga yang dilaporkan.',
    en: 'No name, NIK or other data of those reported about.',
  },
  recorded: {
    id: 'Setiap unduhan dicatat dalam jejak audit.',
    en: 'Every download is written into the audit trail.',
  },
  cases: (count: string) => ({
    id: `${count} kasus dalam pilihan ini`,
    en: `${count} case(s) in this choice`,
  }),
  tooMany: (most: string) => ({
    id: `Lebih dari ${most} kasus; pilih periode atau wilayah yang lebih kecil`,
    en: `More than ${most} cases; choose a shorter period or a smaller area`,
  }),
  download: { id: 'Unduh log (XES)', en: 'Download the log (XES)' },
});
