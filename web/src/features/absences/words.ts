import { dictionary } from '../../i18n/dictionary.js';

export const absenceWords = dictionary({
  title: { id: 'Ketidakhadiran', en: 'Absence' },
  lead: {
    id: 'Selama Anda tidak hadir, tugas yang sudah Anda ambil kembali ke antrean dan pengganti mengerjakannya.',
    en: 'While you are away, the tasks that you have taken go back to the queue and your deputy does them.',
  },
  of: (name: string) => ({ id: `Ketidakhadiran ${name}`, en: `Absence of ${name}` }),
  enter: { id: 'Catat ketidakhadiran', en: 'Enter an absence' },
  from: { id: 'Hari pertama', en: 'First day' },
  until: { id: 'Hari terakhir', en: 'Last day' },
  deputy: { id: 'Pengganti', en: 'Deputy' },
  deputyHelp: {
    id: 'Kosong: rekan sekelompok mengerjakannya bersama.',
    en: 'Empty: the colleagues of the group do the work together.',
  },
  noDeputies: {
    id: 'Tidak ada rekan dengan peran dan wilayah yang sama. Admin kota dapat menunjuk pengganti dari wilayah lain.',
    en: 'No colleague has the same role and area. The city admin can name a deputy from another area.',
  },
  reason: { id: 'Alasan (boleh kosong)', en: 'Reason (may be empty)' },
  reasonHelp: {
    id: 'Hanya terlihat oleh petugas ini dan admin.',
    en: 'Seen by this officer and the admin only.',
  },
  required: { id: 'Wajib diisi', en: 'Required' },
  entered: { id: 'Ketidakhadiran dicatat', en: 'The absence is entered' },
  list: { id: 'Yang tercatat', en: 'What is entered' },
  none: { id: 'Belum ada ketidakhadiran', en: 'No absences yet' },
  period: (from: string, until: string) => ({ id: `${from} – ${until}`, en: `${from} – ${until}` }),
  withDeputy: (name: string) => ({ id: `Pengganti ${name}`, en: `Deputy ${name}` }),
  withoutDeputy: { id: 'Tanpa pengganti', en: 'Without a deputy' },
  standsInFor: (name: string) => ({ id: `Menggantikan ${name}`, en: `Standing in for ${name}` }),
  coming: { id: 'Akan datang', en: 'To come' },
  running: { id: 'Berlangsung', en: 'Now' },
  over: { id: 'Selesai', en: 'Over' },
  ended: { id: 'Diakhiri', en: 'Ended early' },
  end: { id: 'Akhiri', en: 'End it' },
  endNamed: (period: string) => ({
    id: `Akhiri ketidakhadiran ${period}`,
    en: `End the absence ${period}`,
  }),
  endConfirm: { id: 'Akhiri ketidakhadiran ini?', en: 'End this absence?' },
  endNote: {
    id: 'Tugas wilayah lain yang sedang dipegang pengganti kembali ke antrean.',
    en: 'Tasks of another area that the deputy holds go back to the queue.',
  },
  endDone: { id: 'Ketidakhadiran diakhiri', en: 'The absence has ended' },
  standingIn: (name: string, until: string) => ({
    id: `Anda menggantikan ${name} sampai ${until}`,
    en: `You stand in for ${name} until ${until}`,
  }),
});
