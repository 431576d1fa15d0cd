/** What the tour of each role points at: real parts of real pages. Pure. */
import type { Role } from '@lampid/domain/roles';
import type { Text } from '@lampid/domain/rules/finding';

export interface TourStop {
  /** Page that it stands on, with its query. */
  path: string;
  /** CSS selectors; the first that is visible is lit. On a phone the menu is behind its button. */
  lights: string[];
  title: Text;
  text: Text;
  /** The last stop of who has no practice: a first finding, read from the part that is lit. */
  finding?: Finding;
}

export interface Finding {
  question: Text;
  choices: Text[];
  /** Place among the choices. */
  right: number;
}

const MENU = ['.shell-side .side-menu', '.shell-menu-button'];
const HEAD = '.page-head';
const FILTERS = 'main .filters';

const menu = (path: string): TourStop => ({
  path,
  lights: MENU,
  title: { id: 'Menu utama', en: 'Main menu' },
  text: {
    id: 'Semua ruang kerja Anda ada di sini. Ctrl K membuka ruang mana pun dengan mengetik namanya.',
    en: 'All your rooms are here. Ctrl K opens any of them by typing its name.',
  },
});

const residents: TourStop = {
  path: '/residents',
  lights: [FILTERS, HEAD],
  title: { id: 'Penduduk', en: 'Residents' },
  text: {
    id: 'Cari orang atau kartu keluarga. Setiap pembukaan data lengkap tercatat.',
    en: 'Find a person or a family card. Every look at full data is recorded.',
  },
};

const rules: TourStop = {
  path: '/rules',
  lights: ['.rules-filters', HEAD],
  title: { id: 'Aturan', en: 'Rules' },
  text: {
    id: 'Setiap temuan berasal dari satu aturan, dan setiap aturan menyebut dasar hukumnya.',
    en: 'Every finding comes from a rule, and every rule names its law.',
  },
};

const cases: TourStop = {
  path: '/reports',
  lights: [FILTERS, HEAD],
  title: { id: 'Semua kasus wilayah Anda', en: 'All cases of your area' },
  text: {
    id: 'Saring menurut jenis dan keadaan. Halaman kasus menunjukkan posisi kasus pada diagram prosesnya.',
    en: 'Narrow by type and state. The page of a case shows where it stands on the diagram of its process.',
  },
};

const practice: TourStop = {
  path: '/tour',
  lights: ['#practice'],
  title: { id: 'Latihan pertama Anda', en: 'Your first practice' },
  text: {
    id: 'Satu tugas dengan keluarga contoh. Proses sungguh berjalan, tetapi tidak masuk antrean, rekap, atau data penduduk.',
    en: 'One task with a sample family. The process really runs, but it enters no queue, recap or register.',
  },
};

const operator: TourStop[] = [
  menu('/desk'),
  {
    path: '/desk',
    lights: ['.event-cards'],
    title: { id: 'Laporkan peristiwa', en: 'Report an event' },
    text: {
      id: 'Setiap laporan dimulai di sini. Aturan menjawab saat Anda mengetik, dan draf tersimpan sendiri.',
      en: 'Every report begins here. The rules answer while you type, and the draft keeps itself.',
    },
  },
  {
    path: '/desk',
    lights: ['main .next-card'],
    title: { id: 'Perlu Anda kerjakan', en: 'For you to do' },
    text: {
      id: 'Laporan yang dikembalikan menunggu di sini, dengan alasan dari yang memutuskan.',
      en: 'Reports that came back wait here, with the reason of whoever decided.',
    },
  },
  {
    path: '/reports',
    lights: [FILTERS, HEAD],
    title: { id: 'Laporan Anda', en: 'Your reports' },
    text: {
      id: 'Ikuti laporan sampai selesai; diagramnya menunjukkan siapa yang memegangnya sekarang.',
      en: 'Follow a report to its end; its diagram shows who has it now.',
    },
  },
  {
    path: '/handovers',
    lights: [HEAD],
    title: { id: 'Siap diserahkan', en: 'To be handed over' },
    text: {
      id: 'Dokumen yang sudah terbit diserahkan kepada warga dari daftar ini.',
      en: 'Documents that were issued are handed to citizens from this list.',
    },
  },
  rules,
  practice,
];

