import { dictionary } from '../../i18n/dictionary.js';

export const correctionWords = dictionary({
  correctResident: { id: 'Betulkan data', en: 'Correct the data' },
  revoke: { id: 'Ajukan pembatalan', en: 'Ask for revocation' },
  restoration: { id: 'Keluarga sesudah pembatalan', en: 'The family after the reversal' },
  restorationHelp: {
    id: 'Yang belum kembali ditandai. Buat pembetulan susunan keluarga, tunggu sampai tercatat, lalu selesaikan tugas ini dengan tiketnya.',
    en: 'Who has not come back is marked. Make a correction of the family, wait until it is registered, then finish this task with its ticket.',
  },
  nobody: { id: 'Tidak ada yang perlu dipulihkan.', en: 'There is nobody to restore.' },
  name: { id: 'Nama', en: 'Name' },
  before: { id: 'Sebelum pencatatan', en: 'Before the registration' },
  now: { id: 'Sekarang', en: 'Now' },
  noCard: { id: 'tidak dalam KK', en: 'on no card' },
  withoutCard: { id: 'Tanpa KK', en: 'Without a card' },
  elsewhere: { id: 'Berbeda', en: 'Different' },
  restored: { id: 'Pulih', en: 'Restored' },
  gone: { id: 'Tidak aktif', en: 'Not active' },
  correctFamily: { id: 'Buat pembetulan susunan keluarga', en: 'Correct the family' },
});
