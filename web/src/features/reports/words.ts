import { dictionary } from '../../i18n/dictionary.js';

export const reportWords = dictionary({
  newOf: (name: string) => ({
    id: `Laporan ${name.toLowerCase()} baru`,
    en: `New ${name.toLowerCase()} report`,
  }),
  draftOf: (name: string) => ({
    id: `Draf laporan ${name.toLowerCase()}`,
    en: `Draft ${name.toLowerCase()} report`,
  }),
  example: { id: 'Isi contoh', en: 'Fill in an example' },
  exampleNote: {
    id: 'Keluarga sintetis yang belum pernah dilaporkan, lengkap dengan berkas contoh.',
    en: 'A synthetic family nobody has reported about yet, with sample files.',
  },
  noExample: {
    id: 'Sekarang tidak ada contoh untuk jenis ini: belum ada keluarga, surat, atau tiket yang cocok.',
    en: 'There is no example of this type now: no family, letter or ticket fits.',
  },
  check: { id: 'Periksa', en: 'Check' },
  saveDraft: { id: 'Simpan draf', en: 'Save draft' },
  submit: { id: 'Ajukan laporan', en: 'Submit report' },
  actions: { id: 'Tindakan', en: 'Actions' },
  incomplete: (count: number) => ({
    id: `${count} isian masih kosong atau salah format`,
    en: count === 1 ? 'One field is empty or malformed' : `${count} fields are empty or malformed`,
  }),
  moreFaulty: (count: number) => ({ id: `dan ${count} isian lagi`, en: `and ${count} more` }),
  checkedClean: {
    id: 'Tidak ada temuan. Laporan siap diajukan.',
    en: 'Nothing found. The report is ready to submit.',
  },
  checkedErrors: (count: number) => ({
    id: `${count} hal harus diperbaiki. Bila tetap diajukan, laporan akan dikembalikan.`,
    en: `${count} thing(s) must be fixed. Submitted as it is, the report will be returned.`,
  }),
  checkedOthers: {
    id: 'Laporan dapat diajukan; temuan ini akan diperiksa oleh pemutus.',
    en: 'The report can be submitted; whoever decides will look at these findings.',
  },
  submitted: (ticket: string) => ({ id: `Laporan diajukan: ${ticket}`, en: `Report submitted: ${ticket}` }),
  draftWaiting: { id: 'Ada isian yang belum tersimpan', en: 'Not saved yet' },
  draftSaving: { id: 'Menyimpan draf…', en: 'Saving the draft…' },
  draftSaved: (time: string) => ({ id: `Draf tersimpan ${time}`, en: `Draft saved ${time}` }),
  draftFailed: (why: string) => ({
    id: `Draf belum tersimpan: ${why}. Dicoba lagi dengan sendirinya.`,
    en: `The draft is not saved: ${why}. It will be tried again.`,
  }),
  draftConflict: {
    id: 'Draf ini sudah diubah di jendela lain. Mana yang dipakai?',
    en: 'This draft was changed in another window. Which one stays?',
  },
  draftHere: (time: string) => ({
    id: `Draf tersimpan tersegel di perangkat ini ${time}; dikirim ke server saat tersambung`,
    en: `Draft kept on this device, sealed, ${time}; it goes to the server once connected`,
  }),
  draftRefused: (why: string) => ({
    id: `Draf tidak dapat disimpan: ${why}. Disimpan lagi setelah isian diubah.`,
    en: `The draft cannot be saved: ${why}. It is tried again once something is changed.`,
  }),
  draftDiscarded: {
    id: 'Draf ini sudah dibuang di jendela lain. Tetap simpan isian di sini?',
    en: 'This draft was thrown away in another window. Keep what is here all the same?',
  },
  keepAnyway: { id: 'Simpan sebagai draf lagi', en: 'Keep it as a draft again' },
  leaveDiscarded: { id: 'Buang juga di sini', en: 'Throw it away here too' },
  loadTheirs: { id: 'Muat yang lebih baru', en: 'Load the newer one' },
  keepMine: { id: 'Pakai isian di sini', en: 'Keep what is here' },
  discard: { id: 'Buang draf', en: 'Throw the draft away' },
  discardConfirm: {
    id: 'Buang draf ini? Isiannya hilang.',
    en: 'Throw this draft away? What is filled in is lost.',
  },
  unknownType: { id: 'Jenis laporan ini tidak ada', en: 'There is no such type of report' },
  noForm: {
    id: 'Model yang terpasang tidak membawa formulir untuk laporan ini.',
    en: 'The deployed model brings no form for this report.',
  },
  list: { id: 'Laporan', en: 'Reports' },
  cases: { id: 'Kasus', en: 'Cases' },
  period: { id: 'Tanggal pengajuan', en: 'Day of submission' },
  periodFrom: { id: 'Diajukan sejak', en: 'Submitted since' },
  periodUntil: { id: 'sampai', en: 'until' },
  actor: { id: 'Nama petugas', en: 'Name of an officer' },
  searchBy: { id: 'Cari nama, tiket, NIK, nomor akta', en: 'Search name, ticket, NIK or deed' },
  numberSought: (number: string) => ({ id: `NIK/KK ${number}`, en: `NIK/KK ${number}` }),
  anyType: { id: 'Semua jenis', en: 'All types' },
  anyStatus: { id: 'Semua status', en: 'All statuses' },
  type: { id: 'Jenis', en: 'Type' },
  status: { id: 'Status', en: 'Status' },
  ticket: { id: 'Tiket', en: 'Ticket' },
  title: { id: 'Nama', en: 'Name' },
  area: { id: 'Kelurahan', en: 'Kelurahan' },
  eventDate: { id: 'Tanggal peristiwa', en: 'Event date' },
  createdAt: { id: 'Dibuat', en: 'Created' },
  noTicket: { id: 'belum diajukan', en: 'not submitted' },
  untitled: { id: '(tanpa nama)', en: '(no name)' },
  none: {
    id: 'Belum ada laporan. Yang diajukan muncul di sini.',
    en: 'No reports yet. What is submitted appears here.',
  },
  noneMatches: {
    id: 'Tidak ada laporan yang cocok dengan saringan atau pencarian ini.',
    en: 'No report matches this filter or search.',
  },
  eventLog: { id: 'Log peristiwa (XES)', en: 'Event log (XES)' },
  onlyMine: { id: 'Hanya yang saya buat', en: 'Only mine' },
});
