import { dictionary } from '../../../i18n/dictionary.js';

export const newTypeWords = dictionary({
  title: { id: 'Jenis laporan baru', en: 'New event type' },
  lead: {
    id: 'Pilih templat dan jawab beberapa pertanyaan. Hasilnya sebuah draf berisi model, tabel, formulir, dan kode jenis laporan itu.',
    en: 'Choose a template and answer a few questions. What comes is a draft with the model, table, forms and code of that type.',
  },
  notDeployed: {
    id: 'Jenis laporan baru tidak dipasang dari peramban',
    en: 'A new event type is not deployed from the browser',
  },
  notDeployedWhy: {
    id: 'Foldernya memuat kode (berkas .ts), dan kode tidak masuk ke server lewat persetujuan. Bila draf selesai dan tanpa kesalahan, unduh foldernya dan serahkan kepada pengelola sistem: mereka membaca kodenya, menaruh folder itu di PROCESSES_DIR, lalu memulai ulang server dan worker.',
    en: 'Its folder holds code (.ts files), and code does not get into a server by an approval. When the draft is finished and without faults, download the folder and hand it to operations: they read the code, put the folder into PROCESSES_DIR and start server and workers again.',
  },
  readOnlyCode: {
    id: 'Kode hanya dapat dibaca di sini. Yang ingin mengubahnya mengubah folder yang sudah diunduh.',
    en: 'Code can only be read here. Whoever wants to change it changes the folder that was downloaded.',
  },
  changeAnswers: { id: 'Ubah jawaban', en: 'Change the answers' },
  changeAnswersLead: {
    id: 'Kode ditulis ulang dari jawaban ini, juga model, tabel, dan formulir yang belum Anda ubah di studio. Yang sudah diubah tetap.',
    en: 'The code is written anew from these answers, and so are model, table and forms that were not changed in the studio. Those that were stay.',
  },
  backToDraft: { id: 'Kembali ke draf', en: 'Back to the draft' },
  writeAnew: { id: 'Tulis ulang draf', en: 'Write the draft anew' },
  filesWritten: (files: string) => ({
    id: files ? `Ditulis ulang: ${files}` : 'Tidak ada yang berubah',
    en: files ? `Written anew: ${files}` : 'Nothing has changed',
  }),
  filesKept: (files: string) => ({
    id: `Sudah diubah di studio dan dibiarkan; sesuaikan sendiri: ${files}`,
    en: `Changed in the studio and left as they are; adjust them yourself: ${files}`,
  }),
  running: (type: string) => ({
    id: `Jenis laporan ${type} sudah berjalan`,
    en: `The event type ${type} is running already`,
  }),
  runningWhy: {
    id: 'Draf ini sudah selesai tugasnya. Perubahan berikutnya dibuat sebagai draf biasa dari versi yang berlaku, dan analis lain menyetujuinya.',
    en: 'This draft has done its work. Further changes are made as an ordinary draft of the version in force, and another analyst approves them.',
  },
  beginOrdinary: { id: 'Draf dari versi yang berlaku', en: 'Draft of the version in force' },
  template: { id: 'Templat', en: 'Template' },
  identity: { id: 'Pengenal', en: 'Identity' },
  typeId: { id: 'Id jenis laporan', en: 'Id of the type' },
  typeIdHelp: {
    id: 'Nama folder dan kunci proses, misalnya surat-domisili. Tidak berubah lagi.',
    en: 'Name of the folder and key of the process, such as surat-domisili. It does not change any more.',
  },
  ticketLetter: { id: 'Huruf tiket', en: 'Ticket letter' },
  ticketLetterHelp: {
    id: 'Awal nomor tiket; hanya huruf yang belum dipakai.',
    en: 'Begins the ticket number; only letters that are free.',
  },
  names: { id: 'Nama', en: 'Name' },
  description: { id: 'Uraian', en: 'Description' },
  inIndonesian: (what: string) => ({ id: `${what} (Indonesia)`, en: `${what} (Indonesian)` }),
  inEnglish: (what: string) => ({ id: `${what} (Inggris)`, en: `${what} (English)` }),
  reporting: { id: 'Pelaporan', en: 'Reporting' },
  reportedBy: { id: 'Siapa yang dapat melapor', en: 'Who may report' },
  attachments: { id: 'Lampiran', en: 'Attachments' },
  attachment: (number: number) => ({ id: `Lampiran ${number}`, en: `Attachment ${number}` }),
  kind: { id: 'Jenis lampiran', en: 'Kind' },
  kindHelp: { id: 'Misalnya pengantar-rt', en: 'Such as pengantar-rt' },
  required: { id: 'Wajib', en: 'Required' },
  addAttachment: { id: 'Tambah lampiran', en: 'Add an attachment' },
  removeAttachment: (number: number) => ({
    id: `Buang lampiran ${number}`,
    en: `Remove attachment ${number}`,
  }),
  outcome: { id: 'Keputusan dan surat', en: 'Decision and letter' },
  specialDecision: {
    id: 'Keputusan kota sesudah supervisor',
    en: "The city's decision after the supervisor",
  },
  noSpecialDecision: { id: 'Tidak ada', en: 'None' },
  withLetter: { id: 'Terbitkan surat', en: 'Issue a letter' },
  letterName: { id: 'Nama surat', en: 'Name of the letter' },
  law: { id: 'Dasar hukum', en: 'Legal basis' },
  lawHelp: {
    id: 'Tertulis dalam surat dan pada temuan, misalnya Perwal 12/2024',
    en: 'Written in the letter and on findings, such as Perwal 12/2024',
  },
  since: { id: 'Berlaku sejak', en: 'Holds since' },
  mend: (count: number) => ({
    id: `${count} isian perlu diperbaiki; alasannya tertulis di bawah masing-masing`,
    en: `${count} answers need mending; the reason stands below each`,
  }),
  make: { id: 'Buat draf', en: 'Make the draft' },
  back: { id: 'Kembali ke studio', en: 'Back to the studio' },
});
