import type { Role } from '../../api/wire.js';
import type { Text } from '@lampid/domain/rules/finding';

export const roleNames: Record<Role, Text> = {
  operator: { id: 'Operator kelurahan', en: 'Kelurahan operator' },
  supervisor: { id: 'Supervisor kecamatan', en: 'Kecamatan supervisor' },
  verifikator: { id: 'Verifikator kota', en: 'City verifier' },
  kadis: { id: 'Kepala dinas', en: 'Head of office' },
  admin: { id: 'Admin kota', en: 'City admin' },
  analyst: { id: 'Analis proses', en: 'Process analyst' },
  auditor: { id: 'Auditor', en: 'Auditor' },
};

export const roleTasks: Record<Role, Text> = {
  operator: {
    id: 'Mencatat laporan, memperbaiki yang dikembalikan, menyerahkan dokumen',
    en: 'Enters reports, fixes what was returned, hands over documents',
  },
  supervisor: {
    id: 'Memutuskan setiap laporan di kecamatannya: setujui, kembalikan, tolak',
    en: 'Decides every report of the kecamatan: approve, return, reject',
  },
  verifikator: {
    id: 'Memutuskan kasus khusus kematian, pindah, datang; menangani beda data Dukcapil',
    en: 'Decides special cases of death, move, arrival; handles Dukcapil mismatches',
  },
  kadis: {
    id: 'Memutuskan kelahiran yang terlambat atau meragukan',
    en: 'Decides late or doubtful births',
  },
  admin: {
    id: 'Menindaklanjuti kendala dan sinkronisasi, memantau kota',
    en: 'Follows up incidents and synchronisation, watches over the city',
  },
  analyst: { id: 'Membaca model proses yang berjalan', en: 'Reads the process models that run' },
  auditor: {
    id: 'Menelusuri riwayat setiap kasus, hanya baca',
    en: 'Follows the history of any case, read-only',
  },
};

/** Order on the sign-in page: along the way of a report. */
export const roleOrder: Role[] = [
  'operator',
  'supervisor',
  'verifikator',
  'kadis',
  'admin',
  'analyst',
  'auditor',
];
