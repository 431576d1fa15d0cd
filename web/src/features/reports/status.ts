import type { Text } from '@lampid/domain/rules/finding';
import type { ReportStatus } from '../../api/wire.js';
import type { Tone } from '../../components/label-tag.js';

/** Every status has its own word beside the colour. */
export const reportStatuses: Record<ReportStatus, { name: Text; tone: Tone; ended: boolean }> = {
  draft: { name: { id: 'Draf', en: 'Draft' }, tone: 'neutral', ended: false },
  submitted: { name: { id: 'Diajukan', en: 'Submitted' }, tone: 'info', ended: false },
  in_review: { name: { id: 'Menunggu keputusan', en: 'In review' }, tone: 'info', ended: false },
  returned: { name: { id: 'Dikembalikan', en: 'Returned' }, tone: 'wait', ended: false },
  awaiting_decision: {
    name: { id: 'Menunggu keputusan khusus', en: 'Awaiting special decision' },
    tone: 'special',
    ended: false,
  },
  registering: { name: { id: 'Sedang didaftarkan', en: 'Registering' }, tone: 'work', ended: false },
  registered: { name: { id: 'Terdaftar', en: 'Registered' }, tone: 'work', ended: false },
  completed: { name: { id: 'Selesai', en: 'Completed' }, tone: 'good', ended: true },
  rejected: { name: { id: 'Ditolak', en: 'Rejected' }, tone: 'bad', ended: true },
  cancelled: { name: { id: 'Dibatalkan', en: 'Cancelled' }, tone: 'neutral', ended: true },
  expired: { name: { id: 'Kedaluwarsa', en: 'Expired' }, tone: 'bad', ended: true },
};

export function isEnded(status: ReportStatus): boolean {
  return reportStatuses[status]?.ended ?? false;
}
