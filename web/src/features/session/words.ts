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
  endedTitle: { id: 'Sesi Anda telah berakhir', en: 'Your session has ended' },
  ended: {
    id: 'Isian Anda masih ada. Masuk lagi di jendela baru dengan akun yang sama; halaman ini melanjutkan dengan sendirinya.',
    en: 'What you filled in is still there. Sign in again in a new window with the same account; this page goes on by itself.',
  },
  signInAgain: { id: 'Masuk lagi', en: 'Sign in again' },
});
