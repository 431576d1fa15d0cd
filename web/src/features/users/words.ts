import { dictionary } from '../../i18n/dictionary.js';

export const userWords = dictionary({
  title: { id: 'Pengguna', en: 'Users' },
  lead: {
    id: 'Peran dan wilayah menentukan apa yang dilihat dan dikerjakan. Setiap perubahan tercatat di log audit.',
    en: 'Role and area say what somebody sees and does. Every change is in the audit log.',
  },
  foreign: {
    id: 'Akun dan kata sandi dikelola penyedia identitas dinas. Di sini hanya peran dan wilayah: nama pengguna harus sama dengan yang di sana.',
    en: "Accounts and passwords are kept by the office's identity provider. Here are only roles and areas: the user name must be the one used there.",
  },
  search: { id: 'Cari nama atau nama pengguna', en: 'Search name or user name' },
  anyRole: { id: 'Semua peran', en: 'All roles' },
  add: { id: 'Tambah pengguna', en: 'Add a user' },
  change: (username: string) => ({ id: `Ubah ${username}`, en: `Change ${username}` }),
  changeShort: { id: 'Ubah', en: 'Change' },
  username: { id: 'Nama pengguna', en: 'User name' },
  usernameRule: {
    id: 'Huruf kecil, angka, titik, garis; 2 sampai 63 tanda',
    en: 'Lower case letters, digits, dots, dashes; 2 to 63',
  },
  name: { id: 'Nama', en: 'Name' },
  email: { id: 'Surel', en: 'E-mail' },
  role: { id: 'Peran', en: 'Role' },
  area: { id: 'Wilayah', en: 'Area' },
  areaCode: { id: 'Kode wilayah', en: 'Area code' },
  areaRule: {
    id: 'Kelurahan 32.73.02.1004, kecamatan 32.73.02, atau kota 32.73',
    en: 'Kelurahan 32.73.02.1004, kecamatan 32.73.02, or city 32.73',
  },
  rt: { id: 'RT (kosong: ketua RW)', en: 'RT (empty: head of the RW)' },
  rw: { id: 'RW', en: 'RW' },
  unitRule: { id: 'Satu sampai tiga angka', en: 'One to three digits' },
  state: { id: 'Keadaan', en: 'State' },
  active: { id: 'Aktif', en: 'Active' },
  inactive: { id: 'Nonaktif', en: 'Deactivated' },
  activeHelp: {
    id: 'Yang dinonaktifkan atau berubah peran langsung keluar dari semua sesi.',
    en: 'Who is deactivated or changes role is signed out of all sessions at once.',
  },
  required: { id: 'Wajib diisi', en: 'Required' },
  save: { id: 'Simpan', en: 'Save' },
  saved: (username: string) => ({ id: `${username} disimpan`, en: `${username} saved` }),
  none: { id: 'Tidak ada pengguna yang cocok', en: 'No matching users' },
});
