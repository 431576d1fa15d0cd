import { dictionary } from '../../i18n/dictionary.js';

export const closingWords = dictionary({
  title: { id: 'Penutupan bulan', en: 'Monthly closing' },
  lead: {
    id: 'Bulan yang ditutup tidak berubah lagi: peristiwa yang dicatat kemudian masuk bulan yang terbuka.',
    en: 'A closed month never changes: what is registered later counts in the open month.',
  },
  month: { id: 'Bulan', en: 'Month' },
  start: { id: 'Mulai penutupan bulan', en: 'Begin the closing' },
  startConfirm: (month: string) => ({
    id: `Tutup ${month} di semua kelurahan yang belum menutupnya?`,
    en: `Close ${month} in every kelurahan that has not done so?`,
  }),
  startNote: {
    id: 'Laporan dibekukan, lalu setiap kelurahan menandatangani miliknya.',
    en: 'The reports are frozen, then each kelurahan signs its own.',
  },
  started: (count: number) => ({
    id: count === 0 ? 'Tidak ada wilayah yang perlu ditutup' : `${count} wilayah mulai ditutup`,
    en: count === 0 ? 'No area is left to close' : `${count} areas begin to close`,
  }),
  area: { id: 'Wilayah', en: 'Area' },
  state: { id: 'Keadaan', en: 'State' },
  due: { id: 'Batas tanda tangan', en: 'To be signed by' },
  case: { id: 'Kasus', en: 'Case' },
  hash: { id: 'Laporan beku', en: 'Frozen report' },
  version: (version: number) => ({ id: `versi ${version}`, en: `version ${version}` }),
  download: { id: 'Unduh laporan beku', en: 'Download the frozen report' },
  recap: { id: 'Lihat laporan', en: 'See the report' },
  closed: (version: number, at: string) => ({
    id: `ditutup ${at}, versi ${version}`,
    en: `closed ${at}, version ${version}`,
  }),
  late: { id: 'terlambat', en: 'late' },
  open: { id: 'terbuka', en: 'open' },
  freezing: { id: 'sedang ditutup', en: 'closing' },
  signing: { id: 'menunggu tanda tangan', en: 'to be signed' },
  refused: { id: 'belum ditandatangani', en: 'not signed' },
  published: { id: 'terbit', en: 'published' },
  reopened: { id: 'dibuka kembali', en: 'reopened' },
  reopenedBy: (version: number, by: string, at: string) => ({
    id: `Versi ${version} dibuka kembali oleh ${by}, ${at}`,
    en: `Version ${version} reopened by ${by}, ${at}`,
  }),
  reopen: { id: 'Buka kembali', en: 'Reopen' },
  reopenTitle: (area: string, month: string) => ({
    id: `Buka kembali ${month}: ${area}`,
    en: `Reopen ${month}: ${area}`,
  }),
  reopenNote: {
    id: 'Laporan beku tetap disimpan. Rekap kecamatan dan kota bulan ini ikut dibuka kembali.',
    en: 'The frozen report is kept. The recaps of kecamatan and city of this month are reopened as well.',
  },
  reason: { id: 'Alasan (paling sedikit 10 huruf)', en: 'Reason (at least 10 characters)' },
  reopenDone: { id: 'Bulan dibuka kembali', en: 'The month is reopened' },
  none: { id: 'Belum ada wilayah yang memiliki mutasi', en: 'No area has postings yet' },
});
