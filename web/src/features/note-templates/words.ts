import { dictionary } from '../../i18n/dictionary.js';

export const noteTemplateWords = dictionary({
  title: { id: 'Alasan siap pakai', en: 'Ready reasons' },
  lead: {
    id: 'Alasan yang sering dipakai petugas kota ini saat mengembalikan atau menolak laporan. Di halaman tugas, tombol T membukanya; saat banyak laporan diputuskan sekaligus, ada tombol untuk memilihnya.',
    en: 'Reasons that the officers of this city give often when they return or reject a report. On the page of a task the key T opens them; where many reports are decided at once, a button does.',
  },
  note: { id: 'Alasan baru', en: 'New reason' },
  noteHelp: {
    id: 'Paling banyak 500 huruf; tanpa nama dan nomor orang, karena dipakai untuk semua kasus.',
    en: '500 letters at most; without names or numbers of people, for it is used for all cases.',
  },
  add: { id: 'Tambahkan', en: 'Add' },
  added: { id: 'Alasan ditambahkan', en: 'The reason is added' },
  missing: { id: 'Tulis alasannya', en: 'Write the reason' },
  list: { id: 'Yang ada', en: 'What there is' },
  none: { id: 'Belum ada alasan siap pakai', en: 'No ready reasons yet' },
  remove: { id: 'Hapus', en: 'Remove' },
  removeNamed: (note: string) => ({ id: `Hapus alasan: ${note}`, en: `Remove the reason: ${note}` }),
  removeConfirm: { id: 'Hapus alasan ini bagi semua petugas?', en: 'Remove this reason for all officers?' },
  choose: { id: 'Pilih alasan siap pakai (T)', en: 'Choose a ready reason (T)' },
  chooseHere: { id: 'Pilih alasan siap pakai', en: 'Choose a ready reason' },
  chooseHelp: {
    id: 'Tombol 1–9 memilih. Alasan ditulis ke catatan dan masih dapat diubah.',
    en: 'Keys 1–9 choose. The reason is written into the note and can still be changed.',
  },
});