const decider: TourStop[] = [
  menu('/tasks'),
  {
    path: '/tasks',
    lights: ['main .chips'],
    title: { id: 'Antrean Anda', en: 'Your queue' },
    text: {
      id: 'Yang bebas, milik Anda, dan yang terlambat: satu ketukan untuk masing-masing, dengan jumlahnya.',
      en: 'What is free, yours or late: one press for each, with its count.',
    },
  },
  {
    path: '/tasks',
    lights: ['main .filter-bar'],
    title: { id: 'Cari dalam antrean', en: 'Search the queue' },
    text: {
      id: 'Nama, tiket, atau NIK. Urutkan menurut tenggat agar yang mendesak di atas.',
      en: 'A name, a ticket or a NIK. Sort by deadline to have what is urgent on top.',
    },
  },
  {
    path: '/tasks',
    lights: ['main .queue', 'main .queue-empty'],
    title: { id: 'Ambil, lalu putuskan', en: 'Take it, then decide' },
    text: {
      id: 'Tugas yang Anda ambil tidak dikerjakan orang lain. Tombol ? menunjukkan semua pintasan.',
      en: 'A task that you take is nobody else’s. The ? key shows every shortcut.',
    },
  },
  cases,
  residents,
  practice,
];

const admin: TourStop[] = [
  menu('/tasks'),
  {
    path: '/incidents',
    lights: [HEAD],
    title: { id: 'Kendala', en: 'Incidents' },
    text: {
      id: 'Apa yang berhenti sampai seseorang melihatnya. Anda dapat mencobanya lagi dari sini.',
      en: 'What stands still until a person looks. You can have it tried again from here.',
    },
  },
  {
    path: '/users',
    lights: [FILTERS, HEAD],
    title: { id: 'Pengguna', en: 'Users' },
    text: {
      id: 'Peran dan wilayah setiap petugas. Perubahan berlaku seketika dan tercatat.',
      en: 'Role and area of every officer. A change holds at once and is recorded.',
    },
  },
  {
    path: '/imports',
    lights: [HEAD],
    title: { id: 'Impor data', en: 'Import' },
    text: {
      id: 'Lembar penduduk diperiksa seluruhnya sebelum satu baris pun ditulis.',
      en: 'A sheet of residents is checked whole before a single line is written.',
    },
  },
  {
    path: '/closings',
    lights: [HEAD],
    title: { id: 'Penutupan bulan', en: 'Monthly closing' },
    text: {
      id: 'Temuan pertama Anda: baca kalimat di bawah judul.',
      en: 'Your first finding: read the line under the title.',
    },
    finding: {
      question: {
        id: 'Ke mana perginya peristiwa yang dicatat setelah bulan ditutup?',
        en: 'Where does an event go that is registered after its month was closed?',
      },
      choices: [
        { id: 'Ke bulan yang ditutup', en: 'Into the closed month' },
        { id: 'Ke bulan yang terbuka', en: 'Into the open month' },
        { id: 'Tidak dicatat', en: 'It is not registered' },
      ],
      right: 1,
    },
  },
];

