import type { Text } from '@lampid/domain/rules/finding';
import type { ReportStatus } from '@lampid/domain/report-status';
import type { Tone } from '../../components/label-tag.js';

/** Every status has its own word beside the colour. */
export const reportStatuses: Record<ReportStatus, { name: Text; tone: Tone }> = {
  draft: { name: { id: 'Draf', en: 'Draft' }, tone: 'neutral' },
  submitted: { name: { id: 'Diajukan', en: 'Submitted' }, tone: 'info' },
  in_review: { name: { id: 'Menunggu keputusan', en: 'In review' }, tone: 'info' },
  returned: { name: { id: 'Dikembalikan', en: 'Returned' }, tone: 'wait' },
  awaiting_decision: {
    name: { id: 'Menunggu keputusan khusus', en: 'Awaiting special decision' },
    tone: 'special',
  },
  registering: { name: { id: 'Sedang didaftarkan', en: 'Registering' }, tone: 'work' },
  registered: { name: { id: 'Terdaftar', en: 'Registered' }, tone: 'work' },
  completed: { name: { id: 'Selesai', en: 'Completed' }, tone: 'good' },
  rejected: { name: { id: 'Ditolak', en: 'Rejected' }, tone: 'bad' },
  cancelled: { name: { id: 'Dibatalkan', en: 'Cancelled' }, tone: 'neutral' },
  expired: { name: { id: 'Kedaluwarsa', en: 'Expired' }, tone: 'bad' },
};
