import type { Text } from '@lampid/domain/rules/finding';

/** What the audit calls the acts on a case, in words; one that is not here stands under its own name. */
const ACTS: Record<string, Text> = {
  'report.submitted': { id: 'Laporan diajukan', en: 'Report submitted' },
  'report.cancel-requested': { id: 'Pembatalan diminta', en: 'Cancelling asked for' },
  'report.registered': { id: 'Peristiwa dicatat di register', en: 'Event written into the register' },
  'report.reversed': { id: 'Pencatatan ditarik kembali', en: 'Registration taken back' },
  'task.claimed': { id: 'Tugas diambil', en: 'Task taken' },
  'task.released': { id: 'Tugas dikembalikan ke antrean', en: 'Task given back to the queue' },
  'task.handed': { id: 'Tugas diserahkan ke rekan', en: 'Task handed to a colleague' },
  'documents.handed-over': { id: 'Dokumen diserahkan', en: 'Documents handed over' },
  'satisfaction.given': { id: 'Kepuasan warga dijawab', en: 'The question of satisfaction answered' },
  'task.reassigned': { id: 'Tugas dialihkan karena lewat batas', en: 'Task given on: past its deadline' },
  'siak.acknowledged': { id: 'Jawaban SIAK diterima', en: 'SIAK answered' },
  'letter.reserve': { id: 'SKPWNI dipesan kota tujuan', en: 'SKPWNI reserved by its destination' },
  'letter.confirm': { id: 'Kedatangan dikonfirmasi kota tujuan', en: 'Arrival confirmed by the destination' },
  'letter.release': { id: 'SKPWNI dilepas kota tujuan', en: 'SKPWNI released by its destination' },
  'letter.cancel-requested': { id: 'Pembatalan SKPWNI diminta', en: 'Cancelling the SKPWNI asked for' },
  'incident.retried': { id: 'Kendala dicoba lagi', en: 'Incident tried again' },
  'report.exported': { id: 'Paket bukti diunduh', en: 'Evidence package downloaded' },
  'case.migrated': { id: 'Kasus dipindahkan ke versi lain', en: 'Case moved to another version' },
  'month.closed': { id: 'Bulan ditutup', en: 'Month closed' },
  'month.published': { id: 'Laporan bulan disahkan', en: 'Monthly report published' },
  'closing.started': { id: 'Penutupan bulan dimulai', en: 'Closing of the month begun' },
};

export function actText(action: string): Text {
  return ACTS[action] ?? { id: action, en: action };
}
