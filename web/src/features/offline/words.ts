import { dictionary } from '../../i18n/dictionary.js';
import { MOST_ENTRIES, MOST_FILE_BYTES } from './entries.js';
import { MIN_PIN_DIGITS } from './pin.js';

export const offlineWords = dictionary({
  title: { id: 'Kerja luring', en: 'Offline work' },
  lead: {
    id: 'Mengisi dan mengajukan laporan saat sambungan ke server terputus.',
    en: 'Filling in and submitting reports while the server cannot be reached.',
  },
  lineUp: { id: 'Tersambung ke server', en: 'Connected to the server' },
  lineDown: { id: 'Tanpa sambungan ke server', en: 'No connection to the server' },
  insecure: {
    id: 'Kerja luring tidak tersedia: halaman ini tidak dibuka lewat HTTPS (atau localhost), sehingga peramban tidak mengizinkan penyimpanan tersegel.',
    en: 'Offline work is not available: this page was not opened over HTTPS (or localhost), so the browser allows no sealed store.',
  },

  store: { id: 'Penyimpanan tersegel', en: 'Sealed store' },
  storeNone: {
    id: 'Belum disiapkan di perangkat ini. Tetapkan PIN satu kali; laporan yang diisi tanpa sambungan lalu disimpan tersegel di sini.',
    en: 'Not set up on this device yet. Set a PIN once; reports filled in without a connection are then kept here, sealed.',
  },
  storeLocked: (count: number) => ({
    id: `Tertutup. ${count > 0 ? `Ada ${count} laporan atau draf di dalamnya. ` : ''}Masukkan PIN untuk membukanya.`,
    en: `Closed. ${count > 0 ? `It holds ${count} report(s) or draft(s). ` : ''}Enter the PIN to open it.`,
  }),
  storeOpen: (name: string) => ({ id: `Terbuka untuk ${name}.`, en: `Open for ${name}.` }),
  others: {
    id: 'Di perangkat ini juga ada antrean tersegel milik petugas lain. Isinya tidak dapat dilihat; hanya pemiliknya yang dapat mengirimnya.',
    en: 'A sealed queue of another officer is on this device too. It cannot be looked into; only its owner can send it.',
  },
  protects: {
    id: 'PIN tidak disimpan di mana pun. PIN melindungi isian dari orang yang membuka peramban ini. Siapa pun yang menyalin isi perangkat dapat mencoba semua PIN enam angka di komputernya dalam hitungan menit: pakai PIN yang lebih panjang, dan enkripsi cakram perangkat.',
    en: 'The PIN is kept nowhere. It protects what you fill in from whoever opens this browser. Somebody who copies the device can try every six-digit PIN on their own computer within minutes: use a longer PIN, and encrypt the disk.',
  },
  forgotten: {
    id: 'PIN yang lupa tidak dapat dipulihkan; isi penyimpanan hilang bersamanya.',
    en: 'A forgotten PIN cannot be recovered; what is in the store is lost with it.',
  },
  pin: { id: 'PIN', en: 'PIN' },
  newPin: {
    id: `PIN baru (${MIN_PIN_DIGITS} angka atau lebih)`,
    en: `New PIN (${MIN_PIN_DIGITS} digits or more)`,
  },
  pinAgain: { id: 'Ulangi PIN baru', en: 'Repeat the new PIN' },
  username: { id: 'Nama pengguna', en: 'User name' },
  setUp: { id: 'Siapkan kerja luring', en: 'Set up offline work' },
  unlock: { id: 'Buka penyimpanan', en: 'Open the store' },
  changePin: { id: 'Ganti PIN', en: 'Change the PIN' },
  oldPin: { id: 'PIN sekarang', en: 'Present PIN' },
  oldPinWrong: { id: 'PIN sekarang tidak cocok', en: 'The present PIN does not fit' },
  pinSame: { id: 'PIN baru sama dengan PIN sekarang', en: 'The new PIN is the present one' },
  pinChanges: {
    id: 'Seluruh isi penyimpanan disegel ulang dengan PIN baru, sekaligus atau tidak sama sekali: bila terputus di tengah jalan, PIN sekarang tetap berlaku dan tidak ada yang hilang. Jendela lain yang terbuka meminta PIN baru.',
    en: 'Everything in the store is sealed anew with the new PIN, all at once or not at all: if it is interrupted, the present PIN stays and nothing is lost. Other open windows ask for the new PIN.',
  },
  pinChanged: { id: 'PIN diganti', en: 'The PIN is changed' },
  filesOf: (count: number) => ({ id: `${count} lampiran`, en: `${count} attachment(s)` }),
  lock: { id: 'Tutup penyimpanan', en: 'Close the store' },
  isSetUp: { id: 'Kerja luring siap di perangkat ini', en: 'Offline work is ready on this device' },
  forget: { id: 'Hapus penyimpanan', en: 'Delete the store' },
  forgetConfirm: (count: number) => ({
    id:
      count > 0
        ? `Hapus penyimpanan beserta ${count} laporan atau draf yang belum terkirim? Isinya hilang.`
        : 'Hapus penyimpanan di perangkat ini?',
    en:
      count > 0
        ? `Delete the store with ${count} report(s) or draft(s) that were not sent? They are lost.`
        : 'Delete the store on this device?',
  }),
  pinDiffers: { id: 'Kedua PIN tidak sama', en: 'The two PINs differ' },
  pinWrong: { id: 'PIN atau nama pengguna tidak cocok', en: 'The PIN or the user name does not fit' },
  usernameMissing: { id: 'Isi nama pengguna', en: 'Enter the user name' },
  full: {
    id: `Sudah ada ${MOST_ENTRIES} laporan dan draf di perangkat ini. Sambungkan ke server dan kirim lebih dahulu.`,
    en: `There are ${MOST_ENTRIES} reports and drafts on this device. Connect to the server and send them first.`,
  },
  storeFailed: {
    id: 'Peramban tidak dapat menyimpan di perangkat ini (penuh, atau mode penyamaran)',
    en: 'The browser cannot keep anything on this device (full, or a private window)',
  },

  doorLead: {
    id: 'Siapa yang masuk tidak dapat diperiksa. Buka penyimpanan tersegel dengan nama pengguna dan PIN untuk tetap mengisi laporan.',
    en: 'Who is signed in cannot be checked. Open the sealed store with the user name and the PIN to go on filling in reports.',
  },
  doorNone: {
    id: 'Kerja luring belum disiapkan di perangkat ini. Setelah tersambung, siapkan di halaman Kerja luring.',
    en: 'Offline work is not set up on this device. Once connected, set it up on the page Offline work.',
  },

  queue: { id: 'Antrean laporan', en: 'Queue of reports' },
  drafts: { id: 'Draf di perangkat ini', en: 'Drafts on this device' },
  queueEmpty: { id: 'Tidak ada laporan yang menunggu', en: 'No report is waiting' },
  queueClosed: { id: 'Buka penyimpanan untuk melihat isinya', en: 'Open the store to see what is in it' },
  type: { id: 'Laporan', en: 'Report' },
  at: { id: 'Diisi', en: 'Filled in' },
  state: { id: 'Keadaan', en: 'State' },
  actions: { id: 'Tindakan', en: 'Actions' },
  waiting: { id: 'Menunggu sambungan', en: 'Waiting for the connection' },
  waitingTurn: { id: 'Menunggu giliran', en: 'Waiting for its turn' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  sent: (ticket: string) => ({ id: `Terkirim: ${ticket}`, en: `Sent: ${ticket}` }),
  refused: (why: string) => ({ id: `Ditolak: ${why}`, en: `Refused: ${why}` }),
  sendNow: { id: 'Kirim sekarang', en: 'Send now' },
  stopped: (why: string) => ({
    id: `Pengiriman berhenti: ${why}. Dicoba lagi dengan sendirinya.`,
    en: `Sending has stopped: ${why}. It is tried again by itself.`,
  }),
  mend: { id: 'Ubah', en: 'Change' },
  mendNamed: (name: string) => ({ id: `Ubah laporan ${name}`, en: `Change the report: ${name}` }),
  resume: { id: 'Lanjutkan', en: 'Go on' },
  resumeNamed: (name: string) => ({ id: `Lanjutkan draf ${name}`, en: `Go on with the draft: ${name}` }),
  takeMine: { id: 'Pakai isian di sini', en: 'Keep what is here' },
  remove: { id: 'Buang', en: 'Throw away' },
  removeNamed: (name: string) => ({ id: `Buang laporan ${name}`, en: `Throw away the report: ${name}` }),
  removeConfirm: {
    id: 'Buang dari perangkat ini? Isiannya hilang.',
    en: 'Throw it away from this device? What is filled in is lost.',
  },
  openCase: (ticket: string) => ({ id: `Buka kasus ${ticket}`, en: `Open the case ${ticket}` }),
  clearSent: { id: 'Bersihkan yang terkirim', en: 'Clear what was sent' },
  inQueue: {
    id: 'Laporan ini menunggu di antrean perangkat ini.',
    en: 'This report waits in the queue of this device.',
  },
  toQueue: { id: 'Ke antrean', en: 'To the queue' },

  needs: { id: 'Apa yang memerlukan sambungan', en: 'What needs the connection' },
  needsText: {
    id: `Tanpa sambungan: membuka formulir laporan baru, melampirkan berkas (semuanya paling banyak ${MOST_FILE_BYTES / 2 ** 20} MB di perangkat ini), membuka draf yang tersimpan di sini, dan mengajukannya ke antrean. Aturan yang hanya menilai isian formulir tetap menjawab. Perlu sambungan: pencarian kode wilayah (kodenya tetap dapat diketik), data penduduk, pemeriksaan dengannya, dan semua halaman lain. Laporan tanpa lampiran wajib akan dikembalikan.`,
    en: `Without a connection: opening the forms of new reports, attaching files (${MOST_FILE_BYTES / 2 ** 20} MB of them at most on this device), opening drafts that are kept here, and submitting them to the queue. Rules that judge the form alone go on answering. With it only: finding area codes (they can still be typed), the register, checking against it, and all other pages. A report without its required attachments will be returned.`,
  },
  keptText: {
    id: 'Tersimpan di peramban tanpa segel hanya berkas aplikasi serta daftar jenis peristiwa dengan formulirnya; tidak ada data warga.',
    en: 'Kept in the browser unsealed are only the files of the application and the event types with their forms; no data of citizens.',
  },

  queued: {
    id: 'Laporan masuk antrean di perangkat ini; dikirim saat tersambung',
    en: 'The report is in the queue of this device; it is sent once connected',
  },
  notSent: {
    id: 'Laporan belum terkirim: server tidak dapat dihubungi',
    en: 'The report was not sent: the server cannot be reached',
  },
  noteOpen: {
    id: 'Tanpa sambungan: draf, laporan, dan lampirannya disimpan tersegel di perangkat ini.',
    en: 'No connection: drafts, reports and their attachments are kept on this device, sealed.',
  },
  noteLocked: {
    id: 'Tanpa sambungan. Buka penyimpanan dengan PIN agar isian ini tidak hilang dan dapat diajukan ke antrean.',
    en: 'No connection. Open the store with your PIN so that this is not lost and can go into the queue.',
  },
  noteNone: {
    id: 'Tanpa sambungan. Tetapkan PIN agar isian ini disimpan tersegel di perangkat ini dan dapat diajukan ke antrean.',
    en: 'No connection. Set a PIN so that this is kept on the device, sealed, and can go into the queue.',
  },

  signOutTitle: {
    id: 'Keluar dengan antrean yang belum terkirim?',
    en: 'Sign out with a queue that was not sent?',
  },
  signOutText: (count: number) => ({
    id: `${count} laporan atau draf masih di perangkat ini dan belum sampai ke server. Semuanya tetap tersegel di sini; hanya Anda, setelah masuk lagi dan memasukkan PIN, yang dapat mengirimnya.`,
    en: `${count} report(s) or draft(s) are still on this device and have not reached the server. They stay here, sealed; only you can send them, after signing in again and entering the PIN.`,
  }),
  signOutAnyway: { id: 'Tetap keluar', en: 'Sign out anyway' },
  signOutOffline: { id: 'Keluar tanpa sambungan', en: 'Signing out without a connection' },
  signOutOfflineText: {
    id: 'Sesi di server baru dapat diakhiri saat tersambung. Sekarang penyimpanan hanya dapat ditutup: tanpa PIN isinya tidak terbaca. Setelah tersambung, keluarlah sekali lagi sebelum meninggalkan perangkat.',
    en: 'The session on the server can only be ended with a connection. For now the store can be closed: without the PIN nothing in it can be read. Once connected, sign out again before you leave the device.',
  },
  lockAndLeave: { id: 'Tutup penyimpanan', en: 'Close the store' },
});
