import { dictionary } from '../i18n/dictionary.js';

export const commonWords = dictionary({
  retry: { id: 'Coba lagi', en: 'Try again' },
  loading: { id: 'Memuat…', en: 'Loading…' },
  nothing: { id: 'Belum ada data', en: 'Nothing here yet' },
  loadMore: { id: 'Muat berikutnya', en: 'Load more' },
  close: { id: 'Tutup', en: 'Close' },
  cancel: { id: 'Batal', en: 'Cancel' },
  back: { id: 'Kembali', en: 'Back' },
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
  trace: (id: string) => ({ id: `Kode jejak: ${id}`, en: `Trace id: ${id}` }),
  unexpected: { id: 'Halaman ini tidak dapat ditampilkan', en: 'This page cannot be shown' },
  unexpectedDetail: {
    id: 'Muat ulang halaman. Bila terulang, sampaikan kepada admin kota.',
    en: 'Reload the page. If it happens again, tell the city admin.',
  },
  needsLine: {
    id: 'Halaman ini memerlukan sambungan ke server. Laporan baru dan halaman Kerja luring tetap dapat dibuka.',
    en: 'This page needs the connection to the server. New reports and the page Offline work can still be opened.',
  },
  reload: { id: 'Muat ulang', en: 'Reload' },
  openedElsewhere: {
    id: 'Dilaporkan di wilayah lain; dibuka di sana',
    en: 'Reported in another area; it opens there',
  },
  home: { id: 'Ke beranda', en: 'Go home' },
  pageUnknown: { id: 'Halaman tidak ada', en: 'No such page' },
});
