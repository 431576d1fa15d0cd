import type { Text } from '@lampid/domain/rules/finding';
import type { ReportStatus } from '../../api/wire.js';

/** Colour names are antd's presets; every status has its own word beside the colour. */
export const reportStatuses: Record<ReportStatus, { name: Text; color: string; ended: boolean }> = {
  draft: { name: { id: 'Draf', en: 'Draft' }, color: 'default', ended: false },
  submitted: { name: { id: 'Diajukan', en: 'Submitted' }, color: 'blue', ended: false },
  in_review: { name: { id: 'Menunggu keputusan', en: 'In review' }, color: 'geekblue', ended: false },
  returned: { name: { id: 'Dikembalikan', en: 'Returned' }, color: 'orange', ended: false },
  awaiting_decision: {
    name: { id: 'Menunggu keputusan khusus', en: 'Awaiting special decision' },
    color: 'purple',
    ended: false,
  },
  registering: { name: { id: 'Sedang didaftarkan', en: 'Registering' }, color: 'cyan', ended: false },
  registered: { name: { id: 'Terdaftar', en: 'Registered' }, color: 'cyan', ended: false },
  completed: { name: { id: 'Selesai', en: 'Completed' }, color: 'green', ended: true },
  rejected: { name: { id: 'Ditolak', en: 'Rejected' }, color: 'red', ended: true },
  cancelled: { name: { id: 'Dibatalkan', en: 'Cancelled' }, color: 'default', ended: true },
  expired: { name: { id: 'Kedaluwarsa', en: 'Expired' }, color: 'volcano', ended: true },
};

export function isEnded(status: ReportStatus): boolean {
  return reportStatuses[status]?.ended ?? false;
}