const analyst: TourStop[] = [
  {
    path: '/models',
    lights: ['.models-list'],
    title: { id: 'Model proses', en: 'Process models' },
    text: {
      id: 'Model inilah yang menjalankan pekerjaan. Langkah yang dihapus dari model tidak lagi dikerjakan.',
      en: 'These models run the work. A step that is taken out of a model is no longer done.',
    },
  },
  {
    path: '/models',
    lights: ['main .diagram'],
    title: { id: 'Diagram versi yang berjalan', en: 'The diagram of a version' },
    text: {
      id: 'Kasus yang berjalan tetap pada versinya; kasus baru mengikuti yang terbaru.',
      en: 'Running cases stay on their version; new ones follow the latest.',
    },
  },
  rules,
  {
    path: '/models?model=practice',
    lights: ['main .diagram'],
    title: { id: 'Temuan pertama Anda', en: 'Your first finding' },
    text: {
      id: 'Inilah model latihan petugas. Ikuti alurnya.',
      en: 'This is the model that officers practise on. Follow its flow.',
    },
    finding: {
      question: {
        id: 'Apa yang datang sesudah “Isi laporan latihan”?',
        en: 'What comes after “Isi laporan latihan”?',
      },
      choices: [
        { id: 'Perbaiki laporan latihan', en: 'Perbaiki laporan latihan' },
        { id: 'Putuskan laporan latihan', en: 'Putuskan laporan latihan' },
        { id: 'Latihan selesai', en: 'Latihan selesai' },
      ],
      right: 0,
    },
  },
];

const auditor: TourStop[] = [
  menu('/reports'),
  {
    ...cases,
    text: {
      id: 'Setiap kasus dapat diputar ulang: langkah, data pada setiap revisi, siapa berbuat apa, dan siapa yang melihat.',
      en: 'Every case can be replayed: steps, data at every revision, who did what, and who looked.',
    },
  },
  {
    path: '/recap',
    lights: [FILTERS, HEAD],
    title: { id: 'Rekap bulanan', en: 'Monthly recap' },
    text: {
      id: 'Laporan A-9 dan buku-bukunya, dengan nama di balik setiap angka.',
      en: 'The report A-9 and its books, with the names behind each number.',
    },
  },
  {
    path: '/rules',
    lights: ['.rules-table', '.rules-filters'],
    title: { id: 'Temuan pertama Anda', en: 'Your first finding' },
    text: { id: 'Baca aturan pertama dalam daftar.', en: 'Read the first rule of the list.' },
    finding: {
      question: { id: 'Apa yang tertulis pada setiap aturan?', en: 'What does every rule tell?' },
      choices: [
        { id: 'Petugas yang membuatnya', en: 'The officer who made it' },
        { id: 'Dasar hukumnya', en: 'Its law' },
        { id: 'NIK pelapor', en: 'The NIK of who reported' },
      ],
      right: 1,
    },
  },
];

const outside: TourStop[] = [
  menu('/desk'),
  {
    path: '/desk',
    lights: ['.event-cards'],
    title: { id: 'Laporkan peristiwa', en: 'Report an event' },
    text: {
      id: 'Pilih peristiwanya, isi, dan ajukan. Kelurahan memeriksa dan melanjutkannya.',
      en: 'Choose the event, fill it in and submit. The kelurahan looks at it and goes on.',
    },
  },
  {
    path: '/desk',
    lights: ['main .next-card'],
    title: { id: 'Laporan terbaru', en: 'Latest reports' },
    text: {
      id: 'Di sini Anda melihat sampai di mana laporan yang Anda kirim.',
      en: 'Here you see how far what you sent in has come.',
    },
  },
  {
    path: '/reports',
    lights: [FILTERS, HEAD],
    title: { id: 'Temuan pertama Anda', en: 'Your first finding' },
    text: { id: 'Semua laporan Anda ada di ruang ini.', en: 'All your reports are in this room.' },
    finding: {
      question: { id: 'Laporan siapa yang Anda lihat di sini?', en: 'Whose reports do you see here?' },
      choices: [
        { id: 'Laporan semua warga', en: 'Those of all citizens' },
        { id: 'Yang Anda kirim sendiri', en: 'Those that you sent in' },
      ],
      right: 1,
    },
  },
];

const TOURS: Record<Role, TourStop[]> = {
  operator,
  supervisor: decider,
  verifikator: decider,
  kadis: decider,
  admin,
  analyst,
  auditor,
  rtrw: outside,
  citizen: outside,
  // A hospital is a machine.
  hospital: [],
};

export function stopsOf(role: Role): readonly TourStop[] {
  return TOURS[role];
}

/** Whose tour ends with a task that they do; the others end with a finding. */
export function practises(role: Role): boolean {
  return stopsOf(role).at(-1) === practice;
}
