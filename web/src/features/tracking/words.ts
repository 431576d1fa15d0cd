import type { Text } from '@lampid/domain/rules/finding';
import type { ReportStatus } from '@lampid/domain/report-status';
import { dictionary } from '../../i18n/dictionary.js';

export const trackingWords = dictionary({
  title: { id: 'Lacak laporan', en: 'Follow a report' },
  lead: {
    id: 'Tanpa masuk. Isi nomor tiket dan empat angka terakhir NIK pelapor atau orang yang dilaporkan.',
    en: 'No sign-in. Give the ticket and the last four digits of the NIK of the reporter or of the person reported.',
  },
  link: { id: 'Lacak laporan dengan nomor tiket', en: 'Follow a report by its ticket' },
  signIn: { id: 'Masuk sebagai petugas', en: 'Sign in as an officer' },
  ticket: { id: 'Nomor tiket', en: 'Ticket' },
  ticketHelp: {
    id: 'Tertulis pada tanda terima laporan dan surel',
    en: 'Stands on the receipt and in the mail',
  },
  digits: { id: 'Empat angka terakhir NIK', en: 'Last four digits of the NIK' },
  track: { id: 'Lacak', en: 'Follow' },
  ticketRequired: { id: 'Isi nomor tiket', en: 'Give the ticket' },
  digitsRequired: { id: 'Isi tepat empat angka', en: 'Give exactly four digits' },
  about: { id: 'Nama (disamarkan)', en: 'Name (masked)' },
  office: { id: 'Dilaporkan di', en: 'Reported in' },
  expected: (day: string) => ({
    id: `Perkiraan selesai paling lambat ${day}`,
    en: `Expected to be done by ${day}`,
  }),
  awaitsOthers: {
    id: 'Surat pindah sudah terbit. Laporan selesai setelah kedatangan dicatat di kota tujuan.',
    en: 'The move letter is issued. The case ends when the arrival is recorded in the other city.',
  },
  ready: { id: 'Dokumen siap diambil di kelurahan.', en: 'The documents are ready at the kelurahan.' },
  collected: { id: 'Dokumen sudah diambil.', en: 'The documents were collected.' },
  passed: { id: 'Perjalanan laporan', en: 'Its way so far' },
  bring: { id: 'Yang harus dilengkapi', en: 'What is missing' },
  others: (count: number) => ({
    id: `${count} isian lain perlu diperbaiki. Rinciannya data pribadi: tanyakan kepada petugas kelurahan.`,
    en: `${count} other entr${count === 1 ? 'y needs' : 'ies need'} correction. The details are personal: ask at the kelurahan.`,
  }),
  askOffice: {
    id: 'Petugas menulis alasan pada berkas. Alasannya dapat memuat data pribadi: tanyakan di kelurahan.',
    en: 'The officer wrote the reason with the file. It may be personal: ask at the kelurahan.',
  },
  until: (day: string) => ({ id: `Lengkapi sebelum ${day}.`, en: `To be completed by ${day}.` }),
});

/** What a state means for somebody who waits. */
export const statusSentences: Record<ReportStatus, Text> = {
  draft: { id: 'Belum diajukan', en: 'Not submitted yet' },
  submitted: { id: 'Laporan diterima dan sedang diperiksa', en: 'Received and being checked' },
  in_review: { id: 'Menunggu keputusan kecamatan', en: 'Waiting for the decision of the kecamatan' },
  returned: {
    id: 'Dikembalikan ke kelurahan untuk dilengkapi',
    en: 'Returned to the kelurahan to be completed',
  },
  awaiting_decision: {
    id: 'Menunggu keputusan Dinas Dukcapil',
    en: 'Waiting for the decision of the city office',
  },
  registering: { id: 'Disetujui, sedang dicatat', en: 'Approved, being registered' },
  registered: {
    id: 'Sudah tercatat, dokumen sedang disiapkan',
    en: 'Registered, documents are being prepared',
  },
  completed: { id: 'Selesai', en: 'Done' },
  rejected: {
    id: 'Ditolak. Alasannya tertulis pada berkas: tanyakan di kelurahan.',
    en: 'Rejected. The reason is written with the file: ask at the kelurahan.',
  },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
  expired: { id: 'Ditutup karena lewat batas waktu', en: 'Closed because its time ran out' },
};
