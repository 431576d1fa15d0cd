import type { Role } from '@lampid/domain/roles';
import type { Text } from '@lampid/domain/rules/finding';

export const roleNames: Record<Role, Text> = {
  operator: { id: 'Operator kelurahan', en: 'Kelurahan operator' },
  supervisor: { id: 'Supervisor kecamatan', en: 'Kecamatan supervisor' },
  verifikator: { id: 'Verifikator kota', en: 'City verifier' },
  kadis: { id: 'Kepala dinas', en: 'Head of office' },
  admin: { id: 'Admin kota', en: 'City admin' },
  analyst: { id: 'Analis proses', en: 'Process analyst' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  rtrw: { id: 'Ketua RT/RW', en: 'Head of RT/RW' },
  hospital: { id: 'Sistem rumah sakit', en: "A hospital's system" },
  citizen: { id: 'Warga', en: 'Citizen' },
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
  rtrw: {
    id: 'Memberi tahu kelurahan tentang kematian, kelahiran, pindah, dan datang',
    en: 'Tells the kelurahan of deaths, births, moves and arrivals',
  },
  hospital: { id: 'Melaporkan kelahiran lewat API', en: 'Reports births through the API' },
  citizen: { id: 'Melapor untuk keluarga sendiri', en: 'Reports for the own family' },
};

/** Order on the sign-in page: along the way of a report. */
export const roleOrder: Role[] = [
  'citizen',
  'rtrw',
  'operator',
  'supervisor',
  'verifikator',
  'kadis',
  'admin',
  'analyst',
  'auditor',
];

/** `verifikator:32.73` as a person reads it; `area`: what is known of its place. */
export function groupName(group: string, area?: string | null): Text {
  const [role = '', code = ''] = group.split(':');
  const name = (roleNames as Record<string, Text>)[role];
  if (!name) return { id: group, en: group };
  const place = area ?? code;
  return { id: `${name.id} (${place})`, en: `${name.en} (${place})` };
}

/** Who reports from outside of the office, and sees what they reported. */
export function isOutside(role: Role): boolean {
  return role === 'rtrw' || role === 'hospital' || role === 'citizen';
}
