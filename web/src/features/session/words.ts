import { dictionary } from '../../i18n/dictionary.js';

export const sessionWords = dictionary({
  title: { id: 'Masuk', en: 'Sign in' },
  product: {
    id: 'Laporan lahir, mati, pindah, dan datang: dari kelurahan sampai terdaftar',
    en: 'Births, deaths, moves and arrivals: from the kelurahan to the register',
  },
  chooseAccount: { id: 'Pilih akun demo', en: 'Choose a demo account' },
  demoNote: {
    id: 'Data di sini sintetis. Setiap akun membuka meja kerja peran tersebut.',
    en: 'The data here is synthetic. Each account opens the desk of its role.',
  },
  signIn: { id: 'Masuk dengan akun dinas', en: 'Sign in with your office account' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  expired: {
    id: 'Sesi Anda telah berakhir. Masuk kembali untuk melanjutkan di halaman yang sama.',
    en: 'Your session has ended. Sign in to go on at the same page.',
  },
});
